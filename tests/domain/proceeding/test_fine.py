"""Fines: on what they stand, and up to where (GDPR 83; issue: never above the maximum)."""

import attrs
import pytest

from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.inquiry import AppointRapporteur
from domain.proceeding.acts.service import Notify
from domain.proceeding.acts.turnover import CorrectTurnover, EstablishTurnover
from domain.proceeding.entries import Maximum
from domain.proceeding.measures import FineImposed
from domain.proceeding.messages import Defect
from domain.rulebook.loading import changed
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FOUND,
    FR,
    GR,
    IT,
    charged,
    day,
    decision,
    eur,
    fine,
    party,
    registration,
)

MILLION = 1_000_000
LOWER = (("faceprints", ("GDPR 31",)),)


def with_turnover(millions, year="2021", law=FR):
    return charged(law=law).and_(
        EstablishTurnover(
            on=day("2022-09-01"), of="clearview", year=year, amount=eur(millions * MILLION)
        )
    )


def limit_of(given, amount, **more):
    """The limit that a refused fine names, with the provision."""
    refusal = given.when(decision(fine(amount, id="fine"), **more)).then_refused("irregular")
    (defect,) = refusal.defects
    assert defect.rule == "maximum"
    assert defect.measure == "fine"
    return defect.limit, defect.cite


class TestTheEvent:
    def test_carries_the_maximum_that_applied_and_why(self):
        when = charged().when(decision(fine(eur(20 * MILLION))))
        assert when.events[1] == FineImposed(
            on=day("2022-10-17"),
            act="sanction",
            by="restricted committee",
            basis="LIL 20 III 7",
            measure="fine",
            to=("clearview",),
            amount=eur(20 * MILLION),
            conduct="faceprints",
            provisions=FOUND,
            maximum=Maximum(
                floor=eur(20 * MILLION),
                ceiling=None,
                cite="GDPR 83(5)",
                because=(
                    "for GDPR 6, GDPR 12, GDPR 15 and GDPR 17: EUR 20 000 000 or 4 % of worldwide "
                    "turnover, whichever is higher; turnover is unknown"
                ),
            ),
        )

    def test_is_of_the_provisions_that_the_fine_names(self):
        (_, event) = charged().when(decision(fine(eur(1), provisions=("GDPR 31",)))).events
        assert event.provisions == ("GDPR 31",)
        assert event.maximum.floor == eur(10 * MILLION)

    def test_keeps_the_parts_that_a_decision_splits_it_into(self):
        parts = (("GDPR 6", eur(2)), ("GDPR 31", eur(1)))
        (_, event) = charged().when(decision(fine(eur(3), parts=parts))).events
        assert event.parts == parts


class TestTheMaximum:
    def test_is_twenty_million_where_that_is_more_than_the_share(self):
        given = with_turnover(100)
        assert given.when(decision(fine(eur(20 * MILLION)))).events
        assert limit_of(given, eur(20 * MILLION + 1)) == ("EUR 20 000 000", "GDPR 83(5)")

    def test_is_refused_in_a_sentence_with_value_limit_and_provision(self):
        when = with_turnover(100).when(decision(fine(eur(20 * MILLION + 1), id="fine")))
        assert when.then_refused().defects == (
            Defect(
                rule="maximum",
                message="a fine of EUR 20 000 001 is above the maximum, EUR 20 000 000",
                asked="EUR 20 000 001",
                limit="EUR 20 000 000",
                cite="GDPR 83(5)",
                label="GDPR 83(5)",
                measure="fine",
            ),
        )

    def test_is_four_percent_of_a_billion_and_not_one_cent_more(self):
        given = with_turnover(1000)
        assert given.when(decision(fine(eur(40 * MILLION)))).events
        cent_more = attrs.evolve(eur(40 * MILLION), minor=40 * MILLION * 100 + 1)
        assert limit_of(given, cent_more) == ("EUR 40 000 000", "GDPR 83(5)")

    def test_is_the_same_at_the_turnover_where_both_meet(self):
        assert limit_of(with_turnover(500), eur(20 * MILLION + 1)) == (
            "EUR 20 000 000",
            "GDPR 83(5)",
        )
        assert limit_of(with_turnover(501), eur(30 * MILLION)) == ("EUR 20 040 000", "GDPR 83(5)")

    def test_rounds_a_share_down(self):
        turnover = attrs.evolve(eur(1), minor=100_000_000_099)
        relied_on = decision(turnover=(("2021", turnover),))
        cents = attrs.evolve(eur(1), minor=4_000_000_004)
        command = attrs.evolve(relied_on, measures=(fine(cents, id="fine"),))
        (defect,) = charged().when(command).then_refused("irregular").defects
        assert defect.limit == "EUR 40 000 000.03"

    def test_is_the_lower_tier_for_cooperation_alone(self):
        assert limit_of(charged(), eur(10 * MILLION + 1), finds=LOWER) == (
            "EUR 10 000 000",
            "GDPR 83(4)",
        )

    def test_of_the_lower_tier_is_two_percent_of_a_large_turnover(self):
        given = with_turnover(1000)
        assert given.when(decision(fine(eur(20 * MILLION)), finds=LOWER)).events
        assert limit_of(given, eur(20 * MILLION + 1), finds=LOWER) == (
            "EUR 20 000 000",
            "GDPR 83(4)",
        )

    def test_has_a_floor_and_an_open_ceiling_while_turnover_is_unknown(self):
        (_, event) = charged().when(decision(fine(eur(1)))).events
        assert (event.maximum.floor, event.maximum.ceiling) == (eur(20 * MILLION), None)
        assert limit_of(charged(), eur(20 * MILLION + 1)) == ("EUR 20 000 000", "GDPR 83(5)")

    def test_takes_the_turnover_of_the_last_year_before_the_decision(self):
        given = with_turnover(1000, "2020").and_(
            EstablishTurnover(
                on=day("2022-09-02"), of="clearview", year="2021", amount=eur(2000 * MILLION)
            ),
            EstablishTurnover(
                on=day("2022-09-03"), of="clearview", year="2022", amount=eur(9000 * MILLION)
            ),
        )
        assert limit_of(given, eur(90 * MILLION)) == ("EUR 80 000 000", "GDPR 83(5)")

    def test_follows_a_corrected_turnover(self):
        given = with_turnover(1000).and_(
            CorrectTurnover(
                on=day("2022-09-05"), of="clearview", year="2021", right=eur(750 * MILLION)
            )
        )
        assert limit_of(given, eur(40 * MILLION)) == ("EUR 30 000 000", "GDPR 83(5)")

    def test_follows_the_turnover_that_the_decision_itself_establishes(self):
        turnover = (("2020", eur(500 * MILLION)), ("2021", eur(2000 * MILLION)))
        when = with_turnover(100).when(decision(fine(eur(80 * MILLION)), turnover=turnover))
        assert when.events[1].maximum.ceiling == eur(80 * MILLION)
        assert when.after.state.turnovers[-1].amount == eur(2000 * MILLION)
        assert limit_of(charged(), eur(80 * MILLION + 1), turnover=turnover) == (
            "EUR 80 000 000",
            "GDPR 83(5)",
        )

    def test_only_warns_where_the_decision_relied_on_a_turnover_that_is_not_told(self):
        command = decision(fine(eur(50 * MILLION)), turnover_untold=True)
        (warning,) = charged().when(command).then_warned(["maximum"])
        assert warning.limit == "EUR 20 000 000"

    def test_refuses_all_the_same_where_the_turnover_is_known(self):
        command = decision(fine(eur(50 * MILLION)), turnover_untold=True)
        with_turnover(100).when(command).then_refused("irregular", ["maximum"])

    @pytest.mark.parametrize("kind", ["person", "public body"])
    def test_is_fixed_for_whom_is_no_undertaking(self, kind):
        given = charged(party(kind=kind))
        (_, event) = given.when(decision(fine(eur(1)))).events
        assert event.maximum == Maximum(
            floor=eur(20 * MILLION),
            ceiling=eur(20 * MILLION),
            cite="GDPR 83(5)",
            because="for GDPR 6, GDPR 12, GDPR 15 and GDPR 17: EUR 20 000 000",
        )
        turnover = (("2021", eur(2000 * MILLION)),)
        assert limit_of(given, eur(20 * MILLION + 1), turnover=turnover) == (
            "EUR 20 000 000",
            "GDPR 83(5)",
        )

    def test_of_a_joint_fine_follows_the_largest_turnover(self):
        given = charged(party("a"), party("b"), party("c")).and_(
            EstablishTurnover(on=day("2022-09-01"), of="a", year="2021", amount=eur(600 * MILLION)),
            EstablishTurnover(on=day("2022-09-01"), of="b", year="2021", amount=eur(900 * MILLION)),
        )
        assert limit_of(given, eur(50 * MILLION)) == ("EUR 36 000 000", "GDPR 83(5)")
        assert limit_of(given, eur(50 * MILLION), to=("a",)) == ("EUR 24 000 000", "GDPR 83(5)")

    def test_is_nothing_for_a_provision_without_one(self):
        finds = (("faceprints", ("GDPR 6",)),)
        law = changed(FR, "maxima.upper.provisions", "[GDPR 5]")
        command = decision(fine(eur(1), provisions=("GDPR 6",)), finds=finds)
        given = Given(charged().events, law)
        # the finding itself names a provision that this law has no maximum for
        given.when(command).then_refused("impossible", ["finds"])

    def test_that_is_the_lower_of_two_has_no_floor_while_turnover_is_unknown(self):
        law = changed(FR, "maxima.upper.rule", "lower")
        given = Given(charged().events, law)
        finds = (("faceprints", ("GDPR 6",)),)
        turnover = (("2021", eur(100 * MILLION)),)
        (_, event) = given.when(decision(fine(eur(1)), finds=finds, turnover=turnover)).events
        assert event.maximum.ceiling == eur(4 * MILLION)
        assert limit_of(given, eur(1), finds=finds) == ("EUR 0", "GDPR 83(5)")

    def test_that_is_fixed_ignores_turnover(self):
        law = changed(FR, "maxima.upper.rule", "fixed")
        given = Given(with_turnover(9000).events, law)
        finds = (("faceprints", ("GDPR 6",)),)
        assert limit_of(given, eur(21 * MILLION), finds=finds) == ("EUR 20 000 000", "GDPR 83(5)")

    def test_from_memory_warns_and_does_not_refuse(self):
        law = changed(FR, "maxima.upper.confidence", "memory")
        given = Given(charged().events, law)
        (warning,) = given.when(decision(fine(eur(21 * MILLION)))).then_warned(["maximum"])
        assert warning.label == "GDPR 83(5) (memory)"


class TestLinkedInfringements:
    """Several fines of one decision for one conduct share the maximum of the gravest (83(3))."""

    TWO = (fine(eur(12 * MILLION), provisions=("GDPR 6",)), fine(eur(8 * MILLION), id="second"))

    def test_share_one_maximum(self):
        assert charged().when(decision(*self.TWO)).events
        more = attrs.evolve(self.TWO[1], amount=eur(8 * MILLION + 1))
        (defect,) = (
            charged()
            .when(decision(self.TWO[0], more))
            .then_refused("irregular", ["joint maximum"])
            .defects
        )
        assert (defect.asked, defect.limit) == ("EUR 20 000 001", "EUR 20 000 000")
        assert defect.cite == "GDPR 83(3)"
        told = "fines for faceprints of EUR 20 000 001 together are above EUR 20 000 000"
        assert defect.message == told

    def test_keep_the_lower_tier_of_their_own(self):
        eleven = fine(eur(11 * MILLION), id="cooperation", provisions=("GDPR 31",))
        (defect,) = (
            charged()
            .when(decision(fine(eur(9 * MILLION), provisions=("GDPR 6",)), eleven))
            .then_refused("irregular", ["maximum"])
            .defects
        )
        assert (defect.measure, defect.limit, defect.cite) == (
            "cooperation",
            "EUR 10 000 000",
            "GDPR 83(4)",
        )

    def test_are_capped_by_the_gravest_of_them_alone(self):
        finds = (("faceprints", ("GDPR 31", "GDPR 25")),)
        given = charged(alleges=finds)
        both = (
            fine(eur(6 * MILLION), id="one", provisions=("GDPR 31",)),
            fine(eur(6 * MILLION), id="two", provisions=("GDPR 25",)),
        )
        refusal = given.when(decision(*both, finds=finds)).then_refused("irregular")
        assert [(d.rule, d.limit) for d in refusal.defects] == [("joint maximum", "EUR 10 000 000")]

    def test_share_it_however_they_name_their_addressee(self):
        again = fine(eur(20 * MILLION), id="again", to=("clearview",))
        command = decision(fine(eur(20 * MILLION)), again)
        charged().when(command).then_refused("irregular", ["joint maximum"])

    def test_share_it_for_each_addressee_of_its_own(self):
        given = charged(party("a"), party("b"))
        each = (fine(eur(20 * MILLION), to=("a",)), fine(eur(20 * MILLION), id="b", to=("b",)))
        assert given.when(decision(*each)).events
        joint = fine(eur(1), id="joint")
        given.when(decision(*each, joint)).then_refused("irregular", ["joint maximum"])

    def test_follow_a_large_turnover_together(self):
        given = with_turnover(1000)
        two = (fine(eur(25 * MILLION), id="one"), fine(eur(15 * MILLION), id="two"))
        assert given.when(decision(*two)).events

    def test_only_warn_where_the_turnover_is_not_told(self):
        two = (fine(eur(15 * MILLION), id="one"), fine(eur(15 * MILLION), id="two"))
        charged().when(decision(*two, turnover_untold=True)).then_warned(["joint maximum"])
        known = with_turnover(100).when(decision(*two, turnover_untold=True))
        known.then_refused("irregular", ["joint maximum"])

    def test_of_another_conduct_have_a_maximum_of_their_own(self):
        alleges = (("faceprints", ("GDPR 6",)), ("access", ("GDPR 15",)))
        file = registration(conducts=("faceprints", "access"))
        given = charged(file=file, alleges=alleges)
        command = decision(
            fine(eur(20 * MILLION)),
            fine(eur(10_500_000), "access"),
            finds=alleges,
            fault=(("faceprints", "negligence"), ("access", "intent")),
        )
        assert [e.amount for e in given.when(command).events[1:]] == [
            eur(20 * MILLION),
            eur(10_500_000),
        ]

    def test_are_recorded_despite_it_on_the_decision(self):
        two = (fine(eur(15 * MILLION), id="one"), fine(eur(15 * MILLION), id="two"))
        command = decision(*two, despite=(("joint maximum", "as it was"),))
        adopted, *fines = charged().when(command).events
        assert [d.why for d in adopted.defects] == ["as it was"]
        assert [event.defects for event in fines] == [(), ()]


class TestTheGround:
    def test_is_a_finding(self):
        command = decision(fine(eur(1), provisions=("GDPR 5",)))
        refusal = charged().when(command).then_refused("irregular", ["charge", "finding"])
        assert "the decision does not find GDPR 5 infringed (GDPR 83(2))" in str(refusal)

    def test_is_something_at_all(self):
        dismissed = decision(fine(eur(1)), finds=(), dismisses=ALLEGED)
        refusal = charged().when(dismissed).then_refused("irregular", ["finding", "maximum"])
        assert "the decision does not find anything infringed" in str(refusal)

    def test_is_a_charge(self):
        given = charged(alleges=(("faceprints", ("GDPR 6",)),))
        refusal = given.when(decision(fine(eur(1)))).then_refused("irregular", ["charge"])
        (defect,) = refusal.defects
        assert defect.message == "GDPR 12, GDPR 15, GDPR 17 and GDPR 31 were never charged"
        assert defect.cite == "DEC 40"

    def test_that_was_never_charged_only_warns_where_the_rule_is_from_memory(self):
        # Greek law adds nothing to what this model knows of GDPR 58(4) from memory
        given = charged(law=GR, alleges=(("faceprints", ("GDPR 6",)),))
        (warning,) = given.when(decision(fine(eur(1)))).then_warned(["charge"])
        assert warning.label == "GDPR 58(4) (memory)"

    def test_is_a_charge_against_each_whom_it_is_for(self):
        given = Given(
            (
                registration(party("a"), party("b")),
                AppointRapporteur(on=day("2022-06-02")),
                IssueCharges(on=day("2022-07-14"), alleges=ALLEGED, to=("a",)),
                Notify(on=day("2022-07-14"), of="charges"),
            ),
            FR,
        )
        assert given.when(decision(fine(eur(1), to=("a",)))).events
        given.when(decision(fine(eur(1)))).then_refused("irregular", ["charge"])
        second = given.and_(
            IssueCharges(on=day("2022-07-14"), alleges=ALLEGED, to=("b",)),
            Notify(on=day("2022-07-14"), of="charges-2"),
        )
        assert second.when(decision(fine(eur(1)))).events

    @pytest.mark.parametrize("fault", ["intent", "negligence", "unknown"])
    def test_is_fault_or_fault_that_the_texts_do_not_tell(self, fault):
        assert charged().when(decision(fine(eur(1)), fault=(("faceprints", fault),))).events

    @pytest.mark.parametrize("fault", [(), (("faceprints", "none"),)])
    def test_is_missing_without_fault(self, fault):
        refusal = charged().when(decision(fine(eur(1)), fault=fault)).then_refused("irregular")
        (defect,) = refusal.defects
        assert defect.rule == "fault"
        assert defect.label == "C-807/21 (case-law)"
        told = "the decision finds neither intent nor negligence in faceprints"
        assert defect.message == told

    def test_is_no_ground_against_a_state_in_france(self):
        given = charged(party(kind="state", country="FR"))
        refusal = given.when(decision(fine(eur(1)))).then_refused("irregular", ["addressee"])
        assert "clearview is a state (LIL 20 III 7)" in str(refusal)

    def test_is_ground_enough_against_a_state_elsewhere(self):
        assert charged(party(kind="state"), law=IT).when(decision(fine(eur(1)))).events

    def test_against_one_addressee_does_not_ask_what_another_is(self):
        given = charged(party("firm"), party("ministry", kind="state"))
        assert given.when(decision(fine(eur(1), to=("firm",)))).events
        given.when(decision(fine(eur(1)))).then_refused("irregular", ["addressee"])


class TestWhatIsImpossible:
    @pytest.mark.parametrize(
        ("measure", "rules", "message"),
        [
            (fine(eur(0)), ["amount", "maximum"], "EUR 0 is not a sum above zero in EUR"),
            (fine(eur(1), "emails"), ["conduct"], "a fine for emails is none of: faceprints"),
            (fine(eur(1), to=("x",)), ["to"], "'x' is no addressee of this proceeding"),
        ],
    )
    def test_is_a_fine_of_nothing_for_nothing_against_nobody(self, measure, rules, message):
        refusal = charged().when(decision(measure)).then_refused("impossible")
        assert refusal.defects[0].rule == rules[0]
        assert message in str(refusal)

    def test_is_a_fine_in_another_currency(self):
        dollars = attrs.evolve(eur(1), currency="USD")
        refusal = charged().when(decision(fine(dollars))).then_refused("impossible", ["amount"])
        assert "a fine of USD 1 is not a sum above zero in EUR" in str(refusal)

    def test_cannot_be_had_despite_it(self):
        dollars = attrs.evolve(eur(1), currency="USD")
        command = decision(fine(dollars), despite=(("amount", "so what"),))
        charged().when(command).then_refused("impossible", ["amount"])

    @pytest.mark.parametrize(
        ("turnover", "message"),
        [
            (("last", eur(1)), "the year last of a turnover is not a year up to 2022"),
            (("2023", eur(1)), "the year 2023 of a turnover is not a year up to 2022"),
            (("2021", attrs.evolve(eur(1), currency="USD")), "a turnover of USD 1 is not a sum"),
        ],
    )
    def test_is_a_turnover_of_no_year_or_in_another_currency(self, turnover, message):
        command = decision(fine(eur(1)), turnover=(turnover,))
        refusal = charged().when(command).then_refused("impossible", ["turnover"])
        assert message in str(refusal)


class TestDespite:
    def test_records_the_defect_of_a_fine_on_the_fine(self):
        why = "the committee did so"
        command = decision(fine(eur(21 * MILLION)), despite=(("maximum", why),))
        adopted, imposed = with_turnover(100).when(command).events
        assert adopted.defects == ()
        (defect,) = imposed.defects
        assert (defect.rule, defect.asked, defect.limit, defect.why) == (
            "maximum",
            "EUR 21 000 000",
            "EUR 20 000 000",
            why,
        )
        assert imposed.maximum.ceiling == eur(20 * MILLION)

    def test_has_to_name_every_defect(self):
        command = decision(
            fine(eur(21 * MILLION)), fault=(), despite=(("maximum", "the committee did so"),)
        )
        charged().when(command).then_refused("irregular", ["fault", "maximum"])
