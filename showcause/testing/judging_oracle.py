"""What appeals, suspensions and courts make of sums, worked out once more from the events alone.

The engine records what lives again after a judgment was set aside; here that record is not read.
Of all rulings those count whose judgment stands, and of these the last one about a sum.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.proceeding.acts.amendment import MeasureAmended
from domain.proceeding.acts.appeal import AppealLodged
from domain.proceeding.acts.confirmation import ConfirmationDecided
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.acts.reconsideration import ActReconsidered, ReconsiderationRequested
from domain.proceeding.acts.suspension import SuspensionDecided
from domain.proceeding.messages import Event

GONE = ("annulled", "revoked", "set aside")
RECORDED = ("revived", "restored")
KEEPING = ("upheld", "varied", "annulled in part")

Judging = AppealDecided | ActReconsidered | ConfirmationDecided


def undone(events: Sequence[Event]) -> frozenset[str]:
    """The acts that are set aside by an act that is not set aside itself."""
    found: set[str] = set()
    for event in reversed(events):
        if isinstance(event, Judging) and event.act not in found:
            found.update(one.of for one in event.outcomes if one.result == "set aside")
    return frozenset(found)


def ruled(event: Event, of: str) -> Iterator[int]:
    """The sums, in minor units, that the rulings of an event set something to, in their order."""
    for one in event.outcomes if isinstance(event, Judging) else ():
        if one.of == of and one.result in GONE and "is set aside" not in one.because:
            yield 0
        elif one.of == of and one.amount is not None and one.result not in RECORDED:
            yield one.amount.minor


def held(events: Sequence[Event], of: str, day: date) -> bool:
    """Whether a sum is suspended at the end of a day, by an appeal or by decision."""
    asked: dict[str, tuple[str, ...]] = {}
    pending: set[str] = set()
    granted: list[tuple[set[str], date | None]] = []
    for event in events:
        match event:
            case AppealLodged() | ReconsiderationRequested():
                asked[event.act] = event.suspends
                pending.add(event.act)
            case AppealDecided() | ActReconsidered():
                pending.discard(getattr(event, "on_appeal", "") or getattr(event, "answers", ""))
                pending.update(getattr(event, "reopens", ()))
                _without(granted, event.releases)
            case SuspensionDecided(result="granted"):
                granted.append((set(event.of), event.until))
            case SuspensionDecided(result="ended"):
                _without(granted, event.of)
            case MeasureAmended(suspended=True):
                granted.append(({event.of}, event.suspended_until))
            case MeasureAmended(resumed=True):
                _without(granted, (event.of,))
            case _:
                pass
    by_law = any(of in asked.get(appeal, ()) for appeal in pending)
    return by_law or any(of in about and (end is None or day <= end) for about, end in granted)


def _without(granted: list[tuple[set[str], date | None]], of: tuple[str, ...]) -> None:
    for about, _ in granted:
        about.difference_update(of)


def confirmed(events: Sequence[Event], names: frozenset[str]) -> bool:
    """Whether a court that is not set aside has confirmed a fine, or its decision."""
    gone = undone(events)
    for event in events:
        match event:
            case ConfirmationDecided(of=of, result="confirmed") if of in names:
                return True
            case AppealDecided() if event.act not in gone:
                kept = {one.of for one in event.outcomes if one.result in KEEPING}
                if kept & names:
                    return True
            case _:
                pass
    return False


def gone(events: Sequence[Event], of: str) -> bool:
    """Whether a thing was annulled, or fell, by an act that is not set aside."""
    aside = undone(events)
    acts = (one for one in events if isinstance(one, Judging) and one.act not in aside)
    rulings = (ruling for act in acts for ruling in act.outcomes)
    return any(
        one.of == of and one.result in GONE and "is set aside" not in one.because for one in rulings
    )


def gone_since(events: Sequence[Event], of: str) -> date | None:
    """Since when a thing is gone; None if it stands in the end."""
    if not gone(events, of):
        return None
    since: date | None = None
    for place in range(len(events)):
        if not gone(events[: place + 1], of):
            since = None
        elif since is None:
            since = events[place].on
    return since


def idle(events: Sequence[Event], names: tuple[str, ...], day: date) -> bool:
    """Whether nobody had to comply on a day: suspended, or annulled at its end."""
    by_then = [event for event in events if event.on <= day]
    if any(held(by_then, of, day) for of in names):
        return True
    return any(gone(by_then, of) for of in names)
