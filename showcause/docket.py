"""Use cases on stored proceedings: take a command, answer a question. No rule lives here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Self, TypeVar

from attrs import field, frozen

from domain.aggregate import Proceeding, history
from domain.errors import shown
from domain.proceeding.acts.file import ChangeLaw
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.messages import Command
from domain.rulebook.nearest import nearest
from domain.rulebook.rulebook import Rulebook
from projections.folding import ReadModel
from showcause.store.answers import DocketEntry, Dossier, Receipt, receipt_of
from showcause.store.casework import Casework, telling
from showcause.store.checking import Problem, problems, proceedings
from showcause.store.errors import (
    ConcurrentWriteError,
    ExchangeError,
    OtherLawError,
    SettingsError,
    StoreError,
    UnknownProceedingError,
    UnreadableError,
)
from showcause.store.exchange import exported, imported
from showcause.store.views import Views

__all__ = [
    "ConcurrentWriteError",
    "Docket",
    "DocketEntry",
    "Dossier",
    "ExchangeError",
    "OtherLawError",
    "Problem",
    "Receipt",
    "SettingsError",
    "StoreError",
    "UnknownProceedingError",
    "UnreadableError",
]

R = TypeVar("R", bound=ReadModel)


@frozen(kw_only=True)
class Docket:
    """The proceedings of one store. Its methods may be called from several threads.

    They raise StoreError where the store cannot do what is asked, and CommandRefusedError where
    the law says no. A clock is asked for the moment of recording alone: legal days are in commands.
    """

    casework: Casework
    clock: Callable[[], datetime]
    models: Sequence[type[ReadModel]] = ()
    _views: Views = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Keep the line of each proceeding beside the read models that were asked for."""
        object.__setattr__(self, "_views", Views(self.casework, (DocketEntry, *self.models)))

    def open(
        self,
        command: RegisterProceeding,
        law: Rulebook,
        *,
        command_id: str,
        names: Mapping[str, str] | None = None,
    ) -> Receipt:
        """Register a proceeding; `names` of its parties go into the register, not into the log."""
        with telling():
            self.casework.check_name(command.proceeding)
            found = self.casework.find(command.proceeding)
            if found is None:
                receipt = self._registered(command, law, command_id)
            else:
                (receipt,) = self._recorded(found, {command_id: command}, law)
            for party, name in (names or {}).items():
                self.name(command.proceeding, party, name)
            return receipt

    def act(
        self,
        proceeding: str,
        command: Command,
        law: Rulebook | None = None,
        *,
        command_id: str,
        position: int | None = None,
    ) -> Receipt:
        """Give an act; it is decided on the latest state, under the law that the store keeps.

        With `position`, what the caller has seen up to there must be all there is. Another `law`
        than the one so far is refused. The same `command_id` again adds nothing.
        """
        return self.act_together(proceeding, {command_id: command}, law, position=position)[0]

    def act_together(
        self,
        proceeding: str,
        commands: Mapping[str, Command],
        law: Rulebook | None = None,
        *,
        position: int | None = None,
    ) -> tuple[Receipt, ...]:
        """Give several acts by their ids, each decided on the state after the one before.

        All are recorded, in one transaction, or none; otherwise as `act`.
        """
        with telling():
            found = self.casework.load(proceeding)
            if next(iter(commands)) not in found.command_ids:
                self._check_position(found, position)
                other = law is not None and law.digest != found.law
                if law is not None and other and not _turning(commands):
                    raise OtherLawError(proceeding, found.law, law.digest)
            kept = self.casework.law(found.law)
            brought = law if law is not None and _turning(commands) else kept
            return self._recorded(found, commands, brought)

    def show(self, proceeding: str, as_of: date | None = None) -> Dossier:
        """A proceeding up to the end of a day, or whole."""
        with telling():
            found = self.casework.load(proceeding)
            events = history(found)
            return Dossier(
                proceeding=proceeding,
                as_of=as_of,
                position=found.version,
                law=self.casework.law(found.law),
                history=tuple(one for one in events if as_of is None or one.on <= as_of),
                names=self.casework.registry.names(proceeding),
            )

    def list(self) -> tuple[DocketEntry, ...]:
        """Every proceeding, by name."""
        return tuple(self.views(DocketEntry).values())

    def view(self, model: type[R], proceeding: str) -> R:
        """The stored view of one proceeding, caught up with the log."""
        with telling():
            return self._views.read(model, proceeding)

    def views(self, model: type[R]) -> Mapping[str, R]:
        """The stored views of all proceedings, by name, caught up with the log."""
        with telling():
            return self._views.read_all(model)

    def catch_up(self) -> int:
        """Fold what the log has gained into the views, and tell how many events that were."""
        with telling():
            return self._views.catch_up()

    def rebuild(self) -> int:
        """Fold the whole log into new views, and tell how many events that were."""
        with telling():
            return self._views.rebuild()

    def verify(self) -> tuple[Problem, ...]:
        """Everything that is not as it should be in the log, the laws and the views."""
        with telling():
            return tuple(problems(self.casework, self._views))

    def count(self) -> int:
        """How many proceedings the log has rows of, whether they can be read or not."""
        with telling():
            return proceedings(self.casework)

    def export(self, proceeding: str) -> Iterator[str]:
        """The proceeding as JSON lines without their ends, its laws included, names left out."""
        with telling():
            yield from exported(self.casework, proceeding)

    def import_(self, lines: Iterable[str]) -> Receipt:
        """Take over an exported proceeding, or what it has more than the store."""
        with telling():
            found, known = imported(self.casework, lines)
            return Receipt(
                proceeding=found.name,
                position=found.version,
                events=history(found)[known:],
                repeated=known >= found.version,
            )

    def name(self, proceeding: str, party: str, name: str) -> None:
        """Enter the name of a party into the register, or write over it."""
        with telling():
            self._check_party(proceeding, party)
            self.casework.registry.put_name(proceeding, party, name)

    def registered_name(self, proceeding: str, party: str) -> str | None:
        """The name of a party in the register: empty once forgotten, None if it never had one.

        A name in the register is found even where the log cannot be read.
        """
        with telling():
            names = self.casework.registry.names(proceeding)
            if party not in names:
                self._check_party(proceeding, party)
            return names.get(party)

    def forget(self, proceeding: str, party: str) -> bool:
        """Empty the name of a party in the register; false if there was none to empty."""
        with telling():
            return self.casework.registry.forget(proceeding, party)

    def close(self) -> None:
        """Let go of the store."""
        self.casework.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _check_party(self, proceeding: str, party: str) -> None:
        keys = [one.key for one in self.casework.load(proceeding).state.parties]
        if party not in keys:
            near = nearest(party, keys)
            hint = f"; did you mean {shown(near)}?" if near is not None else ""
            there = f"there are: {', '.join(keys)}{hint}"
            raise StoreError(f"{shown(party)} is no party of {proceeding}; {there}")

    def _registered(self, command: RegisterProceeding, law: Rulebook, command_id: str) -> Receipt:
        """A first event; where somebody else was quicker, what is there decides."""
        new = Proceeding.register(command, law, command_id=command_id, now=self.clock())
        self.casework.keep_law(law)
        try:
            self.casework.record(new)
        except ConcurrentWriteError:
            there = self.casework.load(command.proceeding)
            (receipt,) = self._recorded(there, {command_id: command}, law)
            return receipt
        return receipt_of(new, command_id)

    def _check_position(self, found: Proceeding, position: int | None) -> None:
        if position is not None and position > found.version:
            last = f"the last event of {found.name} is {found.version}"
            raise StoreError(f"there is no event {position} yet: {last}")
        if position not in {None, found.version}:
            raise ConcurrentWriteError(found.name, position or 0)

    def _recorded(
        self, found: Proceeding, commands: Mapping[str, Command], law: Rulebook
    ) -> tuple[Receipt, ...]:
        """Decide all, then save; an attempt whose answer was lost is found again by its ids."""
        known = found.command_ids
        warnings = {
            one_id: found.handle(one, law, command_id=one_id, now=self.clock()).warnings
            for one_id, one in commands.items()
        }
        if found.pending_events:
            self.casework.keep_law(law)
            try:
                self.casework.record(found)
            except ConcurrentWriteError:
                there = self.casework.load(found.name)
                if not commands.keys() <= there.command_ids:
                    raise
                return self._recorded(there, commands, law)
        return tuple(
            receipt_of(found, one_id, warnings=told, repeated=one_id in known)
            for one_id, told in warnings.items()
        )


def _turning(commands: Mapping[str, Command]) -> bool:
    """Whether the acts begin with one that brings in another law."""
    return isinstance(next(iter(commands.values())), ChangeLaw)
