"""Who may do what that day, within which bounds, and why not the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from rich.console import Group, RenderableType

from domain.proceeding.bounds import (
    Charged,
    InCurrency,
    Lengths,
    OneOf,
    Rates,
    SomeOf,
    Spans,
    Sums,
    Words,
)
from domain.proceeding.measuring import MeasureOffer
from domain.proceeding.messages import Refusal, joined
from domain.proceeding.offers import Field, JointLimit, Offer
from showcause.cli.measured import Measured, assumed, conduct_of, open_spans
from showcause.cli.pages.happened import of_no_law
from showcause.cli.pages.layout import columns, indented, section
from showcause.cli.words import Piece, line

__all__ = ["offers"]

NONE: Final[Mapping[Offer, Measured]] = MappingProxyType({})


def offers(
    answers: Sequence[Offer | Refusal],
    measures: Mapping[Offer, Measured] = NONE,
    *,
    full: bool = False,
) -> RenderableType:
    """The offers by who may take them, what may be decided, then every refusal with its reason."""
    made = [answer for answer in answers if isinstance(answer, Offer)]
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    parts: list[RenderableType] = []
    for actors in dict.fromkeys(offer.by for offer in made):
        theirs = [offer for offer in made if offer.by == actors]
        rows = [_offer(same, full=full) for same in _by_act(theirs)]
        parts.append(section(f"{joined(actors) or 'anybody'} may", columns(rows)))
    parts.extend(_measures(told) for told in measures.values())
    idle = [refusal.act for refusal in refused if _idle(refusal)]
    rows = _refusals(refusal for refusal in refused if full or not _idle(refusal))
    if idle and not full:
        rows.append([line(("nothing to do it about", "quiet")), line((", ".join(idle), "quiet"))])
    if rows:
        parts.append(section("May not be done", columns(rows)))
    return Group(*parts)


def _measures(told: Measured) -> RenderableType:
    """Each measure that the decision may take with its bounds, and why the rest may not be."""
    made = [one for one in told.answers if isinstance(one, MeasureOffer)]
    rows: list[list[RenderableType]] = [_measure(one) for one in made]
    rows += _refusals(one for one in told.answers if isinstance(one, Refusal))
    premise = indented(line((assumed(told.finds), "quiet")))
    return section("The decision may take", premise, columns(rows))


def _measure(one: MeasureOffer) -> list[RenderableType]:
    conduct = conduct_of(one)
    bounds = [line(*_bound(field)) for field in one.fields if _tells(field)]
    joint = [
        line(
            f"{limit.over} together {_joint_bound(limit)}",
            (f"  [{of_no_law(limit.source.label)}]", "quiet"),
            (" beyond it there is a warning" if limit.only_warns else "", "doubt"),
        )
        for limit in one.joint
    ]
    about = [line(f"for {conduct}")] if conduct else []
    return [line((one.kind, "title")), Group(*about, *bounds, *joint)]


def _joint_bound(limit: JointLimit) -> str:
    open_end = limit.only_warns and limit.at_most.minor <= 0
    return "without a known bound" if open_end else f"at most {limit.at_most}"


def _by_act(made: Iterable[Offer]) -> list[list[Offer]]:
    found: dict[str, list[Offer]] = {}
    for offer in made:
        found.setdefault(offer.act, []).append(offer)
    return list(found.values())


def _offer(same: Sequence[Offer], *, full: bool) -> list[RenderableType]:
    """One act, perhaps about several things; bounds that depend on the thing name it."""
    first = same[0]
    targets = [offer.target for offer in same if offer.target]
    pieces: list[Piece] = [joined(targets)] if targets else []
    if first.supposes:
        pieces.append(f"{' ' if pieces else ''}if {joined(first.supposes)}")
    pieces.append((f"  [{of_no_law(first.source.label)}]", "quiet"))
    bounds = [
        line(f"{offer.target}: " if len(targets) > 1 else "", *_bound(field))
        for offer in same
        for field in offer.fields
        if full or _tells(field)
    ]
    warnings = [line((f"≈ {warning}", "doubt")) for offer in same for warning in offer.warnings]
    return [line((first.act, "title")), Group(line(*pieces), *bounds, *warnings)]


def _tells(field: Field) -> bool:
    """Whether a bound says more than which things there are."""
    plain = isinstance(field.domain, OneOf | SomeOf | Charged | Words | InCurrency)
    return not (plain or field.essential)


def _bound(field: Field) -> Iterator[Piece]:
    """A bound as a sentence: amount at most EUR 20 000 000."""
    name, limit = field.name.rstrip("_").replace("_", " "), field.domain.limit
    match field.domain:
        case Sums(at_most=most, says=says) if field.only_warns and most is not None:
            known = f"at most {limit}" if most.minor > 0 else "without a known bound"
            yield f"{name} {known}, {says}"
        case Sums() | Rates():
            yield f"{name} at most {limit}" if limit else f"{name} without a known maximum"
        case Lengths():
            yield f"{name} at least {limit}"
        case Spans():
            days = [str(span) for span in open_spans(field.domain)]
            yield f"{name} within {joined(days) or 'no day'}"
            taken = [str(span) for span in field.domain.taken]
            yield f", liquidated before: {joined(taken)}" if taken else ""
        case _:
            yield f"{name}: {limit or 'anything'}"
    if field.source.cite:
        yield f"  [{of_no_law(field.source.label)}]", "quiet"
    if field.only_warns:
        yield " beyond it there is a warning", "doubt"


def _idle(refusal: Refusal) -> bool:
    return refusal.kind == "impossible" and not any(d.cite for d in refusal.defects)


def _refusals(refusals: Iterable[Refusal]) -> list[list[RenderableType]]:
    return [
        [
            line((refusal.act, "title"), f" {refusal.target}" if refusal.target else ""),
            Group(*(line(str(defect)) for defect in refusal.defects)),
        ]
        for refusal in refusals
    ]
