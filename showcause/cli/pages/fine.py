"""A fine worked out: its steps with their sources, or several methods and where they part."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from domain.methods import AnyMethod, Calculation, Comparison, FineInput, MethodRefusal, Step
from showcause.cli.pages.layout import columns, indented, section
from showcause.cli.words import line

__all__ = ["fine_page", "methods_page"]


def fine_page(given: FineInput, found: Comparison) -> RenderableType:
    """One calculation in full, or the results of several and the steps at which they differ."""
    head = line((given.title or given.fine, "title"), (f"  decided on {given.day}", "quiet"))
    parts: list[RenderableType] = [head]
    if len(found.outcomes) > 1:
        parts.append(_side_by_side(found))
    else:
        parts.extend(part for one in found.calculations for part in _steps(one))
    parts.extend(_refused(refusal) for refusal in found.refusals)
    if found.partings:
        parts.append(_partings(found))
    return Group(*parts, Text(), line(("A training simulation, not legal advice.", "quiet")))


def methods_page(methods: Sequence[AnyMethod]) -> RenderableType:
    """The methods there are, each with its versions and of which kind they are."""
    rows: list[list[RenderableType]] = [
        [line((one.method, "title")), Group(line(one.title), *_versions(one))] for one in methods
    ]
    following = columns([["showcause fine FILE --method NAME, or --method all"]])
    return Group(section("Fine methods", columns(rows)), section("Next", following))


def _versions(method: AnyMethod) -> Iterator[Text]:
    for one in method.versions:
        kind = one.kind.value if one.kind is not None else ""
        until = f" until {one.until}" if one.until is not None else ""
        yield line((f"version {one.version}, {kind}, since {one.since}{until}", "quiet"))


def _steps(one: Calculation) -> Iterator[RenderableType]:
    head = f"{one.method}, version {one.version}, {one.kind}: {one.title}"
    rows = [[line((step.number, "quiet")), _told(step)] for step in one.steps]
    yield section("Steps", indented(line((head, "quiet"))), columns(rows))
    yield section("Result", columns(_result(one)))
    if one.warnings:
        yield section("Mind", *(indented(line((text, "doubt"))) for text in one.warnings))


def _told(step: Step) -> RenderableType:
    of = f"  {step.of}" if step.of else ""
    because = f" ({step.because})" if step.because else ""
    return Group(
        line((step.name, "title"), (of, "quiet")),
        line(f"{step.text}{because}", (f"  [{step.label}]", "quiet")),
    )


def _result(one: Calculation) -> Iterator[list[RenderableType]]:
    word = "fine" if one.amount is not None else "fine, as far as it is chosen"
    yield [word, line((str(one.sums), "sum"))]
    yield ["legal maximum", line(str(one.maximum))]
    for text in one.bound_by:
        yield ["cut by", line((text, "doubt"))]
    yield ["label", line((one.label, "quiet"))]


def _refused(refusal: MethodRefusal) -> RenderableType:
    parts = [indented(line((str(defect), "bad"))) for defect in refusal.defects]
    return section("Refused", *parts, aside=refusal.method)


def _side_by_side(found: Comparison) -> RenderableType:
    rows = [
        [
            line((one.method, "title")),
            line((str(one.sums), "sum")),
            line((f"{one.label}; at most {one.maximum}", "quiet")),
        ]
        for one in found.calculations
    ]
    return section("Side by side", columns(rows))


def _partings(found: Comparison) -> RenderableType:
    parts: list[RenderableType] = []
    for one in found.partings:
        of = f", {one.of}" if one.of else ""
        rows = [[line((m, "quiet")), line(text or "no such step")] for m, text in one.says]
        parts.append(indented(line((f"{one.key}{of}", "title"), f": {one.why}"), columns(rows)))
    return section("Where they part", *parts)
