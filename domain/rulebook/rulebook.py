"""A composed rulebook: what the law is on a day, from the file itself and those it extends."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import Literal, TypeVar

import attrs
from attrs import field, frozen

from domain.calendars import Calendar, TimeRule
from domain.errors import RuleNotFoundError, RuleNotInForceError
from domain.rulebook.model import (
    DutyRule,
    ExchangeRule,
    Gap,
    JointMaximumRule,
    MaximumRule,
    Organ,
    PenaltyRule,
    PeriodRule,
    Power,
    ReductionRule,
    RulebookFile,
    TimeRuleVersion,
    Version,
)

V = TypeVar("V", bound=Version)


@frozen(eq=False)
class Rulebook:
    """The law of one authority; every question about it names a day."""

    name: str
    title: str
    country: str
    currency: str
    time_rule_name: str
    calendar: Calendar
    instruments: Mapping[str, str]
    organs: Mapping[str, Organ]
    layers: tuple[RulebookFile, ...]
    not_modelled: tuple[Gap, ...]
    digest: str
    # not copied by attrs.evolve: a changed law must not answer from the memory of the old one
    _powers: dict[tuple[str, str, date], tuple[Power, ...]] = field(
        factory=dict, init=False, repr=False
    )

    def __repr__(self) -> str:
        """Name and digest alone: the whole law would bury the message that it stands in."""
        return f"<Rulebook {self.name} {self.digest[:12]}>"

    def powers(self, act: str, on: date) -> tuple[Power, ...]:
        """The alternative powers for an act that day; empty if it does not exist there."""
        return self._composed("acts", act, on)

    def measures(self, kind: str, on: date) -> tuple[Power, ...]:
        """The alternative powers for a measure of a decision that day."""
        return self._composed("measures", kind, on)

    def names(self, section: str) -> tuple[str, ...]:
        """The names of a section, the rulebook's own first."""
        found = [name for layer in self.layers for name, _ in getattr(layer, section)]
        return tuple(dict.fromkeys(found))

    def versions(self, section: str, name: str) -> tuple[Version, ...]:
        """All versions of a rule, of the nearest rulebook that has it."""
        for layer in self.layers:
            for found, versions in getattr(layer, section):
                if found == name:
                    return tuple(versions)
        raise RuleNotFoundError(f"the rulebook {self.name} has no {section} rule '{name}'")

    def has(self, section: str, name: str) -> bool:
        """Whether there is such a rule, in force or not."""
        return name in self.names(section)

    def period(self, name: str, on: date) -> PeriodRule:
        """The period of that name that is in force that day."""
        return self._single("periods", name, on, PeriodRule)

    def periods_from(self, point: str, on: date) -> tuple[PeriodRule, ...]:
        """The periods that start at a point such as `charges.notified`."""
        return tuple(
            rule
            for name in self.names("periods")
            for rule in in_force(self.versions("periods", name), on)[-1:]
            if isinstance(rule, PeriodRule) and point in rule.from_
        )

    def periods_before(self, act: str, on: date) -> tuple[PeriodRule, ...]:
        """The times that must be left between the announcement of an act and the act."""
        rules = self._all("periods", on, PeriodRule)
        return tuple(rule for rule in rules if rule.before == act)

    def time_rule(self, name: str, on: date) -> TimeRule:
        """The way of counting of that name that day; the rulebook's own if the name is empty."""
        return self.time_rule_version(name, on).rule()

    def time_rule_version(self, name: str, on: date) -> TimeRuleVersion:
        """The same with its labels."""
        return self._single("time_rules", name or self.time_rule_name, on, TimeRuleVersion)

    def duties(self, on: date) -> tuple[DutyRule, ...]:
        """What can be found infringed that day without a fine."""
        return self._all("duties", on, DutyRule)

    def maxima(self, on: date) -> tuple[MaximumRule, ...]:
        """Every maximum in force that day."""
        return self._all("maxima", on, MaximumRule)

    def exchange(self, currency: str, on: date) -> ExchangeRule | None:
        """At what rate a currency counts that day, if the law says so."""
        rates = self._all("exchange", on, ExchangeRule)
        return next((rate for rate in rates if rate.from_ == currency), None)

    def reductions(self, on: date) -> tuple[ReductionRule, ...]:
        """Every reduction that the law knows that day."""
        return self._all("reductions", on, ReductionRule)

    def joint_maxima(self, on: date) -> tuple[JointMaximumRule, ...]:
        """Every joint maximum in force that day."""
        return self._all("joint_maxima", on, JointMaximumRule)

    def penalty(self, name: str, on: date) -> PenaltyRule:
        """The periodic penalty of that name that is in force that day."""
        return self._single("periodic_penalties", name, on, PenaltyRule)

    def penalty_if_any(self, name: str, on: date) -> PenaltyRule | None:
        """The same, None on a day on which no version of it is in force."""
        found = in_force(self.versions("periodic_penalties", name), on)
        return self.penalty(name, on) if found else None

    def _single(self, section: str, name: str, on: date, kind: type[V]) -> V:
        found = in_force(self.versions(section, name), on)
        if not found or not isinstance(found[-1], kind):
            raise RuleNotInForceError(f"{self.name}: '{name}' is not in force on {on}")
        return found[-1]

    def _all(self, section: str, on: date, kind: type[V]) -> tuple[V, ...]:
        return tuple(
            version
            for name in self.names(section)
            for version in in_force(self.versions(section, name), on)[-1:]
            if isinstance(version, kind)
        )

    def _composed(
        self, section: Literal["acts", "measures"], act: str, on: date
    ) -> tuple[Power, ...]:
        # A day that differs between variants is a symbol: it can be compared, and not remembered.
        if hasattr(on, "through"):
            return self._compose(section, act, on)
        key = (section, act, on)
        if key not in self._powers:
            self._powers[key] = self._compose(section, act, on)
        return self._powers[key]

    def _compose(
        self, section: Literal["acts", "measures"], act: str, on: date
    ) -> tuple[Power, ...]:
        own: list[tuple[Power, ...]] = []
        for layer in self.layers:
            powers = tuple(
                power
                for name, versions in getattr(layer, section)
                for power in in_force(versions, on)
                if act == (power.act or name)
            )
            if powers:
                own.append(powers)
        scopes = dict.fromkeys(power.scope for powers in own for power in powers)
        chains = (chain for scope in scopes for chain in product(*_in_scope(own, scope)))
        return tuple(_joined(chain) for chain in chains if _together(chain))


def _in_scope(own: list[tuple[Power, ...]], scope: str) -> Iterator[tuple[Power, ...]]:
    """Layer by layer the powers of a scope: an appeal against a judgment is no other appeal."""
    for powers in own:
        within = tuple(power for power in powers if power.scope == scope)
        if within:
            yield within


def in_force(versions: tuple[V, ...], on: date) -> tuple[V, ...]:
    """The version in force; two while it is uncertain which of them already was."""
    possible = [version for version in versions if version.possible(on)]
    certain = [k for k, version in enumerate(possible) if version.certain(on)]
    return tuple(possible[certain[-1] :] if certain else possible)


def _resting_on(child: Power, parent: Power) -> Power:
    """A power that is there only through its parent's, under that source: GDPR 66(1) anywhere.

    Who acts stays as the child has it; what it asks for belongs to another procedure.
    """
    return attrs.evolve(
        child,
        requires=(),
        cite=parent.cite,
        kind=parent.kind,
        confidence=parent.confidence,
        read_in=parent.read_in,
    )


def _together(chain: tuple[Power, ...]) -> bool:
    """Whether a child's power and those of its parents can be there in one procedure.

    Powers that have no measure in common are none together: a board that only fines takes no
    provisional measure.
    """
    tracks = [set(power.when.procedure) for power in chain if power.when is not None]
    measures = [set(power.may) for power in chain if power.may]
    return all(not sets or bool(set.intersection(*sets)) for sets in (tracks, measures))


def _both(own: tuple[str, ...], parents: tuple[str, ...]) -> tuple[str, ...]:
    """The measures that two powers let a decision take; none listed lets it take any."""
    return tuple(one for one in own if one in parents) if own and parents else own or parents


def _joined(chain: tuple[Power, ...]) -> Power:
    """A child's power with what its parents add: conditions and limits of all bind."""
    child = chain[0]
    for parent in chain[1:]:
        if child.when is None and parent.when is not None:
            child = _resting_on(child, parent)
        child = attrs.evolve(
            child,
            by=child.by or parent.by,
            local=child.local or parent.local,
            requires=(*parent.requires, *child.requires),
            limits=(*parent.limits, *child.limits),
            penalty=child.penalty or parent.penalty,
            under=child.under or parent.under,
            counted_by=child.counted_by or parent.counted_by,
            suspends=child.suspends or parent.suspends,
            against=child.against or parent.against,
            to=child.to or parent.to,
            payable=child.payable or parent.payable,
            when=child.when or parent.when,
            may=_both(child.may, parent.may),
            publication=child.publication or parent.publication,
            is_=tuple(dict.fromkeys((*parent.is_, *child.is_))),
        )
    return child
