"""options: for each act the domain of its fields, or why it may not be given that day."""

import attrs
import pytest

from domain.proceeding.acts import ROOMS
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.notice import IssueFormalNotice
from domain.proceeding.acts.service import Notify
from domain.proceeding.acts.turnover import EstablishTurnover
from domain.proceeding.deciding import options
from domain.proceeding.examining import cases
from domain.proceeding.measures import Draft
from domain.proceeding.measuring import MeasureOffer, measure_options
from domain.proceeding.messages import Refusal
from domain.proceeding.offers import Offer
from domain.proceeding.state import ProceedingState
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    IT,
    NEGLIGENT,
    TWO_MONTHS,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    liquidated,
    ordered,
    party,
    per_day,
    registration,
    stated,
)


def offered(given, on, act, law=None, target=None):
    found = [
        one
        for one in options(given.state, law or given.law, day(on))
        if one.act == act and (target is None or one.target == target)
    ]
    assert len(found) == 1, found
    return found[0]


def limits(offer):
    return [(field.name, field.domain.limit) for field in offer.fields]


class TestOptions:
    def test_speak_of_every_kind_of_act(self):
        found = options(liquidated().state, FR, day("2023-04-13"))
        assert {one.act for one in found} == {room.act for room in ROOMS}

    def test_are_none_before_the_registration(self):
        assert options(ProceedingState(), FR, day("2023-04-13")) == ()

    def test_are_none_on_a_day_that_is_over(self):
        assert options(charged().state, FR, day("2022-07-13")) == ()
        assert options(charged().state, FR, day("2022-07-14")) != ()

    def test_refuse_what_could_be_about_nothing(self):
        refusal = offered(Given((registration(),), FR), "2020-05-01", "notification")
        assert isinstance(refusal, Refusal)
        assert str(refusal) == "notification: there is nothing that it could be about"
        assert refusal.kind == "impossible"

    def test_refuse_what_the_law_does_not_know(self):
        refusal = offered(Given((registration(),), IT), "2020-05-01", "formal notice")
        assert isinstance(refusal, Refusal)
        assert [d.rule for d in refusal.defects] == ["power"]


class TestAnOffer:
    def test_says_by_whom_on_which_ground_and_what_it_supposes(self):
        offer = offered(Given((registration(),), FR), "2021-11-26", "formal notice")
        assert isinstance(offer, Offer)
        assert (offer.by, offer.local, offer.source.cite) == (
            ("chair",),
            "mise en demeure",
            "LIL 20 II",
        )
        assert offer.supposes == ("the breach can be cured",)
        assert [name for name, _ in limits(offer)] == [
            "alleges",
            "to",
            "content",
            "comply",
            "comply",
        ]
        assert limits(offer)[-1] == ("comply", "10 days")

    def test_that_is_bounded_lists_the_defects_of_a_command_outside_it(self):
        offer = offered(Given((registration(),), FR), "2021-11-26", "formal notice")
        command = IssueFormalNotice(on=day("2021-11-26"), alleges=(), content=(), comply=TWO_MONTHS)
        assert [d.rule for d in offer.broken_by(command)] == ["alleges", "content"]

    def test_may_come_with_a_warning(self):
        offer = offered(charged(law=IT), "2022-07-20", "decision")
        assert isinstance(offer, Offer)
        assert [w.rule for w in offer.warnings] == ["defence"]

    def test_is_made_for_each_thing_that_it_can_be_about(self):
        found = options(stated().state, FR, day("2023-02-09"))
        answers = [one.target for one in found if one.act == "representations"]
        assert answers == ["charges", "liquidation proposal"]

    def test_of_a_liquidation_leaves_the_days_of_delay_and_what_they_ran_up(self):
        offer = offered(stated(), "2023-04-13", "liquidation")
        assert limits(offer) == [
            ("of", "injunction"),
            ("amount", "EUR"),
            ("covers", "2022-12-20..2023-04-13"),
            ("amount", "EUR 11 500 000"),
        ]

    def test_of_an_appeal_holds_what_is_still_in_time(self):
        given = liquidated()
        on = "2023-06-01"
        offer = offered(given, on, "appeal", target="liquidation")
        domains = [field.domain for field in offer.of("against")]
        assert [d.values for d in domains] == [
            ("sanction", "liquidation", "injunction"),
            ("liquidation",),
        ]
        refusal = offered(given, on, "appeal", target="sanction")
        assert isinstance(refusal, Refusal)

    def test_of_an_appeal_is_for_those_who_have_not_appealed(self):
        fined = decided(fine(eur(1)))
        appealed = fined.and_(LodgeAppeal(on=day("2022-10-18"), against=("sanction",)))
        assert isinstance(offered(fined, "2022-10-18", "appeal"), Offer)
        assert isinstance(offered(appealed, "2022-10-18", "appeal"), Refusal)

    def test_of_a_payment_holds_what_is_open(self):
        offer = offered(decided(fine(eur(1000))), "2022-11-01", "payment")
        assert ("amount", "EUR 1 000") in limits(offer)

    def test_of_a_correction_holds_the_years_on_file(self):
        given = charged().and_(
            EstablishTurnover(on=day("2022-09-01"), of="clearview", year="2021", amount=eur(1))
        )
        offer = offered(given, "2022-09-01", "turnover correction")
        assert ("year", "2021") in limits(offer)


class TestAnswersByParty:
    """Where it matters who acts, each party has an answer of its own."""

    SERVED = charged(party("a"), party("b", country="FR")).and_(
        decision(fine(eur(1))),
        Notify(on=day("2022-10-18"), of="sanction", to="a"),
        Notify(on=day("2022-10-18"), of="sanction", to="b"),
    )

    def appeals(self, given, on):
        found = [one for one in options(given.state, FR, day(on)) if one.act == "appeal"]
        return [(type(one).__name__, one.by) for one in found]

    def test_is_one_answer_while_all_have_the_same(self):
        assert self.appeals(self.SERVED, "2022-12-01") == [("Offer", ("addressee",))]

    def test_is_an_offer_to_the_one_who_is_still_in_time(self):
        assert self.appeals(self.SERVED, "2023-02-20") == [("Offer", ("a",)), ("Refusal", "b")]

    def test_is_a_refusal_to_the_one_who_has_appealed(self):
        given = self.SERVED.and_(LodgeAppeal(on=day("2022-12-01"), by="b", against=("sanction",)))
        assert self.appeals(given, "2022-12-01") == [("Offer", ("a",)), ("Refusal", "b")]
        refusal = next(
            one
            for one in options(given.state, FR, day("2022-12-01"))
            if one.act == "appeal" and isinstance(one, Refusal)
        )
        assert refusal.kind == "impossible"
        assert "the appeal names sanction, and there is none" in str(refusal)


class TestRefusalsOfOptions:
    def test_say_what_is_missing(self):
        refusal = offered(charged(), "2022-07-20", "decision")
        assert isinstance(refusal, Refusal)
        assert [d.rule for d in refusal.defects] == ["observations"]

    def test_are_all_that_is_left_of_a_closed_file(self):
        closed = charged().and_(CloseProceeding(on=day("2022-07-20")))
        for act in ("opening", "formal notice", "decision", "closure", "compliance"):
            assert isinstance(offered(closed, "2022-07-20", act), Refusal), act


def draft_of(given, **more):
    case = next(iter(cases(given.state, decision(), given.law, _room())))
    return case, attrs.evolve(Draft(finds=ALLEGED, fault=NEGLIGENT), **more)


def _room():
    return next(room for room in ROOMS if room.act == "decision")


class TestMeasureOptions:
    def test_offer_a_fine_up_to_its_maximum(self):
        every = measure_options(*draft_of(charged()))
        found = {one.kind: one for one in every if isinstance(one, MeasureOffer)}
        plain = {"reprimand", "ban", "suspension of flows", "certification withdrawal"}
        assert set(found) >= {"fine", "order", "publication"} | plain
        fields = [f for f in found["fine"].fields if f.rule == "maximum"]
        # the limit of the Regulation and that of the national law are one and the same
        assert [f.domain.limit for f in fields] == ["EUR 20 000 000"]
        (joint,) = found["fine"].joint
        assert (joint.over, joint.at_most) == ("fines for faceprints", eur(20_000_000))

    def test_refuse_a_fine_without_fault(self):
        found = measure_options(*draft_of(charged(), fault=()))
        refusals = [one for one in found if isinstance(one, Refusal)]
        assert [(one.act, [d.rule for d in one.defects]) for one in refusals] == [
            ("fine", ["fault"]),
            ("costs", ["power"]),
            ("warning", ["finding"]),
        ]

    def test_offer_no_fine_for_a_conduct_of_which_nothing_was_found(self):
        found = measure_options(*draft_of(charged(), finds=(("faceprints", ()),)))
        assert "fine" not in [one.kind for one in found if isinstance(one, MeasureOffer)]

    def test_refuse_what_the_law_does_not_know(self):
        layers = (
            attrs.evolve(one, measures=tuple(m for m in one.measures if m[0] != "order"))
            for one in FR.layers
        )
        gone = attrs.evolve(FR, layers=tuple(layers))
        found = measure_options(*draft_of(Given(charged().events, gone)))
        refusals = [one for one in found if isinstance(one, Refusal)]
        assert [(one.act, one.defects[0].rule) for one in refusals] == [
            ("costs", "power"),
            ("order", "power"),
            ("warning", "finding"),
        ]

    def test_offer_a_penalty_within_its_rate_or_none_at_all(self):
        def penalty(given):
            every = measure_options(*draft_of(given))
            found = {one.kind: one for one in every if isinstance(one, MeasureOffer)}
            return [f.domain.limit for f in found["order"].fields if f.name == "penalty"]

        assert penalty(charged()) == ["EUR", "EUR 100 000 per day"]
        assert penalty(charged(law=IT)) == ["EUR", "none"]

    def test_offer_no_penalty_against_a_state(self):
        found = measure_options(*draft_of(charged(party(kind="state"))))
        orders = [one for one in found if isinstance(one, MeasureOffer) and one.kind == "order"]
        (penalty,) = [f for f in orders[0].fields if f.name == "penalty"]
        assert penalty.rule == "addressee"
        assert penalty.domain.wrong(per_day(1)) == "cannot be ordered: clearview is a state"


@pytest.mark.parametrize("given", [ordered(), charged(party("a"), party("b")), liquidated()])
def test_offers_of_every_act_can_be_asked_for(given):
    for one in options(given.state, given.law, day("2024-01-02")):
        assert isinstance(one, Offer | Refusal)


def test_a_notification_is_offered_until_everybody_has_it():
    given = charged(party("a"), party("b")).and_(
        decision(fine(eur(1))), Notify(on=day("2022-10-18"), of="sanction", to="a")
    )
    assert isinstance(offered(given, "2022-10-18", "notification"), Offer)
