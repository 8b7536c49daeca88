"""Forms: their grammar, the files that state them, and the views made of them."""
