"""The questions at the end of a shift, their answers, and the calls that are missing."""
