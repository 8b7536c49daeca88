"""`python -m bot` is `vaktlogg`."""

from bot.command_line import main

main()
