"""What was recorded in the store, once it is on the disk."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from projections import sentence
from showcause.cli.pages.happened import of_no_law
from showcause.cli.pages.layout import columns, indented
from showcause.cli.words import line, plural, short_day
from showcause.docket import Receipt

__all__ = ["acknowledgement"]


def acknowledgement(receipts: Sequence[Receipt], notes: Sequence[str] = ()) -> RenderableType:
    """The events that are new, or that nothing is; then what the law warns of, and other notes."""
    last = receipts[-1]
    new = [one for receipt in receipts if not receipt.repeated for one in receipt.events]
    if not new:
        known = f"nothing added, it was recorded before; event {last.position} is the last"
        return line((last.proceeding, "title"), f": {known}")
    said = f": {plural(len(new), 'event')} recorded, the last is {last.position}"
    rows = [
        [
            line((short_day(one.on), "day")),
            line(
                sentence(one.event), (f"  [{one.event.act}; {of_no_law(one.event.basis)}]", "quiet")
            ),
        ]
        for one in new
    ]
    more = [indented(line((f"≈ {note}", "doubt"))) for note in notes]
    title = line((last.proceeding, "title"), said)
    return Group(title, columns(rows, by=1), *_warnings(receipts), *more)


def _warnings(receipts: Sequence[Receipt]) -> Iterator[RenderableType]:
    for receipt in receipts:
        for warning in receipt.warnings:
            yield indented(line((f"≈ {warning.caution}", "doubt")))
