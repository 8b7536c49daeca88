"""The records: saved, corrected, voided, exported, and shortened as they age."""
