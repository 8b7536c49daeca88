"""Proposing a map for somebody else's file, from its headings and from what stands below them."""
