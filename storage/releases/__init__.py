"""The ledger of releases: every figure that has left the house, shown or hidden."""
