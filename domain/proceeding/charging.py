"""Bounds that several acts share: what may be alleged, and who it may be addressed to."""

from domain.proceeding.bounds import Charged, SomeOf
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case


def chargeable(case: Case) -> tuple[str, ...]:
    """The provisions that the rulebook has a maximum for, and the duties without a fine."""
    finable = [p for rule in case.law.maxima(case.on) for p in rule.provisions]
    without = [p for duty in case.law.duties(case.on) for p in duty.provisions]
    return tuple(dict.fromkeys((*finable, *without)))


def alleging(case: Case, name: str, *, at_least: int = 1) -> tuple[Field, ...]:
    """Known conducts with provisions that can be infringed under this rulebook."""
    domain = Charged(case.conducts, chargeable(case), at_least)
    return (Field(name=name, domain=domain, subject=f"what the act {name}", essential=True),)


def recipients(case: Case) -> tuple[Field, ...]:
    """Some of the addressees; left out, it is for all of them."""
    return (Field(name="to", domain=SomeOf(case.addressees, 0), subject="the act", essential=True),)


def addressed(case: Case, to: tuple[str, ...]) -> bool:
    """Whether what is addressed to these is a matter of who acts; others but addressees may."""
    return case.by not in case.addressees or case.by in to
