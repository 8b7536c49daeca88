import pytest

from reports.pictures.card import card
from reports.pictures.chart import Chart
from tests.reports.summaries import months, worded


@pytest.fixture
def chart() -> Chart:
    """Put together a chart of one month."""
    return card(worded("2026-10", months(("2025-10", 71), ("2026-10", 75))))
