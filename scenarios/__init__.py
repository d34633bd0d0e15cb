"""What could happen: scripted proceedings, played and held to their expectations."""

from scenarios.answering import answer
from scenarios.errors import ScenarioError
from scenarios.loading import load, load_scenario, load_text
from scenarios.matters import MatterRun
from scenarios.model import Matter, Scenario
from scenarios.playing import play
from scenarios.run import Run
from scenarios.sources import list_scenarios
from scenarios.writing import dump

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
