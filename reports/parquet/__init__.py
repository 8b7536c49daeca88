"""Exports for other programs as Parquet: what their files say of themselves, and writing them."""
