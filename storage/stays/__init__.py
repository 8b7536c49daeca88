"""Records that stay open from a day of arrival to one of departure, and what they say of the house."""
