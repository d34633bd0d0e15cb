"""What the library shows of the law, as a page: counts, and the values that decide nothing."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType

from scenarios.coverage import VERDICTS, Covered
from showcause.cli.pages.layout import columns, paragraph, section
from showcause.cli.words import Piece, line, plural

__all__ = ["coverage_page"]

_SAYS = {
    "decisive": "another value would change a story",
    "asked": "its rule is asked for, and no story would change",
    "never asked": "no story asks for its rule",
}


def coverage_page(found: Mapping[str, Sequence[Covered]], *, every: bool) -> RenderableType:
    """A table of counts, then each rulebook with what its values decide."""
    parts: list[RenderableType] = [
        line(("What the shipped scenarios show of the law", "title")),
        section("Rulebooks", columns(_counts(found), right=(1, 2, 3, 4))),
        section("Words", columns([[line((v, "title")), line(_SAYS[v])] for v in VERDICTS])),
    ]
    for rulebook, values in found.items():
        parts.append(section(rulebook, *_told(values, every=every)))
    return Group(*parts)


def _counts(found: Mapping[str, Sequence[Covered]]) -> Iterator[list[RenderableType]]:
    yield [line(""), line(("values", "quiet")), *(line((v, "quiet")) for v in VERDICTS)]
    for rulebook, values in found.items():
        counts = [sum(one.verdict == verdict for one in values) for verdict in VERDICTS]
        yield [line((rulebook, "title")), line(str(len(values))), *(line(str(n)) for n in counts)]


def _told(values: Sequence[Covered], *, every: bool) -> Iterator[RenderableType]:
    """The values by verdict, the silent ones first; a version that nothing asks for is one line."""
    for verdict in reversed(VERDICTS):
        own = [one for one in values if one.verdict == verdict]
        if own and (every or verdict != "decisive"):
            yield paragraph((f"{verdict}: {_SAYS[verdict]}", "quiet"))
            asked = verdict != "never asked"
            rows = map(_row, own) if asked else (_version(one) for one in _by_version(own))
            yield from (paragraph(*row, by=4) for row in rows)
    if not every and all(one.verdict == "decisive" for one in values):
        yield paragraph("Every value of it decides something.")


def _by_version(values: Sequence[Covered]) -> Iterator[list[Covered]]:
    grouped: dict[tuple[str, str, str], list[Covered]] = {}
    for one in values:
        key = (one.value.section, one.value.name, one.value.since)
        grouped.setdefault(key, []).append(one)
    yield from grouped.values()


def _version(values: Sequence[Covered]) -> tuple[Piece, ...]:
    first = values[0].value
    count = f": {plural(len(values), 'value')}"
    return f"{first.section}.{first.name}", count, (f"  since {first.since}", "quiet")


def _row(one: Covered) -> tuple[Piece, ...]:
    by = f"  {one.decides}" if one.decides else ""
    return f"{one.value}: {one.value.text}", (f"  since {one.value.since}", "quiet"), (by, "quiet")
