"""The reductions on offer: what would be left to pay of a sum with each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.proceeding.messages import joined
from domain.proceeding.reducing import choices
from domain.proceeding.rooms import Case
from scenarios.runs import Slice

__all__ = ["NOT_OFFERED", "offers_told"]

NOT_OFFERED: Final = "not on offer"


def offers_told(one: Slice, of: str) -> Mapping[str, str]:
    """What is left to pay of a sum, by the names of the reductions that lead there."""
    powers = one.law.powers("payment", one.on)
    if not powers:
        return {}
    case = Case(state=one.state, law=one.law, on=one.on, power=powers[0], act="payment", target=of)
    return {joined(choice.names): str(choice.pays) for choice in choices(case, of)}
