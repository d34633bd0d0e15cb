"""Pictures as text: the exposure over time, and a terminal, as SVG. No script and no outside file.

A picture is a pure function of its arguments: the same input gives the same bytes. Everything that
comes from a scenario is neutralised and escaped, and both pictures read well in light and dark.
"""

from showcause.pictures.bands import BANDS, Band
from showcause.pictures.chart import exposure_svg
from showcause.pictures.screen import terminal_svg

__all__ = ["BANDS", "Band", "exposure_svg", "terminal_svg"]
