"""Fines beyond their maximum: converted, of a disobeyed order, joint, repeated; costs on top."""

import attrs
import pytest

from domain.money import Money, Price
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.compliance import ShowCompliance
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Proposed
from domain.proceeding.measures import Conversion, CostsMeasure, FineMeasure
from domain.proceeding.messages import Accepted
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import compose_text
from projections import ExposureLedger
from tests.domain.proceeding.stories import (
    ALLEGED,
    NEGLIGENT,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    order,
    party,
    per_day,
    registration,
)

PL = compose_text(
    "rulebook: mine\ntitle: Mine\nextends: [eu-gdpr]\ncurrency: PLN\n"
    "instruments: {ACT: An act}\nexchange:\n  euro: [{since: 2022-01-28, from: EUR, rate: 4.5697, "
    "rate_of: 2022-01-28, cite: ACT 103, confidence: verified, read_in: UODO}]\n",
    "mine.yaml",
)
AT = compose_text(
    "rulebook: mine\ntitle: Mine\nextends: [eu-gdpr]\ncurrency: EUR\ninstruments: {ACT: An act}\n"
    "measures:\n  costs: [{since: 2018-05-25, limits: [{limit: amount, at_most: {share: 10 %, "
    "of: the fine}}], cite: ACT 64, confidence: verified, read_in: BVwG}]\n",
    "mine.yaml",
)


def pln(text):
    return Money.parse(f"PLN {text}")


def converted(euros, rate, on):
    return Conversion(from_=eur(euros), rate=Price.parse(rate), rate_of=day(on))


class TestConversion:
    """pl-virgin: 350 000 x 4.5697 = 1 599 395.00, and 460 000 x 4.2794 = 1 968 524.00."""

    FINE = FineMeasure(
        id="fine",
        amount=pln("1 599 395"),
        conduct="faceprints",
        converted=converted(350_000, "4.5697", "2022-01-28"),
    )

    def test_multiplies_out_and_stands_in_the_event(self):
        (_, event) = charged(law=PL).when(decision(self.FINE)).events
        assert event.converted == self.FINE.converted
        assert event.amount == pln("1 599 395")

    def test_of_the_first_fine_multiplies_out_too(self):
        assert Price.parse("4.2794").convert(
            eur(460_000), "PLN", PL.exchange("EUR", day("2022-10-17")).rounding
        ) == pln("1 968 524")

    def test_that_does_not_multiply_out_is_impossible(self):
        wrong = attrs.evolve(self.FINE, amount=pln("1 599 396"))
        refusal = charged(law=PL).when(decision(wrong)).then_refused("impossible", ["conversion"])
        assert refusal.defects[0].message == (
            "EUR 350 000 at 4.5697 is PLN 1 599 395, not PLN 1 599 396"
        )

    def test_at_another_rate_than_that_of_the_law_is_irregular(self):
        wrong = attrs.evolve(
            self.FINE,
            amount=pln("1 400 000"),
            converted=converted(350_000, "4", "2022-10-01"),
        )
        refusal = charged(law=PL).when(decision(wrong)).then_refused("irregular", ["exchange"])
        assert refusal.defects[0].cite == "ACT 103"

    def test_at_a_rate_of_tomorrow_is_impossible(self):
        wrong = attrs.evolve(self.FINE, converted=converted(350_000, "4.5697", "2023-01-28"))
        charged(law=PL).when(decision(wrong)).then_refused("impossible")

    def test_holds_the_sum_to_the_converted_maximum(self):
        """EUR 20 000 000 x 4.5697 = PLN 91 394 000."""
        more = FineMeasure(id="fine", amount=pln("91 394 000.01"), conduct="faceprints")
        (defect,) = charged(law=PL).when(decision(more)).then_refused("irregular").defects
        assert defect.limit == "PLN 91 394 000"


class TestDisobedience:
    """fi-asiakastieto: a fine of EUR 440 000 under GDPR 83(6), with a maximum of 20 million."""

    FINDS = (("disobedience", ("GDPR 83(6)",)),)

    def given(self, *more):
        file = registration(conducts=("faceprints", "disobedience"))
        first = charged(file=file).and_(
            decision(order(per_day(100_000), id="injunction")),
            Notify(on=day("2022-10-18"), of="sanction"),
            *more,
        )
        return first.and_(
            IssueCharges(on=day("2023-02-01"), id="second", alleges=self.FINDS),
            Notify(on=day("2023-02-01"), of="second"),
        )

    def command(self, of="injunction", on="2023-03-14"):
        measure = FineMeasure(id="fine-2", amount=eur(440_000), conduct="disobedience", of=of)
        return AdoptDecision(
            on=day(on),
            id="decision-2",
            finds=self.FINDS,
            fault=(("disobedience", "intent"),),
            measures=(measure,),
        )

    def test_of_an_overdue_order_is_fined_under_the_upper_maximum(self):
        (_, event) = self.given().when(self.command()).events
        assert event.of == "injunction"
        assert event.maximum.floor == eur(20_000_000)
        assert event.maximum.cite == "GDPR 83(5)"

    def test_of_an_order_that_is_met_in_time_is_irregular(self):
        met = ShowCompliance(on=day("2022-12-01"), with_="injunction", by="clearview")
        refusal = self.given(met).when(self.command()).then_refused("irregular", ["disobedience"])
        assert refusal.defects[0].message == "the order injunction is met, and was not disobeyed"

    def test_of_an_order_that_was_met_too_late_is_fined(self):
        late = ShowCompliance(on=day("2022-12-27"), with_="injunction", by="clearview")
        assert self.given(late).when(self.command()).events

    def test_of_no_order_is_impossible(self):
        self.given().when(self.command(of="rumour")).then_refused("impossible", ["disobedience"])


class TestASecondOffence:
    """fr-kourou: the same lasting failure is fined twice; recorded, with a flag of the model."""

    FIRST = decided(fine(eur(5000), id="fine"))

    def again(self, *, on="2023-12-18", finds=ALLEGED, amount=5000):
        return AdoptDecision(
            on=day(on),
            id="second",
            finds=finds,
            fault=NEGLIGENT,
            measures=(fine(eur(amount), id="fine-2"),),
        )

    def warned(self, given, command):
        when = given.when(command)
        assert isinstance(when.verdict, Accepted)
        return [w for w in when.verdict.warnings if w.rule == "ne bis in idem"]

    def test_raises_a_warning_that_is_labelled_as_model(self):
        (warning,) = self.warned(self.FIRST, self.again())
        assert (warning.label, warning.limit, warning.gravity) == ("model", "fine", "warns")

    def test_adds_to_the_first(self):
        given = self.FIRST.and_(self.again())
        exposure = ExposureLedger(given.history).at(day("2023-12-18"), given.law)
        assert exposure.figure("fined") == eur(10_000)

    def test_on_other_provisions_raises_none(self):
        first = decided(fine(eur(5000), id="fine", provisions=("GDPR 31",)))
        other = (("faceprints", ("GDPR 6",)),)
        assert not self.warned(first, self.again(finds=other))

    def test_after_an_annulment_of_the_first_raises_none(self):
        annulled = self.FIRST.and_(
            LodgeAppeal(on=day("2022-11-01"), against=("sanction",)),
            GiveJudgment(
                on=day("2023-05-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="sanction", result="annulled"),),
            ),
        )
        assert not self.warned(annulled, self.again())


class TestJointLiability:
    def test_is_recorded_for_one_sum_that_two_owe(self):
        given = charged(party("a"), party("b"))
        (_, event) = given.when(decision(fine(eur(10), liable="jointly"))).events
        assert (event.liable, event.to) == ("jointly", ("a", "b"))

    def test_needs_two(self):
        charged().when(decision(fine(eur(10), liable="jointly"))).then_refused(
            "impossible", ["liable"]
        )

    def test_is_jointly_or_not_told(self):
        given = charged(party("a"), party("b"))
        given.when(decision(fine(eur(10), liable="perhaps"))).then_refused("impossible")


class TestSeparateConducts:
    def test_have_maxima_of_their_own(self):
        """Dutch Clearview: 20 million and 10.5 million are no breach of a joint maximum."""
        both = (("faceprints", ("GDPR 6",)), ("access", ("GDPR 15",)))
        given = charged(alleges=both, file=registration(conducts=("faceprints", "access")))
        faults = (("faceprints", "intent"), ("access", "negligence"))
        command = decision(
            fine(eur(20_000_000), id="one"),
            fine(eur(10_500_000), "access", id="two"),
            finds=both,
            fault=faults,
        )
        after = given.when(command).after
        exposure = ExposureLedger(after.history).at(day("2022-10-17"), after.law)
        assert exposure.figure("fined") == eur(30_500_000)


class TestCosts:
    """at-post: ten per cent of 18 million are 1.8 million, on top of the fine."""

    FINE = fine(eur(18_000_000), id="fine")

    def costs(self, amount, of="fine"):
        return CostsMeasure(id="costs", amount=eur(amount), of=of)

    def test_are_imposed_and_no_fine(self):
        given = charged(law=AT).and_(decision(self.FINE, self.costs(1_800_000)))
        exposure = ExposureLedger(given.history).at(day("2022-10-17"), AT)
        told = [exposure.figure(name) for name in ("fined", "imposed", "liquidated")]
        assert told == [eur(18_000_000), eur(19_800_000), eur(0)]

    def test_are_ten_per_cent_at_most(self):
        command = decision(self.FINE, self.costs(1_800_001))
        (defect,) = charged(law=AT).when(command).then_refused("irregular", ["costs"]).defects
        assert (defect.limit, defect.cite, defect.measure) == ("EUR 1 800 000", "ACT 64", "costs")

    def test_are_of_a_fine_of_the_same_decision(self):
        command = decision(self.FINE, self.costs(1, of="rumour"))
        charged(law=AT).when(command).then_refused("impossible", ["of"])

    def test_exist_only_where_the_rulebook_has_them(self):
        charged().when(decision(self.FINE, self.costs(1))).then_refused("irregular", ["power"])


class TestProposals:
    def proposing(self, *proposed):
        given = charged()
        second = IssueCharges(on=day("2022-08-01"), id="report", alleges=ALLEGED, proposes=proposed)
        return given.and_(second, Notify(on=day("2022-08-01"), of="report"))

    SIXTY = Proposed(kind="fine", conduct="faceprints", amount=eur(60_000_000))

    def test_stand_in_what_is_at_stake(self):
        given = self.proposing(self.SIXTY)
        (stake,) = ExposureLedger(given.history).at(day("2022-08-02"), given.law).stakes
        assert stake.text.endswith(
            "; proposed: fine of EUR 60 000 000, from which the decision may differ"
        )

    def test_are_recorded_where_the_decision_differs(self):
        """Criteo: a report proposed 60 million, the decision took 40."""
        given = self.proposing(self.SIXTY)
        (_, event) = given.when(decision(fine(eur(15_000_000)))).events
        assert event.proposed == eur(60_000_000)
        after = given.and_(decision(fine(eur(15_000_000))))
        (line,) = ExposureLedger(after.history).at(day("2022-10-17"), after.law).lines("fined")
        assert "proposed were EUR 60 000 000" in line.text

    @pytest.mark.parametrize(
        "wrong",
        [
            Proposed(kind="fine", conduct="rumour", amount=eur(1)),
            Proposed(kind="fine", conduct="faceprints", amount=Money.parse("USD 1")),
        ],
    )
    def test_are_of_a_known_conduct_in_the_rulebooks_currency(self, wrong):
        command = IssueCharges(
            on=day("2022-08-01"), id="report", alleges=ALLEGED, proposes=(wrong,)
        )
        charged().when(command).then_refused("impossible", ["proposes"])


class TestWhatFallsTogether:
    def judged(self, given, of, **late):
        return given.and_(
            LodgeAppeal(on=day("2023-04-01"), against=(of,), **late),
            GiveJudgment(
                on=day("2023-06-01"),
                on_appeal="appeal",
                outcome=(Ruling(of=of, result="annulled"),),
            ),
        )

    def test_costs_fall_with_the_fine_that_they_are_of(self):
        costs = CostsMeasure(id="costs", amount=eur(1_800_000), of="fine")
        given = self.judged(
            charged(law=AT).and_(decision(fine(eur(18_000_000), id="fine"), costs)), "fine"
        )
        exposure = ExposureLedger(given.history).at(day("2023-06-01"), AT)
        assert exposure.figure("imposed") == eur(0)
        assert exposure.figure("extinguished") == eur(19_800_000)

    def test_a_fine_for_disobedience_falls_with_the_order(self):
        story = TestDisobedience()
        late = {"despite": (("appeal", "it was let in"),)}
        given = self.judged(story.given().and_(story.command()), "injunction", **late)
        assert given.state.annulled >= {"injunction", "fine-2"}


class TestComputedSums:
    """Totals of real proceedings, each added up by hand."""

    def fined(self, *amounts, law=None, turnover=10_000_000_000):
        fines = [fine(eur(one), id=f"fine-{k}") for k, one in enumerate(amounts)]
        year = (("2021", eur(turnover)),)
        given = charged().and_(decision(*fines, turnover=year))
        return ExposureLedger(given.history).at(day("2022-10-17"), given.law).figure("fined")

    @pytest.mark.parametrize(
        ("parts", "total"),
        [
            ((60_000_000, 40_000_000), 100_000_000),  # fr-google-cookies-2020
            ((465_000, 100_000), 565_000),  # nl-foreign-affairs
            ((9_000_000, 320_000, 5_680_000), 15_000_000),  # it-openai
            ((90_000_000, 30_000_000, 30_000_000, 75_000_000), 225_000_000),  # ie-whatsapp
        ],
    )
    def test_several_fines_of_one_decision_add_up(self, parts, total):
        assert self.fined(*parts) == eur(total)

    def test_the_parts_of_the_italian_fine_add_up_to_twenty_million(self):
        sums = (3_800_000,) * 3 + (2_000_000,) * 4 + (600_000,)
        names = (
            "GDPR 5",
            "GDPR 6",
            "GDPR 9",
            "GDPR 12",
            "GDPR 13",
            "GDPR 14",
            "GDPR 15",
            "GDPR 27",
        )
        parts = tuple((name, eur(one)) for name, one in zip(names, sums, strict=True))
        one = fine(eur(20_000_000), id="fine", parts=parts)
        (_, event) = charged().when(decision(one)).events
        assert event.parts == parts

    def test_costs_follow_the_fine_where_a_court_lowers_both(self):
        """at-post, second round: 16 million and ten per cent of it."""
        costs = CostsMeasure(id="costs", amount=eur(1_800_000), of="fine")
        given = charged(law=AT).and_(
            decision(fine(eur(18_000_000), id="fine"), costs),
            LodgeAppeal(on=day("2022-11-25"), against=("sanction",)),
            GiveJudgment(
                on=day("2024-06-01"),
                on_appeal="appeal",
                outcome=(
                    Ruling(of="fine", result="varied", amount=eur(16_000_000)),
                    Ruling(of="costs", result="varied", amount=eur(1_600_000)),
                ),
            ),
        )
        exposure = ExposureLedger(given.history).at(day("2024-06-01"), AT)
        told = [exposure.figure(name) for name in ("fined", "imposed", "extinguished")]
        assert told == [eur(16_000_000), eur(17_600_000), eur(2_200_000)]
