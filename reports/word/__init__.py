"""The chapter of the annual report."""
