"""The papers a public body has to have: read before starting, a risk assessment, and the day someone leaves."""
