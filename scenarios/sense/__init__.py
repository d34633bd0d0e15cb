"""The second pass over a file: references, days, sums, expectations, what-ifs."""

from scenarios.sense.days import check_days
from scenarios.sense.expectations import check_expectations
from scenarios.sense.limits import check_limits
from scenarios.sense.matters import check_matter
from scenarios.sense.outline import Outline, outline_of
from scenarios.sense.penalties import check_penalties
from scenarios.sense.rows import check_rows
from scenarios.sense.whatifs import check_whatifs

__all__ = ["Outline", "check_matter", "check_scenario", "outline_of"]


def check_scenario(outline: Outline) -> None:
    """Note every mistake of sense of a scenario, as far as its parts could be read."""
    check_rows(outline)
    check_days(outline)
    check_limits(outline)
    check_penalties(outline)
    check_expectations(outline)
    check_whatifs(outline)
