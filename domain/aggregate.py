"""A proceeding on the event library: a shell that decides, records and folds, and rules nothing."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Self
from uuid import UUID, uuid5

from attrs import field, frozen
from eventsourcing.domain import BaseAggregate, CanInitAggregate, CanMutateAggregate
from eventsourcing.utils import register_topic

from domain.errors import HistoryError, ImpossibleActError, IrregularActError
from domain.proceeding.acts.file import ChangeLaw
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.deciding import BY_COMMAND, decide, fold
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.messages import Accepted, Command, Event, Refusal, Verdict, impossible
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook

NAMESPACE = UUID("6f0b8a52-6d3e-5c0a-9b53-2f6a6f5f2c11")
"""Ids are made from it and the name of a proceeding; with another one no stored id is found."""

_PROCEEDING = "showcause/proceeding"
_RECORDED = "showcause/recorded"
_CREATED = "showcause/created"


def proceeding_id(name: str) -> UUID:
    """The id under which the library stores the proceeding of that name, the same everywhere."""
    return uuid5(NAMESPACE, name)


@frozen(eq=False)
class Unread:
    """A stored command that nobody has asked for yet: a replay needs its id alone."""

    read: Callable[[], Command]


Given = Command | Unread | None


def _read(given: Given) -> Command | None:
    return given.read() if isinstance(given, Unread) else given


@frozen(kw_only=True, slots=False)  # the library reads and writes __dict__
class Recorded(CanMutateAggregate[UUID]):
    """An event as the library stores it; the first of a commit carries the command that was given.

    `timestamp` is the moment of recording, for audit only; legal days are in the event. `law` is
    the digest of the law that the command met.
    """

    TOPIC = _RECORDED

    originator_id: UUID
    originator_version: int
    timestamp: datetime
    proceeding: str
    event: Event
    command_id: str
    law: str
    given: Given = field(default=None, eq=_read)

    @property
    def command(self) -> Command | None:
        """The command, if this is the first event of its commit."""
        return _read(self.given)

    def apply(self, aggregate: "Proceeding") -> None:
        """Enter the event in the file."""
        aggregate.enter(self)

    def as_event(self) -> RecordedEvent:
        """The same as folds see it."""
        return RecordedEvent(
            proceeding=self.proceeding,
            position=self.originator_version,
            event=self.event,
            command_id=self.command_id,
            law=self.law,
        )


@frozen(kw_only=True, slots=False)
class Created(Recorded, CanInitAggregate[UUID]):
    """The first event of a proceeding: its registration."""

    TOPIC = _CREATED

    originator_topic: str = _PROCEEDING


class Proceeding(BaseAggregate[UUID]):
    """One authority's file, as the library keeps it; `state` is what `decide` reads."""

    TOPIC = _PROCEEDING

    def __init__(self) -> None:
        self._state = ProceedingState()
        self._records: list[Recorded] = []
        self._given: dict[str, Given] = {}

    @classmethod
    def register(
        cls, command: RegisterProceeding, law: Rulebook, *, command_id: str, now: datetime
    ) -> Self:
        """A new proceeding; its id follows from its name, so that a second one cannot be stored."""
        accepted = _accepted(decide(ProceedingState(), command, law))
        (event,) = accepted.events
        return cls._create(
            Created,
            id=proceeding_id(command.proceeding),
            timestamp=_moment(now),
            proceeding=command.proceeding,
            event=event,
            command_id=_told(command_id),
            law=law.digest,
            given=command,
        )

    def handle(
        self, command: Command, law: Rulebook, *, command_id: str, now: datetime
    ) -> Accepted:
        """Decide and record; the same id again adds nothing, whatever the law is by then.

        The law is that of the last commit; another one comes in by a `ChangeLaw` that names it.
        """
        if command_id in self._given:
            return self._repeated(command, command_id)
        if law.digest != self.law and not isinstance(command, ChangeLaw):
            raise ImpossibleActError(_other_law(command, law, self.law))
        accepted = _accepted(decide(self._state, command, law))
        for place, event in enumerate(accepted.events):
            self.trigger_event(
                Recorded,
                timestamp=_moment(now),
                proceeding=self.name,
                event=event,
                command_id=_told(command_id),
                law=law.digest,
                given=None if place else command,
            )
        return accepted

    def enter(self, record: Recorded) -> None:
        """Fold one record that was just triggered; the library counts it."""
        self._fold((record,))

    def replay(self, records: Sequence[Recorded]) -> None:
        """Fold stored records, one after the other and counted once at the end."""
        if records:
            self._fold(records)
            self.version = records[-1].originator_version
            self.modified_on = records[-1].timestamp

    def _fold(self, records: Iterable[Recorded]) -> None:
        folded = tuple(records)
        self._state = fold((record.event for record in folded), self._state)
        self._records.extend(folded)
        for record in folded:
            self._given.setdefault(record.command_id, record.given)

    @property
    def name(self) -> str:
        """The number under which the proceeding is entered."""
        return self._records[0].proceeding

    @property
    def command_ids(self) -> frozenset[str]:
        """The ids of the commands that were recorded: sent again, they add nothing."""
        return frozenset(self._given)

    @property
    def state(self) -> ProceedingState:
        """What was recorded, by kind."""
        return self._state

    @property
    def law(self) -> str:
        """The digest of the law that the last commit met."""
        return self._records[-1].law

    @property
    def records(self) -> tuple[Recorded, ...]:
        """Every record, those that are pending included."""
        return tuple(self._records)

    def _repeated(self, command: Command, command_id: str) -> Accepted:
        if _read(self._given[command_id]) == command:
            return Accepted(events=())
        act = BY_COMMAND[type(command)].act
        message = f"the command id '{command_id}' was given to another command"
        raise ImpossibleActError(impossible(act, "command id", message, asked=command_id))


register_topic(_PROCEEDING, Proceeding)
register_topic(_RECORDED, Recorded)
register_topic(_CREATED, Created)


def project(proceeding: Proceeding | None, records: Iterable[Recorded]) -> Proceeding | None:
    """Fold stored records: a projector, as the library calls it, and much faster than its own."""
    stored = tuple(records)
    _check_order(stored, after=0 if proceeding is None else proceeding.version)
    if proceeding is None and stored:
        proceeding, stored = stored[0].mutate(None), stored[1:]
    if proceeding is not None:
        proceeding.replay(stored)
    return proceeding


def _check_order(records: Sequence[Recorded], *, after: int) -> None:
    for position, record in enumerate(records, start=after + 1):
        in_order = record.originator_version == position
        if not in_order or isinstance(record, Created) is not (position == 1):
            raise HistoryError(
                f"record {record.originator_version} of {record.proceeding}, a "
                f"{type(record.event).__name__}, stands where number {position} should"
            )


def history(source: Proceeding | Iterable[Recorded]) -> tuple[RecordedEvent, ...]:
    """The events of a proceeding, or of records, as folds read them."""
    records = source.records if isinstance(source, Proceeding) else source
    return tuple(record.as_event() for record in records)


def _accepted(verdict: Verdict) -> Accepted:
    """What stands, or the refusal as the error that the library's users expect."""
    if isinstance(verdict, Accepted):
        return verdict
    raise _error_of(verdict)


def _error_of(refusal: Refusal) -> IrregularActError | ImpossibleActError:
    kind = ImpossibleActError if refusal.kind == "impossible" else IrregularActError
    return kind(refusal)


def _other_law(command: Command, law: Rulebook, digest: str) -> Refusal:
    """The refusal of an act under a law that no act has brought in."""
    act = BY_COMMAND[type(command)].act
    message = (
        f"the file goes by the law {digest[:12]}, not by {law.name} ({law.digest[:12]}); "
        "a change of law has to come first"
    )
    return impossible(act, "law", message, asked=law.digest)


def _told(command_id: str) -> str:
    if not command_id:
        raise ValueError(
            "a command needs an id: without one, sending it again would record it twice"
        )
    return command_id


def _moment(now: datetime) -> datetime:
    """The moment in UTC, so that equal moments are equal bytes."""
    if now.tzinfo is None:
        raise ValueError(f"the moment {now} has no time zone")
    return now.astimezone(UTC)
