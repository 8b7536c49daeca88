"""Building a release: wheel, sdist, the list of what they bring along, and the sums."""
