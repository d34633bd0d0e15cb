"""Law 4 over the shipped scenarios: what is offered on each day of an act is drawn and accepted."""

from itertools import groupby

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from domain.proceeding.deciding import decide, fold
from domain.proceeding.messages import Accepted
from scenarios import list_scenarios, load_scenario, play
from showcause.testing import Played, commands
from showcause.testing.membership import offering

A_FEW = ("clearview-cnil", "reductions-aepd", "foreign-affairs-ap")


ALL = tuple(one.name for one in list_scenarios() if one.sort == "scenario")


def days_of(name):
    """The file of a scenario as it stood at the end of each day on which something happened."""
    run = play(load_scenario(name))
    history = run.history()
    state = fold(())
    for on, recorded in groupby(history, key=lambda one: one.on):
        state = fold([one.event for one in recorded], state)
        yield Played(law=run.law, day=on, states=(state,))


def drawn_from_offers(played, at_once):
    """So many of the offers of a day are drawn from; what is drawn is accepted, and inside one."""

    @settings(
        max_examples=2,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def draw(data):
        for offer in data.draw(st.permutations(played.offers()))[:at_once]:
            command = data.draw(commands(offer, played.state, played.law))
            verdict = decide(played.state, command, played.law)
            assert isinstance(verdict, Accepted), f"{played.day} {command}: {verdict}"
            assert not any(one.defects for one in verdict.events)
            inside = offering(played.state, played.law, command, played.answers)
            assert inside is not None, f"{played.day} {command}"

    draw()


@pytest.mark.parametrize("name", A_FEW)
def test_what_is_offered_is_accepted(name):
    for played in days_of(name):
        drawn_from_offers(played, at_once=10)


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_what_is_offered_is_accepted_in_every_scenario(name):
    for played in days_of(name):
        drawn_from_offers(played, at_once=15)
