"""The year of the seed report, made anew: what it tells, and records that obey it."""
