"""What could happen: scripted proceedings, played and held to their expectations."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scenarios.answering import answer
    from scenarios.errors import ScenarioError
    from scenarios.loading import load, load_scenario, load_text
    from scenarios.matters import MatterRun
    from scenarios.model import Matter, Scenario
    from scenarios.playing import play
    from scenarios.run import Run
    from scenarios.sources import list_scenarios
    from scenarios.writing import dump

_HOMES: Final = {
    "answering": "answer",
    "errors": "ScenarioError",
    "loading": "load load_scenario load_text",
    "matters": "MatterRun",
    "model": "Matter Scenario",
    "playing": "play",
    "run": "Run",
    "sources": "list_scenarios",
    "writing": "dump",
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Matter",
    "MatterRun",
    "Run",
    "Scenario",
    "ScenarioError",
    "answer",
    "dump",
    "list_scenarios",
    "load",
    "load_scenario",
    "load_text",
    "play",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first used (PEP 562): a list of scenarios needs no player."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'scenarios' has no attribute {name!r}")
    value: object = getattr(import_module(f"scenarios.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value
