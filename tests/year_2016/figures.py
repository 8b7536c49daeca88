"""The 31 figures of the seed report: what each is called, and what the report's words tell of it.

Most were pictures, of which no number is left but those that the text beside them names.
"""

from dataclasses import dataclass
from typing import Final

from tests.year_2016.fact import Register


@dataclass(frozen=True)
class Figure:
    """A figure: its register, its caption, and what the source determines of it, or why it does not."""

    register: Register
    caption: str
    told: str


FIGURES: Final = {
    1: Figure("call", "Telefoner inn 2016", "all shares"),
    2: Figure("call", "Årsak til telefonhenvendelsene 2016", "all shares, as quarters and a half"),
    3: Figure("call", "Antall telefoner inn pr mnd", "which months are highest and lowest; a picture, no counts"),
    4: Figure("house", "Antall kvinner, menn og barn fra og med 2010", "all counts, 2010–2016"),
    5: Figure(
        "stay",
        "Alderssammensetning på voksne beboere 2010–2016",
        "four shares of 2016, whose sum is 76; earlier years are a picture",
    ),
    6: Figure("stay", "Relasjon til voldsutøver 2012–2016", "two sums of 2016; earlier years are a picture"),
    7: Figure(
        "stay",
        "Foreldre født utenfor Norge 2012–2016",
        "residents 2010, 2011, 2015, 2016; of perpetrators only that they are fewer",
    ),
    8: Figure("stay", "Type vold 2012–2016", "six shares of 2016; earlier years are a picture"),
    9: Figure(
        "stay", "Varigheten på volden 2012–2016", "all shares, 2012–2016, as a table apart from its caption"
    ),
    10: Figure("stay", "Kontakt på hvilket initiativ 2016 og 2015", "shares of 2016; 2015 is a picture"),
    11: Figure("stay", "Tverrfaglig kontakt før eller under opphold", "only which five are the most; a picture"),
    12: Figure(
        "stay",
        "Inntekt og tilknytning til arbeidslivet 2012–2016",
        "three shares, one of them the mean of recent years; earlier years are a picture",
    ),
    13: Figure("stay", "Hvor beboerne dro til 2012–2016", "three shares of 2016; earlier years are a picture"),
    14: Figure(
        "stay",
        "Anmelde forholdet 2010–2016",
        "reported 2014–2016 in all, not wanted 2015 and its range; the parts and 2010–2013 are a picture",
    ),
    15: Figure("child_stay", "Barns alder 2014–2016", "one share of 2016; the rest is a picture"),
    16: Figure("child_stay", "Barns relasjon til voldsutøver 2014–2016", "three shares of 2016"),
    17: Figure("child_stay", "Barns samvær med voldsutøver 2014–2016", "the share of 2016"),
    18: Figure(
        "child_stay", "Om barn går i barnehage eller på skole", "two shares, and one of age that fits no count"
    ),
    19: Figure(
        "child_stay", "Om barn har fortsatt i barnehage og på skole", "two shares; their base is not printed"
    ),
    20: Figure("child_stay", "Hvor barn drar 2014–2016", "two shares of 2016, and what is usual"),
    21: Figure("house", "Overnattingsdøgn pr år fra 2010", "the nights of 2016; 2010–2015 are a picture"),
    22: Figure("house", "Når det var flest bodøgn i 2016", "the highest and lowest months; a picture, no counts"),
    23: Figure(
        "house",
        "Barn og voksnes inn- og utflytting i 2016",
        "who was there at new year, and that it fills and empties; a picture, no counts",
    ),
    24: Figure("child_stay", "Bodøgn for barn pr måned", "the highest months and a small late rise; a picture"),
    25: Figure("consultation", "Hvor dagbrukerne kommer fra 2012–2016", "all shares, 2012–2016"),
    26: Figure("consultation", "Kontakt via eller etter anbefaling", "six shares, whose sum is 100"),
    27: Figure("consultation", "Type vold som årsak 2016", "four shares"),
    28: Figure(
        "consultation", "Tilknytning til arbeidslivet 2012–2016", "four shares of 2016; the rest is a picture"
    ),
    29: Figure("consultation", "Voldsutøver, kvinne eller mann 2012–2016", "about, 2016; the rest is a picture"),
    30: Figure("consultation", "En eller flere voldsutøvere 2012–2016", "about, 2016; the rest is a picture"),
    31: Figure("consultation", "Dagsamtaler pr mnd", "the highest and lowest months; a picture, no counts"),
}
