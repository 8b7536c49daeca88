"""Records that stay open from a day to a day, such as stays in the house: begun, added to, ended, corrected."""
