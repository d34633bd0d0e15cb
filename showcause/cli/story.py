"""What the timeline tells: the events of all sides, with what their files say about each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from scenarios.marks import Marks
from scenarios.rows import ToldDifferently
from scenarios.views import DeadlineTold, EntryTold
from showcause.cli.pages.happened import Remark, Told
from showcause.cli.side import Refused, Side
from showcause.cli.words import day_words

__all__ = ["inferred_of", "tags_of", "told_by", "told_otherwise"]


def tags_of(sides: Sequence[Side]) -> Mapping[str, tuple[str, str]]:
    """A short name and a style for each side: what its name has that most others have not."""
    names = [side.name for side in sides]
    begin = _begin_of_most(names)
    short = [name.removeprefix(begin) for name in names]
    told = short if len({*short}) == len(short) else names
    return {
        name: (tag, f"tag.{place % 5}")
        for place, (name, tag) in enumerate(zip(names, told, strict=True))
    }


def _begin_of_most(names: Sequence[str]) -> str:
    """The longest beginning, in whole words, that more than half of the names go on after."""
    parts = [name.split("-") for name in names]
    begins = Counter(
        "".join(f"{part}-" for part in words[:place])
        for words in parts
        for place in range(1, len(words))
    )
    return max((one for one, many in begins.items() if 2 * many > len(names)), key=len, default="")


def told_by(sides: Sequence[Side], day: date) -> Sequence[Told]:
    """All entries of all sides in the order of their days, refused acts in their places."""
    tags = tags_of(sides) if len(sides) > 1 else {}
    told = [one for side in sides for one in _of_side(side, day, tags.get(side.name))]
    return sorted(told, key=lambda one: one.entry.on.earliest or date.max)


def _of_side(side: Side, day: date, tag: tuple[str, str] | None) -> Iterator[Told]:
    for command_id, same in groupby(side.timeline(day), lambda entry: entry.command_id):
        entries = list(same)
        marks = side.marks(command_id)
        for place, entry in enumerate(entries, 1):
            last = place == len(entries)
            remarks = (*_in_words(entries, marks), *_remarks(side, command_id, marks))
            yield Told(
                entry=entry,
                tag=tag,
                sources=marks.source if last else (),
                remarks=remarks if last else (),
                label=marks.day if marks.day in {"inferred", "assumed"} else "",
            )
    for refused in side.refused(day):
        yield Told(entry=_entry_of(refused), tag=tag, remarks=tuple(_reasons(refused)))


def _in_words(entries: Sequence[EntryTold], marks: Marks) -> Iterator[Remark]:
    """What the file tells in its own words, where the sentences of the acts leave it out."""
    words = marks.what.rstrip(".")
    if words and not any(words in entry.sentence for entry in entries):
        yield Remark(mark="·", style="", text=words)


def _remarks(side: Side, command_id: str, marks: Marks) -> Iterator[Remark]:
    """What is inferred, what a rule from memory warns of, and what was told elsewhere."""
    if marks.day == "inferred":
        yield Remark(mark="≈", style="doubt", text=f"the day is inferred: {marks.why}")
    elif marks.inferred and not _inferred_elsewhere(side, command_id):
        yield Remark(mark="≈", style="doubt", text=f"inferred: {marks.inferred}")
    for warning in side.warnings(command_id):
        yield Remark(mark="≈", style="doubt", text=warning.caution)
    yield from map(told_otherwise, marks.told_differently)


def told_otherwise(other: ToldDifferently) -> Remark:
    """What was said elsewhere, and what the texts have instead."""
    but = f"; but: {other.but}" if other.but else ""
    text = f"told differently: “{other.said}” ({other.source}){but}"
    return Remark(mark="≠", style="told", text=text)


def _inferred_elsewhere(side: Side, command_id: str) -> bool:
    """Whether what a row infers is the day of its notification or publication, shown there."""
    moments = (f"{command_id}/{moment}" for moment in ("notified", "published"))
    moment_itself = command_id.rpartition("/")[2] in {"notified", "published"}
    return moment_itself or any(side.marks(one).day == "inferred" for one in moments)


def _entry_of(refused: Refused) -> EntryTold:
    where = f", at the {refused.reading} alone" if refused.reading else ""
    return EntryTold(
        on=refused.on,
        command_id=refused.command_id,
        act=refused.name,
        event="",
        by=refused.refusal.by,
        local="",
        sentences=(f"Refused as {refused.refusal.kind}{where}: {refused.refusal.act}.",),
        cite="",
        defects=(),
    )


def _reasons(refused: Refused) -> Iterator[Remark]:
    style = "doubt" if refused.expected else "bad"
    for defect in refused.refusal.defects:
        yield Remark(mark="✗", style=style, text=str(defect))


def inferred_of(side: Side, due: DeadlineTold) -> str:
    """What is inferred or assumed of the day that a deadline runs from; empty where it is told."""
    marks = side.deadline_marks(due)
    if marks is None or marks.day not in {"inferred", "assumed"}:
        return ""
    return f"runs from {day_words(due.since)}, a day that is {marks.day}"
