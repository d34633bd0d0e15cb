"""What a party could know by a day: its own acts, what reached it, and what was published."""

from datetime import date

from domain.proceeding.acts.service import NOTIFIABLE, ActNotified, ActPublished
from domain.proceeding.envelope import RecordedEvent
from projections.folding import History, state_of


def known_to(history: History, party: str, day: date) -> History:
    """The events that a party could know at the end of a day.

    An act addressed to it is known from its notification, any act from its publication, and what
    is addressed to nobody on its own day. The authority knows all of its file.
    """
    until = tuple(recorded for recorded in history if recorded.on <= day)
    state = state_of(until)
    found = state.party(party)
    if found is None or found.role == "authority":
        return until if found is not None else ()
    served = {act.id for act in state.acts if act.notified_on(party) is not None}
    public = {act.id for act in state.acts if act.published_on is not None}
    closed = {act.id for act in state.acts if act.kind in NOTIFIABLE} - served - public
    return tuple(recorded for recorded in until if _open_to(recorded, party, closed))


def _open_to(recorded: RecordedEvent, party: str, closed: set[str]) -> bool:
    event = recorded.event
    match event:
        case ActNotified():
            return event.to == party or event.of not in closed
        case ActPublished():
            return True
    return event.by == party or event.act not in closed
