"""Puts the parts together and runs them: command line, config, wiring, intake, transport, practice desk."""

import os

# The library reads this when it speaks of a pause; without it, every 429 warns of a coming change.
os.environ["PTB_TIMEDELTA"] = "true"
