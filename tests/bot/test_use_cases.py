import subprocess
import sys


def test_the_use_cases_are_put_together_without_telegram() -> None:
    ours = (
        "import bot.use_cases, bot.stores, sys; print({'telegram', 'aiohttp', 'apscheduler'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", ours], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
