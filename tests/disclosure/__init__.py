"""The attack on what is published, and what protection costs."""
