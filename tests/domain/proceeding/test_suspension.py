"""Suspension by a court or the authority, and the stay of a proceeding."""

import attrs
import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.suspension import (
    DecideSuspension,
    ProceedingStayed,
    RequestSuspension,
    ResumeProceeding,
    StayProceeding,
    SuspensionDecided,
)
from domain.proceeding.entries import Suspension
from domain.proceeding.penalties import days_of_delay
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import order_status
from projections.exposure import ExposureLedger
from projections.status import NextStep, Status
from tests.domain.proceeding.stories import day, decided, eur, fine, order, per_day

DECIDED = decided(fine(eur(1000), id="fine"), order(per_day(100_000), id="injunction"))
REQUEST = RequestSuspension(on=day("2022-12-01"), by="clearview", of=("sanction",), to="council")
GRANTED = DecideSuspension(
    on=day("2023-01-10"),
    by="council",
    of=("sanction",),
    answers="suspension request",
    result="granted",
)


def suspended(given, on):
    return ExposureLedger(given.history).at(day(on), given.law).figure("suspended")


def due(given, on):
    return ExposureLedger(given.history).at(day(on), given.law).figure("due")


class TestARequest:
    def test_suspends_nothing_by_itself(self):
        given = DECIDED.and_(REQUEST)
        assert given.state.suspensions == ()
        assert suspended(given, "2022-12-01") == eur(0)

    def test_is_about_what_stands(self):
        wrong = attrs.evolve(REQUEST, of=("rumour",))
        DECIDED.when(wrong).then_refused("impossible", ["of"])

    def test_may_be_refused_and_is_then_answered(self):
        """The Conseil d'Etat to Google, 449212."""
        refused = attrs.evolve(GRANTED, result="refused")
        given = DECIDED.and_(REQUEST, refused)
        assert given.state.suspensions == ()
        assert given.state.suspension_requests[0].answered_by == "suspension"
        given.when(refused).then_refused("impossible", ["answers"])


class TestASuspension:
    def test_is_of_each_measure_that_was_asked_for(self):
        DECIDED.and_(REQUEST).when(GRANTED).then(
            SuspensionDecided(
                on=day("2023-01-10"),
                act="suspension",
                by="council",
                basis="model",
                of=("fine", "injunction"),
                result="granted",
                answers="suspension request",
                until=None,
            )
        )

    def test_puts_sums_out_of_reach_and_stops_the_days_of_delay(self):
        given = DECIDED.and_(REQUEST, GRANTED)
        assert [due(given, on) for on in ("2023-01-09", "2023-01-10")] == [eur(1000), eur(0)]
        assert suspended(given, "2023-01-10") == eur(1000)
        (injunction,) = given.state.orders
        # 20 December 2022 to 9 January 2023
        assert days_of_delay(given.state, injunction, day("2023-03-01")) == 21
        assert order_status(given.state, injunction, day("2023-01-10")) == "suspended"
        found = Status(given.history).at(day("2023-01-10"), given.law)
        assert found.of("fine").status == "suspended"
        assert found.of("fine").force.enforceable is False

    def test_lasts_through_its_last_day(self):
        until = attrs.evolve(GRANTED, until=day("2023-01-31"))
        given = DECIDED.and_(REQUEST, until)
        found = [suspended(given, on) for on in ("2023-01-31", "2023-02-01")]
        assert found == [eur(1000), eur(0)]
        assert due(given, "2023-02-01") == eur(1000)
        (injunction,) = given.state.orders
        assert order_status(given.state, injunction, day("2023-02-01")) == "overdue"
        # 21 days before it, and 1 February
        assert days_of_delay(given.state, injunction, day("2023-02-01")) == 22

    def test_ends_with_the_judgment_on_the_appeal(self):
        given = DECIDED.and_(
            LodgeAppeal(on=day("2022-12-01"), against=("sanction",)),
            REQUEST,
            GRANTED,
            GiveJudgment(
                on=day("2023-06-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="sanction", result="upheld"),),
            ),
        )
        assert given.events[-1].releases == ("fine", "injunction")
        assert given.state.suspensions[0] == Suspension(
            of="fine", since=day("2023-01-10"), until=day("2023-05-31"), act="suspension"
        )
        found = [suspended(given, on) for on in ("2023-05-31", "2023-06-01")]
        assert found == [eur(1000), eur(0)]

    def test_lasts_through_the_day_on_which_the_judgment_annuls(self):
        """Amazon, 52757C: nobody had to comply on the day of the annulment."""
        given = DECIDED.and_(
            LodgeAppeal(on=day("2022-12-01"), against=("sanction",)),
            REQUEST,
            GRANTED,
            GiveJudgment(
                on=day("2023-06-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="sanction", result="annulled"),),
            ),
        )
        assert given.state.suspensions[1].until == day("2023-06-01")
        (injunction,) = given.state.orders
        # 20 December 2022 to 9 January 2023, and none since
        assert days_of_delay(given.state, injunction, day("2023-12-31")) == 21

    def test_may_be_ended_by_who_granted_it(self):
        ended = DecideSuspension(
            on=day("2023-02-01"), by="council", of=("fine",), result="ended", id="end"
        )
        given = DECIDED.and_(REQUEST, GRANTED, ended)
        found = [suspended(given, on) for on in ("2023-01-31", "2023-02-01")]
        assert found == [eur(1000), eur(0)]
        assert given.state.suspensions[1].until is None
        given.when(attrs.evolve(ended, id="again")).then_refused("impossible", ["suspension"])

    @pytest.mark.parametrize(
        ("changes", "says"),
        [
            ({"of": ()}, "must name at least 1"),
            ({"result": "perhaps"}, "is none of: granted, refused and ended"),
            ({"until": day("2023-01-09")}, "is before the day of the act"),
            (
                {"result": "refused", "until": day("2023-02-01")},
                "only a suspension that is granted has a last day",
            ),
        ],
    )
    def test_cannot_be(self, changes, says):
        command = attrs.evolve(GRANTED, **changes)
        assert says in str(DECIDED.and_(REQUEST).when(command).then_refused("impossible"))

    def test_answers_what_was_asked(self):
        given = DECIDED.and_(attrs.evolve(REQUEST, of=("fine",)))
        more = attrs.evolve(GRANTED, of=("injunction",))
        refusal = given.when(more).then_refused("impossible", ["suspension"])
        assert "did not ask for a suspension of injunction" in str(refusal)

    def test_is_for_a_court_or_the_authority(self):
        given = DECIDED.and_(REQUEST)
        given.when(attrs.evolve(GRANTED, by="clearview")).then_refused("irregular", ["organ"])
        assert given.when(attrs.evolve(GRANTED, by="cnil")).events


class TestAStay:
    STAY = StayProceeding(
        on=day("2023-02-01"), by="council", because="the Court of Justice is asked"
    )

    def test_lets_the_proceeding_rest_until_it_is_resumed(self):
        given = DECIDED.and_(LodgeAppeal(on=day("2022-12-01"), against=("sanction",)), self.STAY)
        assert given.events[-1] == ProceedingStayed(
            on=day("2023-02-01"),
            act="stay",
            by="council",
            basis="model",
            until=None,
            because="the Court of Justice is asked",
        )
        rests = NextStep(
            party="council",
            what="lets the proceeding rest: the Court of Justice is asked",
            until=None,
        )
        assert rests in Status(given.history).at(day("2023-06-01"), given.law).next_steps
        resumed = given.and_(ResumeProceeding(on=day("2023-12-05"), by="council"))
        assert resumed.state.stay_on(day("2023-12-05")) is None
        steps = Status(resumed.history).at(day("2023-12-05"), given.law).next_steps
        assert rests not in steps

    def test_ends_after_its_last_day(self):
        given = DECIDED.and_(attrs.evolve(self.STAY, until=day("2023-03-01")))
        assert given.state.stay_on(day("2023-03-01")) is not None
        assert given.state.stay_on(day("2023-03-02")) is None

    def test_is_one_at_a_time(self):
        given = DECIDED.and_(self.STAY)
        given.when(self.STAY).then_refused("impossible", ["stay"])
        resume = ResumeProceeding(on=day("2023-02-02"), by="council")
        given.and_(resume).when(resume).then_refused("impossible", ["resumption"])

    def test_does_not_end_before_it_begins(self):
        wrong = attrs.evolve(self.STAY, until=day("2023-01-31"))
        DECIDED.when(wrong).then_refused("impossible", ["until"])
