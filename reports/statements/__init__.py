"""What may be said of a summary: tested, ranked and compared, in no language yet."""
