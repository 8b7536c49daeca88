"""A picture to be drawn as SVG."""

from reports.job_part import JobPart
from reports.pictures.chart import Chart
from reports.pictures.cross_chart import CrossChart


class Drawing(JobPart):
    """A picture, and the ``description`` that says in words all that it shows."""

    picture: Chart | CrossChart
    description: str
