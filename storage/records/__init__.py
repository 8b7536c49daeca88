"""The records: saved, corrected, taken back, cut short and exported."""
