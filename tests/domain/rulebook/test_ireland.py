"""The DPC: 28 days to appeal, a fine that a court confirms first, a ceiling for public bodies."""

import attrs

from domain.money import Money
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.confirmation import DecideConfirmation
from domain.proceeding.acts.inquiry import OpenInquiry
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.service import Notify
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.national import File, day, ends, figure, fine, from_memory, order

IE = load_rulebook("ie")
WHATSAPP = File(law=IE, infringed=("GDPR 5(1)(a)", "GDPR 12", "GDPR 13", "GDPR 14"))
INQUIRY = WHATSAPP.registered().and_(OpenInquiry(on=day("2018-12-10")))
DRAFTED = INQUIRY.and_(*WHATSAPP.charging("2020-05-21"))
FINED = DRAFTED.and_(
    WHATSAPP.decision("2021-08-20", fine("EUR 225 000 000"), order(), turnover_untold=True),
    Notify(on=day("2021-08-20"), of="decision"),
)
CONFIRMATION = DecideConfirmation(on=day("2021-09-18"), of="fine", result="confirmed")


def most(kind, *, acting_as=""):
    file = attrs.evolve(WHATSAPP, kind=kind, acting_as=acting_as)
    state = file.registered().state
    found = fine_maximum(state, IE, day("2021-08-20"), provisions=("GDPR 5",), to=("firm",))
    return found.floor, found.ceiling


class TestInquiry:
    def test_comes_before_a_preliminary_draft_and_a_decision(self):
        file = WHATSAPP.registered()
        charges, _ = WHATSAPP.charging("2020-05-21")
        file.when(charges).then_refused("irregular", ["opening"])
        decision = WHATSAPP.decision("2021-08-20", order())
        file.when(decision).then_refused("irregular", ["opening"])


class TestMaximum:
    def test_of_a_public_body_is_one_million(self):
        million = Money.parse("EUR 1 000 000")
        assert most("public body") == (million, million)

    def test_of_a_public_body_that_acts_as_an_undertaking_is_that_of_the_union(self):
        assert most("public body", acting_as="undertaking") == (Money.parse("EUR 20 000 000"), None)

    def test_of_an_undertaking_is_that_of_the_union(self):
        assert most("undertaking") == (Money.parse("EUR 20 000 000"), None)


class TestAppeal:
    def test_is_in_time_for_28_days_and_later_only_warns_for_part_is_from_memory(self):
        assert ends(FINED, "appeal") == ["2021-09-17"]
        appeal = LodgeAppeal(on=day("2021-09-17"), against=("decision",))
        assert FINED.when(appeal).verdict.warnings == ()
        FINED.when(attrs.evolve(appeal, on=day("2021-09-18"))).then_warned(["appeal"])


class TestConfirmation:
    def test_is_needed_before_the_fine_is_payable(self):
        assert figure(FINED, "2021-12-31", "not_due") == "EUR 225 000 000"
        confirmed = FINED.and_(CONFIRMATION)
        assert figure(confirmed, "2021-09-18", "due") == "EUR 225 000 000"

    def test_is_for_when_there_is_no_appeal(self):
        pending = FINED.and_(LodgeAppeal(on=day("2021-09-17"), against=("decision",)))
        (defect,) = pending.when(CONFIRMATION).then_refused("irregular", ["under appeal"]).defects
        assert defect.cite == "DPA-IE 143"

    def test_waits_for_the_end_of_the_time_to_appeal(self):
        early = attrs.evolve(CONFIRMATION, on=day("2021-09-17"))
        FINED.when(early).then_refused("irregular", ["appeal"])

    def test_can_be_refused_and_then_nothing_is_owed(self):
        refused = FINED.and_(attrs.evolve(CONFIRMATION, result="refused"))
        assert figure(refused, "2021-09-18", "outstanding") == "EUR 0"


class TestOrder:
    def test_can_run_from_the_day_after_service(self):
        later = order("within 3 months of the day after notification")
        given = DRAFTED.and_(
            WHATSAPP.decision("2021-08-20", later), Notify(on=day("2021-08-20"), of="decision")
        )
        # three months from Saturday 21 August end on Sunday 21 November
        assert ends(given, "comply") == ["2021-11-22"]

    def test_can_run_from_the_end_of_the_time_to_appeal(self):
        later = order("within 6 months of the end of the appeal period")
        given = DRAFTED.and_(
            WHATSAPP.decision("2021-08-20", later), Notify(on=day("2021-08-20"), of="decision")
        )
        # six months from 17 September end on 17 March; that day and the next are holidays in 2022
        assert ends(given, "comply") == ["2022-03-21"]


class TestJudgment:
    def test_that_upholds_the_fine_makes_it_payable(self):
        appealed = FINED.and_(
            LodgeAppeal(on=day("2021-09-16"), id="appeal", against=("fine",)),
            GiveJudgment(
                on=day("2022-06-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="fine", result="upheld"),),
            ),
        )
        assert figure(appealed, "2022-05-31", "due") == "EUR 0"
        assert figure(appealed, "2022-06-01", "due") == "EUR 225 000 000"


def test_what_nobody_read_in_a_text_is_marked_as_from_memory():
    assert from_memory(IE) == {"acts.appeal"}
