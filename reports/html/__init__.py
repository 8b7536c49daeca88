"""The chapter as a web page."""
