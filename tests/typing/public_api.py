"""What readers of types see of the public interface: mypy checks this file, nothing runs it."""

from datetime import date
from pathlib import Path
from typing import assert_type

import showcause
from showcause import (
    Accepted,
    Figures,
    Ledger,
    Matter,
    MatterRun,
    Money,
    MoneyRange,
    Offer,
    ProceedingState,
    Refusal,
    Rulebook,
    Run,
    Scenario,
)
from showcause.frames import Cell


def loading(name: str, path: Path) -> None:
    """A name or a path gives one or the other; the scenario alone where only it will do."""
    assert_type(showcause.load(name), Scenario | Matter)
    assert_type(showcause.load(path), Scenario | Matter)
    assert_type(showcause.load_scenario(name), Scenario)
    assert_type(showcause.load_rulebook("fr"), Rulebook)


def playing(scenario: Scenario, matter: Matter, name: str, law: Rulebook) -> None:
    """What is played decides what comes out."""
    assert_type(showcause.play(scenario), Run)
    assert_type(showcause.play(matter, as_of=date(2023, 4, 13)), MatterRun)
    assert_type(showcause.play(name, as_of="2023-04-13", law=law), Run | MatterRun)


def asking(run: Run, matter: MatterRun) -> None:
    """Figures are ranges of money, frames are plain rows."""
    assert_type(run.exposure, Figures)
    assert_type(run.exposure["imposed"], MoneyRange)
    assert_type(run.exposure["imposed"].least, Money | None)
    assert_type(run.status.stage, str)
    assert_type(run.ledger, Ledger)
    assert_type(run.ledger.frame(), list[dict[str, Cell]])
    assert_type(run.series(every="month"), list[dict[str, Cell]])
    assert_type(run.at("2023-04-13"), Run)
    assert_type(run.chart(), str)
    assert_type(matter.runs["clearview-cnil"], Run)
    assert_type(matter.exposure["EUR"]["fined"], MoneyRange)


def deciding(state: ProceedingState, law: Rulebook, on: date) -> None:
    """A decision is a verdict, an option an offer or a refusal."""
    command = showcause.acts.OpenInquiry(on=on, by="chair")
    verdict = showcause.decide(state, command, law)
    assert_type(verdict, Accepted | Refusal)
    if isinstance(verdict, Accepted):
        assert_type(showcause.evolve(state, verdict.events[0]), ProceedingState)
    assert_type(showcause.options(state, law, on), tuple[Offer | Refusal, ...])
    assert_type(showcause.__version__, str)
