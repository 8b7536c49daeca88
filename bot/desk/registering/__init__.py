"""The page where calls are registered, and this shift beside it."""
