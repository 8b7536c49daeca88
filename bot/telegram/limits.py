"""How long Telegram lets texts be."""

from reports.words.limits import Limits

TELEGRAM_LIMITS = Limits(caption=1024, text=4096)
