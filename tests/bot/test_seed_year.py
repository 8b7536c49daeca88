"""The year of the seed report, through the command line: imported, and counted as the report says."""
