"""Compliance shown and found: when delay stops, and when it goes on."""

import pytest

from domain.proceeding.acts.closure import CloseOrder
from domain.proceeding.acts.compliance import (
    ComplianceAccepted,
    ComplianceShown,
    FindCompliance,
    NonComplianceFound,
    ShowCompliance,
)
from domain.proceeding.penalties import days_of_delay
from domain.proceeding.standing import met_on, order_status
from domain.rulebook.loading import changed
from tests.domain.proceeding.stories import FR, day, ordered

SHOWN = ShowCompliance(on=day("2023-01-05"), with_="injunction")
IN_PART = ShowCompliance(on=day("2023-01-05"), with_="injunction", share="part")


def found(result, on="2023-01-20"):
    return FindCompliance(on=day(on), of="injunction", result=result)


def standing(given, on="2023-02-09"):
    order = given.state.orders[0]
    return order_status(given.state, order, day(on)), days_of_delay(given.state, order, day(on))


class TestTheEvents:
    def test_tell_what_the_addressee_shows(self):
        ordered().when(SHOWN).then(
            ComplianceShown(
                on=day("2023-01-05"),
                act="compliance",
                by="clearview",
                basis="model",
                with_="injunction",
                share="whole",
            )
        )

    @pytest.mark.parametrize("result", ["met", "partly met"])
    def test_tell_what_the_authority_accepts(self, result):
        ordered().when(found(result)).then(
            ComplianceAccepted(
                on=day("2023-01-20"),
                act="finding",
                by="cnil",
                basis="model",
                of="injunction",
                result=result,
            )
        )

    def test_tell_that_it_is_not_met(self):
        ordered().when(found("not met")).then(
            NonComplianceFound(
                on=day("2023-01-20"), act="finding", by="cnil", basis="model", of="injunction"
            )
        )

    @pytest.mark.parametrize(
        ("command", "rule"),
        [
            (ShowCompliance(on=day("2023-01-05"), with_="fine"), "with_"),
            (ShowCompliance(on=day("2023-01-05"), with_="injunction", share="most"), "share"),
            (FindCompliance(on=day("2023-01-05"), of="fine", result="met"), "of"),
            (found("fine by us"), "result"),
        ],
    )
    def test_are_impossible_about_something_else(self, command, rule):
        ordered().when(command).then_refused("impossible", [rule])


class TestDelay:
    """The injunction falls due on 19 December 2022; on 9 February 2023 there are 52 days."""

    def test_runs_until_compliance_is_shown(self):
        assert standing(ordered()) == ("overdue", 52)
        assert standing(ordered().and_(SHOWN)) == ("met", 17)

    def test_never_began_where_the_order_was_met_in_time(self):
        shown = ShowCompliance(on=day("2022-12-01"), with_="injunction")
        assert standing(ordered().and_(shown)) == ("met", 0)

    def test_goes_on_where_it_is_met_in_part(self):
        assert standing(ordered().and_(IN_PART)) == ("partly met", 52)
        assert standing(ordered().and_(IN_PART), "2022-12-01") == ("running", 0)

    def test_goes_on_where_the_authority_finds_that_nothing_was_met(self):
        assert standing(ordered().and_(SHOWN, found("not met"))) == ("overdue", 52)

    def test_goes_on_where_it_finds_less_than_was_shown(self):
        assert standing(ordered().and_(SHOWN, found("partly met"))) == ("partly met", 52)

    def test_stopped_on_the_day_that_was_shown_and_found(self):
        assert standing(ordered().and_(SHOWN, found("met"))) == ("met", 17)

    def test_stopped_on_the_day_of_the_finding_where_nothing_was_shown(self):
        assert standing(ordered().and_(found("met"))) == ("met", 32)

    def test_stops_again_when_it_is_shown_again(self):
        again = ShowCompliance(on=day("2023-01-25"), with_="injunction")
        given = ordered().and_(SHOWN, found("not met"), again)
        assert met_on(given.state, "injunction") == day("2023-01-25")

    def test_is_not_begun_anew_by_a_part_that_is_shown_later(self):
        later = ShowCompliance(on=day("2023-01-25"), with_="injunction", share="part")
        assert met_on(ordered().and_(SHOWN, later).state, "injunction") == day("2023-01-05")

    def test_is_stopped_only_by_what_the_rulebook_says(self):
        law = changed(FR, "periodic_penalties.astreinte.stops", "[order lifted]")
        assert standing(ordered(law=law).and_(SHOWN)) == ("met", 52)
        law = changed(FR, "periodic_penalties.astreinte.stops", "[compliance shown]")
        closed = ordered(law=law).and_(CloseOrder(on=day("2023-01-05"), of="injunction"))
        assert standing(closed) == ("closed", 52)
