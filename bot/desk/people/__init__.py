"""The page about people."""
