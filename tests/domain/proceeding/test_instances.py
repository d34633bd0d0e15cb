"""Several instances: what a judgment on a judgment undoes, and what lives again with it."""

import attrs
import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.inquiry import LodgeComplaint
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.entries import Outcome, Suspension
from domain.proceeding.measures import RefusalMeasure, ReprimandMeasure
from domain.proceeding.penalties import days_of_delay
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import current_amount, order_status, outstanding, stage
from domain.proceeding.state import named
from domain.rulebook.loading import changed
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    GR,
    NEGLIGENT,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    liquidated,
    order,
    party,
    per_day,
    registration,
)

FTT, UT = (party(key, kind="", country="", role="court") for key in ("ftt", "ut"))
FILE = registration()
FILE = attrs.evolve(FILE, parties=(*FILE.parties[:-1], FTT, UT))
BOTH = charged(file=FILE).and_(
    decision(fine(eur(7_552_800), id="fine"), order(per_day(100_000), id="notice")),
)
MOST = eur(20_000_000)


def appeal(against, on, *, by="clearview", to="ftt", name="appeal", **more):
    against = (against,) if isinstance(against, str) else against
    return LodgeAppeal(on=day(on), id=name, by=by, to=to, against=against, **more)


def judgment(name, on, of, outcome, *, by="ftt", **more):
    rulings = tuple(
        Ruling(of=key, result=word if isinstance(word, str) else "varied")
        if isinstance(word, str)
        else Ruling(of=key, result="varied", amount=word)
        for key, word in outcome.items()
    )
    return GiveJudgment(on=day(on), id=name, by=by, on_appeal=of, outcome=rulings, **more)


def fine_of(given):
    return current_amount(given.state, "fine", eur(7_552_800))


ANNULLED = BOTH.and_(
    appeal("sanction", "2022-11-29"),
    judgment("first", "2023-10-17", "appeal", {"sanction": "annulled"}),
)
FURTHER = ANNULLED.and_(appeal("first", "2023-11-17", by="cnil", to="ut", name="further"))
BACK = FURTHER.and_(
    judgment("second", "2025-10-06", "further", {"first": "set aside"}, by="ut", remitted_to="ftt")
)


class TestAJudgmentThatIsSetAside:
    """The Upper Tribunal on Clearview, [2025] UKUT 319: the penalty lives again."""

    def test_gives_life_to_everything_that_it_annulled(self):
        assert ANNULLED.state.annulled == {"sanction", "fine", "notice"}
        assert BACK.state.annulled == {"first"}
        assert fine_of(ANNULLED) == eur(0)
        assert fine_of(BACK) == eur(7_552_800)

    def test_says_of_each_thing_why_it_lives_again(self):
        outcomes = BACK.events[-1].outcomes
        assert [(o.of, o.result, o.amount, o.because) for o in outcomes] == [
            ("first", "set aside", None, ""),
            ("sanction", "revived", None, "first is set aside"),
            (
                "fine",
                "revived",
                eur(7_552_800),
                "first is set aside; it rested on sanction",
            ),
            ("notice", "revived", None, "first is set aside; it rested on sanction"),
        ]

    def test_is_pending_again_where_it_was_sent_back_to(self):
        first = named(BACK.state.appeals, "appeal")
        assert (first.decided_on, first.to, first.judgments) == (None, "ftt", ("first",))
        assert BACK.events[-1].reopens == ("appeal",)
        assert stage(BACK.state, day("2025-10-06")) == "under appeal"

    def test_is_followed_by_a_new_one_on_the_same_appeal(self):
        again = BACK.and_(judgment("third", "2026-05-04", "appeal", {"fine": eur(5_000_000)}))
        assert fine_of(again) == eur(5_000_000)
        assert stage(again.state, day("2026-05-04")) == "decided"
        assert named(again.state.appeals, "appeal").judgments == ("first", "third")

    def test_ends_the_matter_where_it_goes_back_to_nobody(self):
        ended = FURTHER.and_(
            judgment("second", "2025-10-06", "further", {"first": "set aside"}, by="ut")
        )
        assert stage(ended.state, day("2025-10-06")) == "decided"
        assert fine_of(ended) == eur(7_552_800)

    def test_is_needed_for_upholding_what_it_annulled(self):
        upheld = judgment("second", "2025-10-06", "further", {"sanction": "upheld"}, by="ut")
        refusal = FURTHER.when(upheld).then_refused("impossible", ["outcome"])
        assert "upholds sanction, which first annulled" in str(refusal)

    def test_leaves_a_time_in_which_nobody_had_to_comply(self):
        gap = Suspension(of="notice", since=day("2023-10-17"), until=day("2025-10-05"), act="first")
        assert BACK.events[-1].gaps == (gap,)
        assert gap in BACK.state.suspensions

    def test_by_a_third_court_stands_again_with_what_it_annulled(self):
        third = BACK.and_(
            appeal("second", "2025-11-03", to="ut", name="last"),
            judgment("final", "2026-06-01", "last", {"second": "set aside"}, by="ut"),
        )
        assert third.state.annulled == {"second", "sanction", "fine", "notice"}
        assert [(o.of, o.result) for o in third.events[-1].outcomes] == [
            ("second", "set aside"),
            ("first", "revived"),
            ("sanction", "annulled"),
            ("fine", "annulled"),
            ("notice", "annulled"),
        ]

    def test_keeps_what_another_judgment_annulled_as_well(self):
        given = BOTH.and_(
            appeal("fine", "2022-11-29", name="one"),
            appeal("sanction", "2022-11-29", by="person", name="two", despite=(("organ", "x"),)),
            judgment("j-one", "2023-10-17", "one", {"fine": "annulled"}),
            judgment("j-two", "2023-10-18", "two", {"fine": "annulled"}),
            appeal("j-one", "2023-11-17", by="cnil", to="ut", name="further"),
            judgment("third", "2025-10-06", "further", {"j-one": "set aside"}, by="ut"),
        )
        assert fine_of(given) == eur(0)
        assert given.state.annulled == {"j-one", "fine"}


class TestASum:
    """Klarna: 7.5 million, lowered to 6, and 7.5 again on the authority's appeal."""

    LOWERED = BOTH.and_(
        appeal("fine", "2022-11-29"),
        judgment("first", "2023-04-14", "appeal", {"fine": eur(6_000_000)}),
    )
    FURTHER = LOWERED.and_(appeal("first", "2023-05-02", by="cnil", to="ut", name="further"))

    def test_may_be_lowered_and_restored_by_the_next_court(self):
        restored = self.FURTHER.and_(
            judgment("second", "2024-03-11", "further", {"fine": eur(7_552_800)}, by="ut")
        )
        found = [fine_of(one) for one in (BOTH, self.LOWERED, restored)]
        assert found == [eur(7_552_800), eur(6_000_000), eur(7_552_800)]

    def test_stands_as_it_was_before_a_judgment_that_is_set_aside(self):
        undone = self.FURTHER.and_(
            judgment("second", "2024-03-11", "further", {"first": "set aside"}, by="ut")
        )
        assert fine_of(undone) == eur(7_552_800)
        assert [(o.of, o.result, o.amount) for o in undone.events[-1].outcomes] == [
            ("first", "set aside", None),
            ("fine", "restored", eur(7_552_800)),
        ]

    def test_may_be_set_above_what_the_authority_imposed(self):
        higher = self.FURTHER.and_(
            judgment("second", "2024-03-11", "further", {"fine": eur(9_000_000)}, by="ut")
        )
        assert outstanding(higher.state, "fine") == eur(9_000_000)

    def test_is_bound_by_what_is_asked_only_where_the_rulebook_says_so(self):
        text = "[{limit: amount, at_most: asked}]"
        bound = changed(FR, "acts.judgment.limits", text)
        asked = appeal("first", "2023-05-02", by="cnil", to="ut", name="further")
        asked = attrs.evolve(asked, asked=eur(7_552_800))
        higher = judgment("second", "2024-03-11", "further", {"fine": eur(7_552_801)}, by="ut")
        free = self.LOWERED.and_(asked)
        assert free.when(higher).events
        refusal = Given(free.events, bound).when(higher).then_refused("irregular", ["asked"])
        assert "is above what is asked of the court" in str(refusal)
        as_asked = judgment("second", "2024-03-11", "further", {"fine": eur(7_552_800)}, by="ut")
        assert Given(free.events, bound).when(as_asked).events

    def test_that_is_annulled_in_part_cannot_be_more_than_before(self):
        more = Ruling(of="fine", result="annulled in part", amount=eur(7_552_801))
        command = GiveJudgment(on=day("2023-04-14"), by="ftt", on_appeal="appeal", outcome=(more,))
        refusal = BOTH.and_(appeal("fine", "2022-11-29")).when(command).then_refused("impossible")
        assert "leaves more of it than there was, EUR 7 552 800" in str(refusal)

    def test_is_within_the_maximum_of_the_fine_for_a_court_too(self):
        """Turnover is unknown, as it was for the authority."""
        given = BOTH.and_(appeal("fine", "2022-11-29"))
        assert given.when(judgment("first", "2023-04-14", "appeal", {"fine": MOST})).events
        over = judgment("first", "2023-04-14", "appeal", {"fine": eur(20_000_001)})
        (defect,) = given.when(over).then_refused("irregular", ["maximum"]).defects
        assert (defect.limit, defect.cite) == ("EUR 20 000 000", "GDPR 83(5)")
        recorded = given.when(
            attrs.evolve(over, despite=(("maximum", "The court took the sum"),))
        ).events
        assert [one.rule for one in recorded[0].defects] == ["maximum"]

    def test_is_held_to_the_turnover_that_the_court_relies_on(self):
        given = BOTH.and_(appeal("fine", "2022-11-29"))
        over = judgment("first", "2023-04-14", "appeal", {"fine": eur(30_000_000)})
        # 4 % of EUR 750 000 000 is EUR 30 000 000
        known = attrs.evolve(over, turnover=(("2021", eur(750_000_000)),))
        assert given.when(known).events
        less = attrs.evolve(over, turnover=(("2021", eur(749_000_000)),))
        given.when(less).then_refused("irregular", ["maximum"])

    def test_only_warns_where_the_fine_rests_on_a_turnover_that_nobody_told(self):
        large = decision(fine(eur(746_000_000), id="fine"), turnover_untold=True)
        given = charged(file=FILE).and_(large, appeal("fine", "2022-11-29"))
        lowered = judgment("first", "2023-04-14", "appeal", {"fine": eur(600_000_000)})
        (warning,) = given.when(lowered).verdict.warnings
        assert (warning.rule, warning.limit) == ("maximum", "EUR 20 000 000")

    def test_that_is_annulled_in_part_says_what_is_left(self):
        part = judgment("first", "2023-04-14", "appeal", {"fine": "annulled in part"})
        refusal = BOTH.and_(appeal("fine", "2022-11-29")).when(part).then_refused("impossible")
        assert "annuls a part of fine without the sum that is left" in str(refusal)

    def test_of_a_decision_needs_none_to_be_annulled_in_part(self):
        part = judgment("first", "2023-04-14", "appeal", {"sanction": "annulled in part"})
        assert BOTH.and_(appeal("sanction", "2022-11-29")).when(part).events

    def test_may_stand_in_part(self):
        part = Ruling(of="fine", result="annulled in part", amount=eur(5_000))
        given = BOTH.and_(
            appeal("fine", "2022-11-29"),
            GiveJudgment(on=day("2023-04-14"), by="ftt", on_appeal="appeal", outcome=(part,)),
        )
        assert fine_of(given) == eur(5_000)
        assert given.state.annulled == frozenset()


class TestRemittalToTheAuthority:
    """Amazon (52757C): the decision is gone, and the authority has to decide again."""

    UPHELD = BOTH.and_(
        appeal("sanction", "2022-11-29"),
        judgment("first", "2025-03-18", "appeal", {"sanction": "upheld"}),
        appeal("first", "2025-04-18", to="ut", name="further"),
    )
    GONE = UPHELD.and_(
        judgment(
            "second", "2026-03-12", "further", {"sanction": "annulled"}, by="ut", remitted_to="cnil"
        )
    )

    def test_annuls_the_decision_through_a_judgment_that_had_upheld_it(self):
        assert self.GONE.state.annulled == {"sanction", "fine", "notice"}

    def test_opens_the_proceeding_for_a_new_decision(self):
        assert stage(self.GONE.state, day("2026-03-12")) == "deliberation"
        again = AdoptDecision(
            on=day("2026-06-01"),
            id="anew",
            finds=(("faceprints", ("GDPR 6",)),),
            fault=NEGLIGENT,
            measures=(fine(eur(1), id="less"),),
        )
        decided_again = self.GONE.and_(again)
        assert stage(decided_again.state, day("2026-06-01")) == "decided"

    def test_of_one_measure_leaves_the_rest_and_asks_for_a_decision(self):
        given = BOTH.and_(
            appeal("fine", "2022-11-29"),
            judgment("first", "2025-01-28", "appeal", {"fine": "annulled"}, remitted_to="cnil"),
        )
        assert given.state.annulled == {"fine"}
        assert stage(given.state, day("2025-01-28")) == "deliberation"
        assert stage(BOTH.state, day("2022-10-18")) == "decided"


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("outcome", "more", "says"),
        [
            (
                {"first": "annulled"},
                {},
                "'annulled' is none of: upheld, set aside and inadmissible",
            ),
            ({"fine": "set aside"}, {}, "'set aside' is none of: upheld, annulled"),
            ({"fine": eur(5)}, {}, "cannot set a sum for fine, which was annulled"),
            ({"first": "upheld"}, {"remitted_to": "ftt"}, "no judgment on it is set aside"),
            ({"first": "set aside"}, {"remitted_to": "nobody"}, "sent back to 'nobody'"),
        ],
    )
    def test_is_impossible(self, outcome, more, says):
        command = judgment("second", "2025-10-06", "further", outcome, by="ut", **more)
        assert says in str(FURTHER.when(command).then_refused("impossible"))

    def test_a_sum_can_be_set_for_what_the_same_judgment_revives(self):
        both = {"first": "set aside", "fine": eur(5)}
        given = FURTHER.and_(judgment("second", "2025-10-06", "further", both, by="ut"))
        assert fine_of(given) == eur(5)

    def test_is_the_judgment_of_another_court(self):
        wrong = judgment("second", "2025-10-06", "further", {"first": "upheld"}, by="ftt")
        FURTHER.when(wrong).then_refused("irregular", ["court"])

    def test_is_a_second_appeal_of_the_same_party_instead_of_one_against_the_judgment(self):
        again = appeal("sanction", "2023-11-17", name="again")
        BOTH.and_(
            appeal("sanction", "2022-11-29"),
            judgment("first", "2023-10-17", "appeal", {"sanction": "upheld"}),
        ).when(again).then_refused("impossible", ["against"])

    def test_is_an_appeal_of_the_authority_against_its_own_decision(self):
        own = appeal("sanction", "2022-11-29", by="cnil")
        BOTH.when(own).then_refused("irregular", ["organ"])

    def test_is_an_appeal_against_a_judgment_together_with_a_decision(self):
        both = appeal(("first", "sanction"), "2023-11-17", by="cnil", name="further")
        ANNULLED.when(both).then_refused("impossible", ["against"])


class TestAnAppealThatIsNotAdmitted:
    """Clearview's notice came on day 42 of 28; the court may say so, or hear it all the same."""

    LAW = changed(
        changed(FR, "periods.appeal.length", "28 days"), "periods.appeal.abroad", "28 days"
    )
    DECIDED = Given(decided(fine(eur(7_552_800), id="fine"), on="2022-10-17").past, LAW)

    def test_is_refused_out_of_time_with_its_provision(self):
        late = LodgeAppeal(on=day("2022-11-29"), against=("fine",))
        (defect,) = self.DECIDED.when(late).then_refused("irregular", ["appeal"]).defects
        assert (defect.limit, defect.cite) == ("2022-11-15", "CJA L4, R421-1")

    def test_can_be_lodged_again_and_changes_nothing(self):
        late = LodgeAppeal(
            on=day("2022-11-29"), against=("fine",), despite=(("appeal", "day 42 of 28"),)
        )
        given = self.DECIDED.and_(
            late,
            GiveJudgment(
                on=day("2023-01-09"),
                on_appeal="appeal",
                outcome=(Ruling(of="fine", result="inadmissible"),),
            ),
        )
        assert fine_of(given) == eur(7_552_800)
        again = attrs.evolve(late, on=day("2023-01-10"))
        assert given.when(again).events


class TestSilence:
    """GDPR 78(2): three months without a word open the way to the court (AEPD, AN 2185/2021)."""

    COMPLAINT = Given((registration(),), FR).and_(LodgeComplaint(on=day("2021-03-10"), by="person"))

    def test_before_there_was_a_period_is_refused_with_its_provision(self):
        early = Given((registration(on="2018-01-01"),), FR).and_(
            LodgeComplaint(on=day("2018-01-02"), by="person")
        )
        appeal = LodgeAppeal(on=day("2018-06-01"), by="person", against=("silence",))
        refusal = early.when(appeal).then_refused("irregular")
        assert "there was no period for information to the complainant" in str(refusal)

    def test_can_be_appealed_after_three_months(self):
        silent = LodgeAppeal(on=day("2021-06-11"), by="person", against=("silence",))
        assert self.COMPLAINT.when(silent).events
        early = attrs.evolve(silent, on=day("2021-06-10"))
        refusal = self.COMPLAINT.when(early).then_refused(
            "irregular", ["information to the complainant"]
        )
        assert refusal.defects[0].cite == "GDPR 78(2)"
        assert refusal.defects[0].limit == "2021-06-10"

    def test_is_no_ground_for_who_did_not_complain(self):
        other = LodgeAppeal(on=day("2021-06-11"), by="clearview", against=("silence",))
        self.COMPLAINT.when(other).then_refused("impossible")

    def test_ends_with_an_order_to_handle_the_complaint(self):
        given = self.COMPLAINT.and_(
            LodgeAppeal(on=day("2021-09-01"), by="person", against=("silence",)),
            GiveJudgment(
                on=day("2024-06-27"),
                on_appeal="appeal",
                outcome=(Ruling(of="silence", result="must act"),),
            ),
        )
        event = given.events[-1]
        assert event.remitted_to == "cnil"
        assert event.outcomes == (
            Outcome(of="silence", on=day("2024-06-27"), result="must act", act="judgment"),
        )

    def test_is_over_once_the_complaint_was_handled(self):
        handled = self.COMPLAINT.and_(CloseProceeding(on=day("2021-09-01")))
        silent = LodgeAppeal(on=day("2021-09-02"), by="person", against=("silence",))
        handled.when(silent).then_refused("impossible", ["against"])


class TestAClosure:
    CLOSED = Given((registration(),), FR).and_(
        LodgeComplaint(on=day("2021-03-10"), by="person"),
        CloseProceeding(on=day("2021-09-01"), because="not competent"),
    )
    APPEALED = CLOSED.and_(
        LodgeAppeal(
            on=day("2021-10-01"), by="person", against=("closure",), despite=(("organ", "ES"),)
        )
    )

    def test_can_be_appealed_and_then_the_file_is_under_appeal(self):
        assert stage(self.CLOSED.state, day("2021-10-01")) == "closed"
        assert stage(self.APPEALED.state, day("2021-10-01")) == "under appeal"

    def test_that_is_annulled_opens_the_file_again(self):
        given = self.APPEALED.and_(
            GiveJudgment(
                on=day("2024-06-27"),
                on_appeal="appeal",
                outcome=(Ruling(of="closure", result="annulled"),),
                remitted_to="cnil",
            )
        )
        assert given.state.closed_on is None
        assert stage(given.state, day("2024-06-27")) == "not opened"


class TestWhatRestedOnIt:
    def test_lives_again_with_it(self):
        given = liquidated().and_(
            LodgeAppeal(
                on=day("2023-04-13"), against=("injunction",), despite=(("appeal", "late"),)
            ),
            GiveJudgment(
                on=day("2023-06-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="injunction", result="annulled"),),
            ),
            LodgeAppeal(on=day("2023-07-01"), by="cnil", against=("judgment",)),
            GiveJudgment(
                on=day("2023-09-01"),
                on_appeal="appeal-2",
                outcome=(Ruling(of="judgment", result="set aside"),),
            ),
        )
        assert [(o.of, o.result, o.because) for o in given.events[-1].outcomes] == [
            ("judgment", "set aside", ""),
            ("injunction", "revived", "judgment is set aside"),
            ("liquidation", "revived", "judgment is set aside; it rested on injunction"),
        ]
        assert outstanding(given.state, "liquidation") == eur(5_200_000)
        (injunction,) = given.state.orders
        assert order_status(given.state, injunction, day("2023-09-01")) == "overdue"
        # 20 December to 31 May, then again from 1 September: the 92 days between do not count
        assert days_of_delay(given.state, injunction, day("2023-05-31")) == 163
        assert days_of_delay(given.state, injunction, day("2023-09-01")) == 164


def test_a_reprimand_that_is_revived_is_in_force_again():
    given = decided(ReprimandMeasure(id="blame")).and_(
        LodgeAppeal(on=day("2022-12-01"), against=("blame",)),
        GiveJudgment(
            on=day("2023-06-01"),
            on_appeal="appeal",
            outcome=(Ruling(of="blame", result="annulled"),),
        ),
        LodgeAppeal(on=day("2023-07-01"), by="cnil", against=("judgment",)),
        GiveJudgment(
            on=day("2023-09-01"),
            on_appeal="appeal-2",
            outcome=(Ruling(of="judgment", result="set aside"),),
        ),
    )
    assert given.state.annulled == {"judgment"}


class TestTheRefusalOfAMeasure:
    """The Austrian authority refused a ban of Clearview; the court sent that alone back."""

    DECIDED = charged(law=GR).and_(
        decision(order(id="erasure"), RefusalMeasure(id="no-ban", content=("A ban",))),
        LodgeAppeal(on=day("2023-06-05"), by="person", against=("no-ban",)),
    )

    def test_is_appealed_by_who_asked_for_it_and_sent_back_alone(self):
        given = self.DECIDED.and_(
            GiveJudgment(
                on=day("2025-01-28"),
                on_appeal="appeal",
                outcome=(Ruling(of="no-ban", result="annulled"),),
                remitted_to="cnil",
            )
        )
        assert given.state.annulled == {"no-ban"}
        assert stage(given.state, day("2025-01-28")) == "charges"
        (erasure,) = given.state.orders
        assert order_status(given.state, erasure, day("2025-01-28")) == "not notified"
