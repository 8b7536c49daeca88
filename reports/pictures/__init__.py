"""Charts: what they show, their layout, and drawing them."""
