"""From a row of the file to the commands that the core decides."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.messages import Command
from scenarios.commands import (
    accusing,
    appealing,
    complying,
    cooperating,
    deciding,
    inquiry,
    paying,
)
from scenarios.commands.building import Builder
from scenarios.model import Scenario
from scenarios.reckoning import NoMaximumError, Scene
from scenarios.rows import ExtensionOfScope, Row

__all__ = ["NoMaximumError", "Scene", "commands_of", "notifying", "publishing", "registering"]


def registering(scenario: Scenario, on: date) -> RegisterProceeding:
    """The command that enters the proceeding, without those who come in only later."""
    later = {
        key
        for row in scenario.timeline
        if isinstance(row, ExtensionOfScope)
        for key in (*row.addressees, *row.conducts)
    }
    return RegisterProceeding(
        on=on,
        proceeding=scenario.scenario,
        parties=tuple(one for one in parties_of(scenario) if one.key not in later),
        conducts=tuple(one for one in conducts_of(scenario) if one.key not in later),
    )


def parties_of(scenario: Scenario) -> tuple[Party, ...]:
    """The parties of a file, without their names."""
    return tuple(
        Party(
            key=key,
            role=party.role,
            kind=party.kind or "",
            country=party.country,
            main_establishment=party.main_establishment,
            undertaking=party.undertaking or "",
            acting_as=party.acting_as or "",
        )
        for key, party in scenario.parties
    )


def conducts_of(scenario: Scenario) -> tuple[Conduct, ...]:
    """The conducts of a file."""
    return tuple(Conduct(key=key, what=what) for key, what in scenario.conducts)


def notifying(name: str, on: date, party: str, act_id: str) -> Notify:
    """The command that a row's key `notified` stands for."""
    return Notify(on=on, id=act_id, of=name, to=party)


def publishing(name: str, on: date, act_id: str) -> Publish:
    """The command that a row's key `published` stands for."""
    return Publish(on=on, id=act_id, of=name)


def commands_of(row: Row, scene: Scene) -> tuple[Command, ...]:
    """The commands of a row, one except for turnovers by year and notifications by party."""
    return _BUILDERS[type(row)](row, scene)


_BUILDERS: Final[dict[type[Row], Builder]] = {
    row: build
    for group in (inquiry, accusing, cooperating, deciding, complying, appealing, paying)
    for row, build in group.BUILDERS.items()
}
