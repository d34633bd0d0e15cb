"""`showcause options`: who may do what, within which bounds, and why not the rest."""

from datetime import date
from typing import TYPE_CHECKING

from showcause.cli.parameters import AsOf, Full, Json, Name
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from domain.proceeding.messages import Refusal
    from domain.proceeding.offers import Field, Offer
    from showcause.cli.measured import Measured
    from showcause.cli.side import Side

__all__ = ["offered"]


def offered(name: Name, /, *, as_of: AsOf = None, json: Json = False, full: Full = False) -> int:
    """Show who may do what at the end of a day, and why the rest may not be done.

    Where the readings of a file differ, it is the one with everything at its earliest.
    """
    from domain.proceeding.deciding import options
    from showcause.cli.playing import sides_of

    sides, day = sides_of(name, as_of)
    answers = [(side, options(side.state(day), side.law, day)) for side in sides]
    if json:
        parts = [_answer(side, day, found) for side, found in answers]
        laws = [side.law for side in sides]
        print_json({"as_of": day.isoformat(), "proceedings": parts}, laws=laws)
        return 0
    from showcause.cli.pages.head import foot, head
    from showcause.cli.pages.layout import paragraph
    from showcause.cli.pages.offered import offers
    from showcause.cli.terminal import Terminal

    terminal = Terminal()
    for side, found in answers:
        facts = [side.name, f"{side.law.title} (rulebook {side.law.name})"]
        nothing = paragraph(side.status(day).sentence or "No act can be given.")
        measures = _measures(side, day, found)
        page = offers(found, measures, full=full) if found else nothing
        terminal.show(head(side.title, facts, day, "", ()), page, "")
    terminal.show(foot([side.law for side in sides], (), full=full))
    return 0


def _measures(
    side: "Side", day: date, found: "tuple[Offer | Refusal, ...]"
) -> "dict[Offer, Measured]":
    """What may be decided, for each decision that is offered."""
    from domain.proceeding.offers import Offer
    from showcause.cli.measured import measured

    state = side.state(day)
    made = [(one, measured(one, state, side.law)) for one in found if isinstance(one, Offer)]
    return {offer: told for offer, told in made if told is not None}


def _answer(side: "Side", day: date, found: "tuple[Offer | Refusal, ...]") -> dict[str, object]:
    from domain.proceeding.offers import Offer

    measures = _measures(side, day, found)
    return {
        "proceeding": side.name,
        "offers": [_offer(one, measures.get(one)) for one in found if isinstance(one, Offer)],
        "refusals": [_refusal(one) for one in found if not isinstance(one, Offer)],
    }


def _offer(offer: "Offer", measures: "Measured | None") -> dict[str, object]:
    more = {} if measures is None else {"measures": _measured(measures)}
    return {
        "act": offer.act,
        "local": offer.local,
        "by": list(offer.by),
        "about": offer.target,
        "if": list(offer.supposes),
        "cite": offer.source.label,
        "fields": [_field(field) for field in offer.fields],
        "warnings": [str(defect) for defect in offer.warnings],
        **more,
    }


def _field(field: "Field") -> dict[str, object]:
    from domain.proceeding.bounds import Spans

    more: dict[str, object] = {}
    if isinstance(field.domain, Spans):
        from showcause.cli.measured import open_spans

        more = {"open": [str(span) for span in open_spans(field.domain)]}
    return {
        "name": field.name.rstrip("_"),
        "domain": type(field.domain).__name__,
        "limit": field.domain.limit,
        "cite": field.source.label if field.source.cite else "",
        "only_warns": field.only_warns or field.source.from_memory,
        **more,
    }


def _measured(told: "Measured") -> dict[str, object]:
    """The assumed findings, then offers and refusals in the shape of those of acts."""
    from domain.proceeding.measuring import MeasureOffer
    from showcause.cli.measured import assumed, conduct_of

    return {
        "assumed": assumed(told.finds),
        "finds": {conduct: list(provisions) for conduct, provisions in told.finds},
        "offers": [
            {
                "measure": one.kind,
                "for": conduct_of(one),
                "fields": [_field(field) for field in one.fields],
                "joint": [
                    {
                        "over": limit.over,
                        "at_most": str(limit.at_most),
                        "cite": limit.source.label,
                        "only_warns": limit.only_warns,
                    }
                    for limit in one.joint
                ],
            }
            for one in told.answers
            if isinstance(one, MeasureOffer)
        ],
        "refusals": [_refusal(one) for one in told.answers if not isinstance(one, MeasureOffer)],
    }


def _refusal(refusal: "Refusal") -> dict[str, object]:
    return {
        "act": refusal.act,
        "about": refusal.target,
        "as": refusal.kind,
        "defects": [
            {"rule": d.rule, "says": d.message, "asked": d.asked, "limit": d.limit, "cite": d.label}
            for d in refusal.defects
        ],
    }
