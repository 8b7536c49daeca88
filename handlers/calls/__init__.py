"""Registering a call, its receipt, and correcting it."""
