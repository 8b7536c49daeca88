"""Reading tables that other programs saved, and writing them so that others can."""
