"""The chapter as a PDF."""
