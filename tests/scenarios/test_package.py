"""The public names of the package."""

import scenarios


def test_these_names_are_public():
    assert scenarios.__all__ == [
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
    assert all(hasattr(scenarios, name) for name in scenarios.__all__)
