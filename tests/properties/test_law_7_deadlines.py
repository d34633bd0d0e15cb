"""Law 7, over rulebooks: no deadline before its anchor, later anchors later, on working days."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import RestDayRule, rest_day
from domain.deadlines import deadline
from domain.periods import Unit
from domain.rulebook.model import PeriodRule
from showcause.testing import days, proceedings, rulebooks
from showcause.testing.invariants import check_deadlines
from tests.properties.effort import effort


def lengths_of(law, on):
    """Every period of a law with the rule that counts it: the home one and that for abroad."""
    for name in law.names("periods"):
        for version in law.versions("periods", name):
            assert isinstance(version, PeriodRule)
            rule = law.time_rule(version.time_rule, on)
            yield from ((one, rule) for one in (version.length, version.abroad) if one is not None)


@effort()
@given(rulebooks(), days())
def test_a_deadline_is_never_before_its_anchor_and_a_later_anchor_is_never_earlier(law, day):
    for length, rule in lengths_of(law, day):
        first = deadline(length, day, rule, law.calendar)
        later = deadline(length, day + timedelta(days=1), rule, law.calendar)
        assert day <= first.on <= later.on, f"{length} by {rule}"


@effort()
@given(rulebooks(), days())
def test_a_deadline_is_a_working_day_where_its_rule_says_so(law, day):
    for length, rule in lengths_of(law, day):
        moves = rule.end_on_rest_day
        if moves is RestDayRule.STAYS or length.unit is Unit.HOURS:
            continue
        end = deadline(length, day, rule, law.calendar).on
        working = rest_day(end, rule, law.calendar) is None
        held_back = moves is RestDayRule.PREVIOUS_WORKING_DAY and end == day
        assert working or held_back, f"{length} from {day} ends on {end}"


@pytest.mark.slow
@effort(0.6)
@given(st.data())
def test_every_period_that_a_proceeding_starts_keeps_the_law(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    check_deadlines(played.history, played.state, played.law, played.day)
    for period in played.state.periods:
        assert period.cite, f"nothing says why there is a {period.name}"
        assert period.deadline.explanation
