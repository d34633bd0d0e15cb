"""The timeline: the day, what happened in a sentence, and quietly act, provision and source."""

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen
from rich.console import Group, RenderableType
from rich.text import Text

from scenarios.views import EntryTold
from showcause.cli.pages.layout import columns, section
from showcause.cli.words import GLUE, SUM, Piece, day_lines, glued, line
from showcause.neutral import neutral

__all__ = ["Remark", "Told", "happened", "of_no_law", "remark_line"]

_HIDDEN: Final = frozenset({"ProceedingRegistered"})


@frozen(kw_only=True)
class Remark:
    """What a reader should know besides the act: a mark, a style, and the text."""

    mark: str
    style: str
    text: str


@frozen(kw_only=True)
class Told:
    """An entry with what its scenario says of it.

    `tag` is the short name of its proceeding, `label` says of its day: inferred or assumed.
    """

    entry: EntryTold
    tag: tuple[str, str] | None = None
    sources: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    label: str = ""


def happened(told: Iterable[Told], *, full: bool = False) -> RenderableType:
    """The entries day by day; a day is written once."""
    rows: list[list[RenderableType]] = []
    last = None
    for one in told:
        if one.entry.event in _HIDDEN and not full:
            continue
        day = Text() if one.entry.on == last else day_lines(one.entry.on, inferred=bool(one.label))
        last = one.entry.on
        tag = [] if one.tag is None else [line(one.tag)]
        rows.append([day, *tag, _told(one, full=full)])
    return section("What happened", columns(rows, by=1) if rows else columns([["Nothing yet."]]))


def _told(one: Told, *, full: bool) -> Group:
    text = line(one.entry.sentence).append(_footnote(one, full=full), "quiet")
    text.highlight_regex(SUM, "sum")
    remarks = (*_defects(one.entry), *one.remarks)
    return Group(text, *(remark_line(remark) for remark in remarks))


def _footnote(one: Told, *, full: bool) -> str:
    """Act, provision and source; those of a mere notification or publication only if asked for.

    It is neutral already: what keeps its parts on one line is no text of others.
    """
    entry = one.entry
    moment = entry.act.endswith((".notified", ".published"))
    parts = [] if moment and not full else [entry.act, of_no_law(entry.cite), *one.sources]
    parts += [f"day {one.label}" if one.label else ""]
    if full:
        parts += [entry.local, f"by {entry.by}" if entry.by else "", entry.event]
    told = "; ".join(_whole(part) for part in parts if part)
    return f"  [{told}]" if told else ""


def _whole(part: str) -> str:
    """A short part stays on one line; what others wrote is made safe before it is glued."""
    safe = glued(neutral(part))
    return safe.replace(" ", GLUE) if len(part) < _LONGEST else safe


_LONGEST: Final = 28


def of_no_law(cite: str) -> str:
    """A citation as readers see it: what is our own model says no more than that."""
    return "our model" if cite in {"model", "model (model)"} else cite


def _defects(entry: EntryTold) -> Iterable[Remark]:
    for defect in entry.defects:
        why = f"; it stands because: {defect.why}" if defect.why else ""
        yield Remark(mark="✗", style="bad", text=f"irregular: {defect}{why}")


def remark_line(remark: Remark) -> Text:
    """A remark with its mark in front."""
    pieces: Sequence[Piece] = ((f"{remark.mark} ", remark.style), (remark.text, remark.style))
    return line(*pieces)
