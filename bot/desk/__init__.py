"""The in-house desk: the way in for a browser, on the centre's own computers and phones."""
