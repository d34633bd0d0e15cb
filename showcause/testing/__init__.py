"""The public test kit: given, when, then; strategies; invariants; whole proceedings at random."""

from showcause.testing.drawing import commands
from showcause.testing.given import Given, When, recorded
from showcause.testing.instances import event_classes, events, instances
from showcause.testing.invariants import INVARIANTS, Check, check_all
from showcause.testing.machine import ProceedingMachine
from showcause.testing.playing import Played
from showcause.testing.proceedings import proceedings
from showcause.testing.reaching import Reach, reach, towards
from showcause.testing.rulebooks import generated, perturbed, rulebooks, shipped_rulebooks
from showcause.testing.twisting import premature_commands, twisted_commands
from showcause.testing.values import (
    conducts,
    days,
    moneys,
    parties,
    periods,
    registrations,
    spans,
    time_limits,
)
from showcause.testing.wild import wild_commands

__all__ = [
    "INVARIANTS",
    "Check",
    "Given",
    "Played",
    "ProceedingMachine",
    "Reach",
    "When",
    "check_all",
    "commands",
    "conducts",
    "days",
    "event_classes",
    "events",
    "generated",
    "instances",
    "moneys",
    "parties",
    "periods",
    "perturbed",
    "premature_commands",
    "proceedings",
    "reach",
    "recorded",
    "registrations",
    "rulebooks",
    "shipped_rulebooks",
    "spans",
    "time_limits",
    "towards",
    "twisted_commands",
    "wild_commands",
]
