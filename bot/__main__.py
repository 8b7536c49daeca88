"""`python -m bot` is `vaktlogg`."""

from bot.cli.app import main

main()
