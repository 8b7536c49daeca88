"""Puts the parts together and runs them: command line, config, wiring, intake, transport, practice desk."""
