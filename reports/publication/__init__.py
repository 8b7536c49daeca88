"""Statistical disclosure control: which figures may leave the house so that no small count can be worked out."""
