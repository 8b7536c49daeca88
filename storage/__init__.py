"""What is kept: forms, the database, records, staff."""
