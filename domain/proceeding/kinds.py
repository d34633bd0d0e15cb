"""What a party is: an undertaking and the like, as conditions and maxima ask it."""

from domain.proceeding.entries import Party
from domain.rulebook.binding import UNDERTAKINGS, is_of_kind
from domain.rulebook.conditions import PartyIs


def is_undertaking(party: Party | None) -> bool:
    """Whether a party is an undertaking (TFEU 101), or a public body that acts as one.

    Of one whose kind is not told it is supposed.
    """
    if party is None:
        return False
    return party.kind in {*UNDERTAKINGS, ""} or party.acting_as == "undertaking"


def fits(party: Party | None, wanted: PartyIs, *, unknown: bool) -> bool:
    """Whether a party is what a condition asks; `unknown` is the answer where no kind is told."""
    if party is None or not party.kind:
        return unknown
    return is_of_kind(party.kind, party.acting_as, wanted)
