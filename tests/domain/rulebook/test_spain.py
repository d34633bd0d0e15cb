"""The AEPD: ten working days, twice 20 % of the same sum, and twelve months."""

import attrs
import pytest

from domain.money import Money
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.reductions import AcknowledgeResponsibility
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Proposed
from domain.proceeding.standing import stage
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.national import File, day, ends, fine, from_memory

ES = load_rulebook("es")
VIVUS = File(law=ES, infringed=("GDPR 5(1)(f)", "GDPR 32"))
BOTH = ("acknowledgment", "voluntary payment")


def proposed(amount, on="2024-04-08", notified="2024-04-11"):
    """An agreement to open that proposes one sum, as that of Vivus proposed EUR 600 000."""
    sums = (Proposed(kind="fine", amount=Money.parse(amount), conduct="conduct"),)
    charges, _ = VIVUS.charging(on, proposes=sums)
    return VIVUS.registered().and_(charges, Notify(on=day(notified), of="charges"))


VIVUS_CHARGED = proposed("EUR 600 000")


def pay(amount, *claims, on="2024-04-25", waives=("administrative appeal",)):
    return Pay(on=day(on), for_="charges", amount=Money.parse(amount), claims=claims, waives=waives)


class TestAllegations:
    @pytest.mark.parametrize(
        ("notified", "last"),
        [
            ("2024-04-11", "2024-04-25"),
            ("2024-04-25", "2024-05-10"),  # 1 May is a holiday
            ("2024-03-25", "2024-04-09"),  # Good Friday falls out; Easter Monday is no holiday
        ],
    )
    def test_may_be_made_within_ten_working_days(self, notified, last):
        assert ends(proposed("EUR 70 000", "2024-03-20", notified), "allegations") == [last]

    def test_come_before_the_decision(self):
        early = VIVUS.decision("2024-04-25", fine("EUR 600 000"))
        VIVUS_CHARGED.when(early).then_refused("irregular", ["allegations"])


class TestReductions:
    @pytest.mark.parametrize(
        ("base", "claims", "left"),
        [
            ("EUR 70 000", ("acknowledgment",), "EUR 56 000"),
            ("EUR 70 000", ("voluntary payment",), "EUR 56 000"),
            ("EUR 70 000", BOTH, "EUR 42 000"),
            ("EUR 600 000", ("voluntary payment",), "EUR 480 000"),
            ("EUR 600 000", BOTH, "EUR 360 000"),
        ],
    )
    def test_are_added_and_not_compounded(self, base, claims, left):
        assert proposed(base).when(pay(left, *claims)).events

    def test_leave_exactly_the_rest(self):
        refusal = VIVUS_CHARGED.when(pay("EUR 384 000", *BOTH)).then_refused("irregular")
        (defect,) = [one for one in refusal.defects if one.rule == "reduced sum"]
        assert defect.limit == "EUR 360 000"
        assert defect.cite == "LPAC 85"

    def test_need_a_waiver_of_the_appeal(self):
        unwaived = pay("EUR 360 000", *BOTH, waives=())
        VIVUS_CHARGED.when(unwaived).then_refused("irregular", ["reduction"])

    def test_of_acknowledgment_ends_with_the_time_for_allegations(self):
        late = pay("EUR 360 000", *BOTH, on="2024-04-26")
        VIVUS_CHARGED.when(late).then_refused("irregular")
        assert VIVUS_CHARGED.when(pay("EUR 480 000", "voluntary payment", on="2024-05-06")).events

    def test_stay_earned_by_an_acknowledgment_in_time(self):
        acknowledged = VIVUS_CHARGED.and_(
            AcknowledgeResponsibility(on=day("2024-04-25"), of="charges")
        )
        assert acknowledged.when(pay("EUR 360 000", *BOTH, on="2024-05-06")).events

    def test_are_not_for_a_fine_that_was_imposed(self):
        given = VIVUS_CHARGED.and_(
            VIVUS.decision("2024-04-26", fine("EUR 600 000")),
            Notify(on=day("2024-04-26"), of="decision"),
        )
        late = attrs.evolve(pay("EUR 480 000", "voluntary payment", on="2024-04-29"), for_="fine")
        given.when(late).then_refused("irregular")


class TestLapse:
    def test_comes_twelve_months_after_the_opening(self):
        assert ends(VIVUS_CHARGED, "lapse") == ["2025-04-08"]
        assert stage(VIVUS_CHARGED.state, day("2025-04-08")) != "lapsed"
        assert stage(VIVUS_CHARGED.state, day("2025-04-09")) == "lapsed"

    def test_bars_a_decision(self):
        decision = VIVUS.decision("2025-04-08", fine("EUR 600 000"))
        assert VIVUS_CHARGED.when(decision).events
        late = attrs.evolve(decision, on=day("2025-04-09"))
        (defect,) = VIVUS_CHARGED.when(late).then_refused("irregular", ["lapsed"]).defects
        assert defect.cite == "LOPDGDD 64"


def test_what_nobody_read_in_a_text_is_marked_as_from_memory():
    assert from_memory(ES) == set()
