"""The pages of figures, cross tables and publications."""
