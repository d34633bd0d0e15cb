"""Showcause: regulatory proceedings in which every figure shows its cause.

    import showcause

    run = showcause.play("clearview-cnil", as_of="2023-04-13")
    print(run.exposure)

Everything named in `__all__` is the public interface. It is imported when it is first used, so that
`import showcause` and the command line's help stay quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from domain.days import Day, Span
    from domain.deadlines import Deadline, deadline
    from domain.errors import ShowcauseError
    from domain.money import Money, MoneyRange, Rate
    from domain.periods import Period, TimeLimit
    from domain.proceeding.deciding import decide, evolve, options
    from domain.proceeding.envelope import RecordedEvent
    from domain.proceeding.messages import Accepted, Command, Defect, Event, Refusal
    from domain.proceeding.offers import Offer
    from domain.proceeding.state import ProceedingState
    from domain.rulebook.loading import changed, load_rulebook, load_rulebook_from
    from domain.rulebook.rulebook import Rulebook
    from projections import DeadlineRegister, ExposureLedger, Status, Timeline, project
    from scenarios.errors import ScenarioError
    from scenarios.loading import load, load_scenario
    from scenarios.model import Matter, Scenario
    from scenarios.sources import list_scenarios
    from showcause import acts
    from showcause.bootstrap import open_docket
    from showcause.docket import Docket
    from showcause.frames import Figures, Ledger
    from showcause.pictures import exposure_svg, terminal_svg
    from showcause.runs import MatterRun, Run, play

    __version__: str

_HOMES: Final = {
    "domain.days": "Day Span",
    "domain.errors": "ShowcauseError",
    "domain.money": "Money MoneyRange Rate",
    "domain.deadlines": "Deadline deadline",
    "domain.periods": "Period TimeLimit",
    "domain.proceeding.deciding": "decide evolve options",
    "domain.proceeding.envelope": "RecordedEvent",
    "domain.proceeding.messages": "Accepted Command Defect Event Refusal",
    "domain.proceeding.offers": "Offer",
    "domain.proceeding.state": "ProceedingState",
    "domain.rulebook.loading": "changed load_rulebook load_rulebook_from",
    "domain.rulebook.rulebook": "Rulebook",
    "projections": "DeadlineRegister ExposureLedger Status Timeline project",
    "scenarios.errors": "ScenarioError",
    "scenarios.loading": "load load_scenario",
    "scenarios.model": "Matter Scenario",
    "scenarios.sources": "list_scenarios",
    "showcause.bootstrap": "open_docket",
    "showcause.docket": "Docket",
    "showcause.frames": "Figures Ledger",
    "showcause.pictures": "exposure_svg terminal_svg",
    "showcause.runs": "MatterRun Run play",
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Accepted",
    "Command",
    "Day",
    "Deadline",
    "DeadlineRegister",
    "Defect",
    "Docket",
    "Event",
    "ExposureLedger",
    "Figures",
    "Ledger",
    "Matter",
    "MatterRun",
    "Money",
    "MoneyRange",
    "Offer",
    "Period",
    "ProceedingState",
    "Rate",
    "RecordedEvent",
    "Refusal",
    "Rulebook",
    "Run",
    "Scenario",
    "ScenarioError",
    "ShowcauseError",
    "Span",
    "Status",
    "TimeLimit",
    "Timeline",
    "__version__",
    "acts",
    "changed",
    "deadline",
    "decide",
    "evolve",
    "exposure_svg",
    "list_scenarios",
    "load",
    "load_rulebook",
    "load_rulebook_from",
    "load_scenario",
    "open_docket",
    "options",
    "play",
    "project",
    "terminal_svg",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, and keep it (PEP 562)."""
    if name in {"acts", "testing"}:  # the test kit needs its extra, and is no part of __all__
        return import_module(f"showcause.{name}")
    if name == "__version__":
        value: object = import_module("importlib.metadata").version("showcause")
    elif name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), name)
    else:
        raise AttributeError(f"module 'showcause' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted({*globals(), *__all__})
