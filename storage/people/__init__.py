"""Who may use Vaktlogg: seats, the accounts they come in by, and one-time codes."""
