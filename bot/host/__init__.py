"""The machine that Vaktlogg runs on: the unit that starts it, the watchdog, and a sign to the outside."""
