"""Files of records, with columns and words of our own or of others."""
