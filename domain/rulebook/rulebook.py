"""A composed rulebook: what the law is on a day, from the file itself and those it extends."""

from collections.abc import Mapping
from datetime import date
from itertools import product
from typing import Literal, TypeVar

import attrs
from attrs import field, frozen

from domain.calendars import Calendar, TimeRule
from domain.errors import RuleNotFoundError, RuleNotInForceError
from domain.rulebook.model import (
    Gap,
    JointMaximumRule,
    MaximumRule,
    Organ,
    PenaltyRule,
    PeriodRule,
    Power,
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

    def time_rule(self, name: str, on: date) -> TimeRule:
        """The way of counting of that name that day; the rulebook's own if the name is empty."""
        return self.time_rule_version(name, on).rule()

    def time_rule_version(self, name: str, on: date) -> TimeRuleVersion:
        """The same with its labels."""
        return self._single("time_rules", name or self.time_rule_name, on, TimeRuleVersion)

    def maxima(self, on: date) -> tuple[MaximumRule, ...]:
        """Every maximum in force that day."""
        return self._all("maxima", on, MaximumRule)

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
        return tuple(_joined(chain) for chain in product(*own)) if own else ()


def in_force(versions: tuple[V, ...], on: date) -> tuple[V, ...]:
    """The version in force; two while it is uncertain which of them already was."""
    possible = [version for version in versions if version.possible(on)]
    certain = [k for k, version in enumerate(possible) if version.certain(on)]
    return tuple(possible[certain[-1] :] if certain else possible)


def _joined(chain: tuple[Power, ...]) -> Power:
    """A child's power with what its parents add: conditions and limits of all bind."""
    child = chain[0]
    for parent in chain[1:]:
        child = attrs.evolve(
            child,
            by=child.by or parent.by,
            local=child.local or parent.local,
            requires=(*parent.requires, *child.requires),
            limits=(*parent.limits, *child.limits),
            penalty=child.penalty or parent.penalty,
            counted_by=child.counted_by or parent.counted_by,
            suspends=child.suspends or parent.suspends,
            is_=tuple(dict.fromkeys((*parent.is_, *child.is_))),
        )
    return child
