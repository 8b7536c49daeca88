"""What happens when a person writes or taps: use cases that know no front end."""
