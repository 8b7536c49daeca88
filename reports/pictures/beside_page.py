"""The album's page of a register that is told with another: its picture, and a caption with its figures."""

from reports.pictures.album_page import AlbumChart
from reports.pictures.card import card
from reports.words.caption import caption
from reports.words.language import upper_first
from reports.words.limits import Limits
from reports.words.report_wording import calls_ratio, ratio_said
from reports.words.wording import Wording
from storage.fault import N_

IN_THE_WORKBOOK = N_("All the figures are in the workbook.")


def beside_page(words: Wording, main: Wording, limits: Limits, centre: str) -> AlbumChart:
    """Draw the picture of ``words``; its caption says how many calls out there are for each call in."""
    ratio = calls_ratio(words, main)
    notices = [f"{upper_first(ratio_said(words, ratio, words.then_in_full))}."] if ratio else []
    told = caption(words, limits, notices, elsewhere=IN_THE_WORKBOOK)
    return AlbumChart(card(words, centre), told.text)
