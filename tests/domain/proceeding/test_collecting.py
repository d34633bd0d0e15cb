"""What becomes of an open sum: instalments, collection, remission, write-off, correction."""

import attrs
import pytest

from domain.periods import TimeLimit
from domain.proceeding.acts.collection import CollectionOrdered, CollectSum, GrantInstalments
from domain.proceeding.acts.corrections import CorrectSum
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.remission import Remit, SumRemitted, WriteOff
from domain.proceeding.acts.service import CorrectNotification, Notify
from domain.proceeding.deciding import options
from domain.proceeding.standing import outstanding
from domain.rulebook.loading import compose_text
from projections import ExposureLedger, Status
from tests.domain.proceeding.stories import (
    FR,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    order,
    per_day,
)

FINED = decided(fine(eur(3000), id="fine"))
PARTS = ((day("2022-12-01"), eur(1000)), (day("2023-01-01"), eur(2000)))
SPREAD = GrantInstalments(on=day("2022-11-01"), of="fine", parts=PARTS)


def figures(given, on, *names):
    exposure = ExposureLedger(given.history).at(day(on), given.law)
    return tuple(exposure.figure(name) for name in names)


class TestInstalments:
    def test_are_due_from_the_day_after_each(self):
        given = FINED.and_(SPREAD)
        assert figures(given, "2022-10-31", "due", "not_due") == (eur(3000), eur(0))
        assert figures(given, "2022-12-01", "due", "not_due") == (eur(0), eur(3000))
        assert figures(given, "2022-12-02", "due", "not_due") == (eur(1000), eur(2000))
        assert figures(given, "2023-01-02", "due", "not_due") == (eur(3000), eur(0))

    def test_paid_early_count_for_the_first(self):
        paid = FINED.and_(SPREAD, Pay(on=day("2022-11-20"), for_="fine", amount=eur(1500)))
        assert figures(paid, "2022-12-02", "due", "not_due") == (eur(0), eur(1500))
        assert figures(paid, "2023-01-02", "due", "not_due") == (eur(1500), eur(0))

    def test_say_from_when_something_is_payable(self):
        given = FINED.and_(SPREAD)
        thing = Status(given.history).at(day("2022-11-02"), FR).of("fine")
        assert thing.force.payable_from == day("2022-12-02")

    @pytest.mark.parametrize(
        ("parts", "says"),
        [
            (PARTS[:1], "add up to EUR 1 000, not to EUR 3 000"),
            (PARTS[::-1], "do not stand in the order of their days"),
            (((day("2022-11-01"), eur(3000)),), "do not stand in the order of their days"),
            (((day("2022-12-01"), eur(0)),), "hold EUR 0, which is no sum above zero"),
            ((), "add up to EUR 0"),
        ],
    )
    def test_add_up_to_what_is_open_in_the_order_of_days(self, parts, says):
        command = attrs.evolve(SPREAD, parts=parts)
        refusal = FINED.when(command).then_refused("impossible", ["parts"])
        assert says in refusal.defects[0].message

    def test_are_of_what_was_notified(self):
        unserved = charged().and_(decision(fine(eur(3000), id="fine")))
        unserved.when(SPREAD).then_refused("impossible", ["of"])


class TestCollection:
    def test_is_of_an_open_sum(self):
        command = CollectSum(on=day("2022-12-01"), of="fine", amount=eur(3000))
        (event,) = FINED.when(command).events
        assert isinstance(event, CollectionOrdered)

    def test_is_of_no_more_than_is_open(self):
        command = CollectSum(on=day("2022-12-01"), of="fine", amount=eur(3001))
        FINED.when(command).then_refused("irregular", ["outstanding"])

    def test_changes_no_figure(self):
        command = CollectSum(on=day("2022-12-01"), of="fine", amount=eur(3000))
        assert figures(FINED.and_(command), "2022-12-01", "due") == (eur(3000),)


class TestRemission:
    REMIT = Remit(on=day("2022-12-01"), of="fine", amount=eur(1000), because="hardship")

    def test_leaves_the_rest(self):
        when = FINED.when(self.REMIT)
        (event,) = when.events
        assert isinstance(event, SumRemitted)
        assert event.left == eur(2000)
        assert outstanding(when.after.state, "fine") == eur(2000)
        told = figures(when.after, "2022-12-01", "due", "extinguished", "fined")
        assert told == (eur(2000), eur(1000), eur(2000))

    def test_of_a_sum_paid_in_part_takes_from_what_is_open(self):
        paid = FINED.and_(Pay(on=day("2022-11-20"), for_="fine", amount=eur(500)))
        state = paid.when(self.REMIT).after.state
        assert outstanding(state, "fine") == eur(1500)

    def test_of_all_ends_it(self):
        given = FINED.and_(attrs.evolve(self.REMIT, amount=eur(3000)))
        assert Status(given.history).at(day("2022-12-02"), FR).of("fine").status == "remitted"

    def test_is_of_no_more_than_is_open(self):
        more = attrs.evolve(self.REMIT, amount=eur(3001))
        FINED.when(more).then_refused("impossible", ["amount"])

    def test_is_for_the_authority(self):
        FINED.when(attrs.evolve(self.REMIT, by="clearview")).then_refused("irregular", ["organ"])

    def test_written_off_says_so(self):
        given = FINED.and_(WriteOff(on=day("2022-12-01"), of="fine", amount=eur(3000)))
        assert Status(given.history).at(day("2022-12-02"), FR).of("fine").status == "written off"

    def test_keeps_instalments_to_what_is_left(self):
        given = FINED.and_(SPREAD, attrs.evolve(self.REMIT, on=day("2022-11-15")))
        assert figures(given, "2022-12-02", "due", "not_due") == (eur(0), eur(2000))


class TestCorrection:
    RIGHT = CorrectSum(on=day("2022-11-01"), of="fine", right=eur(2500), because="a slip")

    def test_counts_from_its_own_day(self):
        given = FINED.and_(self.RIGHT)
        assert figures(given, "2022-10-31", "fined") == (eur(3000),)
        assert figures(given, "2022-11-01", "fined", "extinguished") == (eur(2500), eur(500))

    def test_can_raise_a_sum(self):
        given = FINED.and_(attrs.evolve(self.RIGHT, right=eur(4000)))
        assert figures(given, "2022-11-01", "fined", "due") == (eur(4000), eur(4000))

    def test_carries_the_maximum_worked_out_again(self):
        (event,) = FINED.when(self.RIGHT).events
        assert event.maximum.floor == eur(20_000_000)

    def test_is_held_to_the_maximum(self):
        more = attrs.evolve(self.RIGHT, right=eur(20_000_001))
        (defect,) = FINED.when(more).then_refused("irregular", ["maximum"]).defects
        assert defect.cite == "GDPR 83(5)"

    def test_makes_what_was_paid_too_much_refundable(self):
        paid = FINED.and_(Pay(on=day("2022-10-30"), for_="fine", amount=eur(3000)), self.RIGHT)
        assert figures(paid, "2022-11-01", "paid", "refundable") == (eur(2500), eur(500))


class TestATimeToPay:
    def test_can_be_given_by_the_decision_itself(self):
        """Thirty days from 18 October 2022 end on Thursday 17 November."""
        pay = TimeLimit.parse("within 30 days of notification")
        given = decided(fine(eur(3000), id="fine", pay=pay))
        assert figures(given, "2022-11-17", "due", "not_due") == (eur(0), eur(3000))
        assert figures(given, "2022-11-18", "due", "not_due") == (eur(3000), eur(0))
        force = Status(given.history).at(day("2022-10-19"), FR).of("fine").force
        assert force.payable_from == day("2022-11-18")

    def test_holds_for_that_fine_alone(self):
        pay = TimeLimit.parse("within 30 days of notification")
        both = (fine(eur(3000), id="fine", pay=pay), fine(eur(500), id="other"))
        assert figures(decided(*both), "2022-10-19", "due", "not_due") == (eur(500), eur(3000))

    def test_is_shown_as_a_deadline_that_payment_meets(self):
        pay = TimeLimit.parse("within 30 days of notification")
        given = charged().and_(
            decision(fine(eur(3000), id="fine", pay=pay)),
            Notify(on=day("2022-10-18"), of="sanction"),
        )
        (period,) = given.state.periods_of("fine", "payment")
        assert period.deadline.on == day("2022-11-17")


class TestACorrectedDayOfNotification:
    """The decision of 17 October was notified on the 25th, and not on the 18th as was thought."""

    PAY = TimeLimit.parse("within 30 days of notification")
    RIGHT = CorrectNotification(on=day("2022-11-20"), of="sanction", right=day("2022-10-25"))

    def given(self, **more):
        return decided(fine(eur(3000), id="fine", **more), order(per_day(10), id="injunction"))

    def test_moves_every_period_that_ran_from_it(self):
        when = self.given().when(self.RIGHT)
        due = {
            p.of: p.deadline.on for p in when.after.state.periods if p.since == day("2022-10-25")
        }
        assert due["injunction"] == day("2022-12-26")
        assert due["sanction"] == day("2023-02-27")
        assert when.after.state.act("sanction").notified_on("clearview") == day("2022-10-25")

    def test_counts_from_its_own_day(self):
        """Thirty days from 18 October end on 17 November, from 25 October on the 24th."""
        given = self.given(pay=self.PAY).and_(self.RIGHT)
        assert figures(given, "2022-11-19", "due", "not_due") == (eur(3000), eur(0))
        assert figures(given, "2022-11-20", "due", "not_due") == (eur(0), eur(3000))
        assert figures(given, "2022-11-24", "due", "not_due") == (eur(0), eur(3000))
        assert figures(given, "2022-11-25", "due", "not_due") == (eur(3000), eur(0))

    def test_leaves_what_is_payable_by_the_right_day_too(self):
        given = self.given().and_(self.RIGHT)
        assert figures(given, "2022-11-20", "due", "not_due") == (eur(3000), eur(0))

    @pytest.mark.parametrize("right", ["2022-10-16", "2022-11-21"])
    def test_is_between_the_act_and_the_correction(self, right):
        command = attrs.evolve(self.RIGHT, right=day(right))
        self.given().when(command).then_refused("impossible", ["right"])

    def test_is_of_what_was_notified(self):
        command = attrs.evolve(self.RIGHT, of="charge")
        self.given().when(command).then_refused("impossible")


class TestCollectionOfNothing:
    def test_is_refused_with_what_it_rests_on(self):
        """A penalty that is owed by law can be named before anything of it is forfeited."""
        text = "crystallises: by law"
        law = compose_text(
            "rulebook: owed\ntitle: Owed\nextends: [eu-gdpr]\ncountry: NL\ncurrency: EUR\n"
            "time_rule: union periods\ncalendar: NL\ninstruments: {ONE: Law}\nmeasures:\n"
            "  order: [{since: ..2018-05-25, penalty: daily, cite: ONE 1, confidence: memory}]\n"
            "periodic_penalties:\n  daily:\n    - {since: ..2018-05-25, attached_to: order, "
            "per: day, starts: day after the order falls due, stops: [], "
            f"counting: {{first_day: counted, last_day: counted, kind: model}}, {text}, "
            "forfeiture: {pay_within: 6 weeks}, cite: ONE 2, confidence: memory}\n",
            "owed.yaml",
        )
        given = decided(order(per_day(10), id="injunction"), law=law)
        early = CollectSum(on=day("2022-10-18"), of="injunction", amount=eur(10))
        (defect,) = given.when(early).then_refused("irregular", ["outstanding"]).defects
        assert defect.cite == "model"
        answers = options(given.state, law, day("2022-10-18"))
        (answer,) = [one for one in answers if one.act == "collection"]
        assert [(one.rule, one.cite) for one in answer.defects] == [("outstanding", "model")]
