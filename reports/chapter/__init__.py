"""The chapter of an annual report: what it says, its figures and its tables, to be written in any format."""
