"""Inviting people, letting them in, listing and removing them; and answering what no use case handles."""
