"""A decision: what it finds and dismisses, whom it is for, and the measures it carries."""

import attrs
import pytest

from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.measures import (
    BanImposed,
    BanMeasure,
    ReprimandIssued,
    ReprimandMeasure,
)
from domain.rulebook.loading import compose_text
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    NEGLIGENT,
    charged,
    day,
    decision,
    eur,
    fine,
    order,
    party,
    per_day,
    registration,
)

D = day("2022-10-17")
INFRINGED = "processing has infringed"


class TestDecision:
    def test_says_what_it_finds_by_conduct_with_the_fault(self):
        charged().when(decision()).then(
            DecisionAdopted(
                on=D,
                act="sanction",
                by="restricted committee",
                basis="LIL 20 III",
                to=("clearview",),
                finds=ALLEGED,
                dismisses=(),
                fault=NEGLIGENT,
                turnover=(),
            )
        )

    def test_may_dismiss_everything(self):
        (event,) = charged().when(decision(finds=(), dismisses=ALLEGED, fault=())).events
        assert event.dismisses == ALLEGED

    def test_must_say_something(self):
        refusal = charged().when(decision(finds=())).then_refused("impossible", ["finds"])
        assert str(refusal) == "decision: a decision must find, dismiss or order something"

    def test_finds_only_what_can_be_infringed(self):
        strange = (("faceprints", ("GDPR 57",)),)
        charged().when(decision(finds=strange)).then_refused("impossible", ["finds"])
        charged().when(decision(dismisses=strange)).then_refused("impossible", ["dismisses"])

    def test_is_refused_once_the_file_is_closed(self):
        closed = charged().and_(CloseProceeding(on=day("2022-08-20")))
        closed.when(decision()).then_refused("irregular", ["closed"])

    def test_is_not_for_the_rapporteur(self):
        refusal = charged().when(decision(by="rapporteur")).then_refused("irregular", ["organ"])
        assert refusal.defects[0].limit == "restricted committee"

    def test_is_for_those_it_names_with_its_measures(self):
        given = charged(party("a"), party("b"))
        adopted, imposed = given.when(decision(fine(eur(1)), to=("b",))).events
        assert (adopted.to, imposed.to) == (("b",), ("b",))

    def test_is_for_nobody_outside_the_file(self):
        charged().when(decision(to=("x",))).then_refused("impossible", ["to"])


class TestIdsOfMeasures:
    def test_are_the_kind_numbered_from_the_second_on(self):
        command = decision(fine(eur(1)), fine(eur(1)), order(), fine(eur(1), id="fine-3"))
        events = charged().when(command).events
        assert [event.measure for event in events[1:]] == ["fine", "fine-2", "order", "fine-3"]

    def test_avoid_those_that_are_taken_elsewhere(self):
        given = charged().and_(decision(fine(eur(1))))
        again = attrs.evolve(decision(fine(eur(1))), id="second")
        assert given.when(again).events[1].measure == "fine-2"

    @pytest.mark.parametrize(
        "measures",
        [
            (fine(eur(1), id="same"), order(id="same")),
            (fine(eur(1), id="charges"),),
            (fine(eur(1), id="sanction"),),
        ],
    )
    def test_are_taken_once(self, measures):
        refusal = charged().when(decision(*measures)).then_refused("impossible", ["id"])
        assert "is taken" in str(refusal)


class TestFindings:
    def test_are_not_dismissed_at_once(self):
        command = decision(dismisses=(("faceprints", ("GDPR 17",)),))
        refusal = charged().when(command).then_refused("impossible", ["dismisses"])
        assert "GDPR 17 is both found infringed and dismissed for faceprints" in str(refusal)

    def test_leave_room_to_dismiss_the_rest(self):
        assert charged().when(decision(dismisses=(("faceprints", ("GDPR 5",)),))).events


class TestReprimand:
    def test_is_an_event_of_the_same_act(self):
        measure = ReprimandMeasure(id="blame", content=("You should not have",))
        assert charged().when(decision(measure)).events[1] == ReprimandIssued(
            on=D,
            act="sanction",
            by="restricted committee",
            basis="LIL 20 III 1",
            measure="blame",
            to=("clearview",),
            content=("You should not have",),
        )

    def test_needs_no_words(self):
        assert charged().when(decision(ReprimandMeasure())).events

    def test_is_refused_where_an_infringement_is_denied(self):
        command = decision(ReprimandMeasure(id="blame"), denies=(INFRINGED,))
        refusal = charged().when(command).then_refused("irregular", [INFRINGED])
        assert (refusal.defects[0].measure, refusal.defects[0].cite) == ("blame", "GDPR 58(2)(b)")

    def test_is_refused_where_nothing_is_found(self):
        command = decision(ReprimandMeasure(id="blame"), finds=(), fault=())
        refusal = charged().when(command).then_refused("irregular", ["finding"])
        assert (refusal.defects[0].measure, refusal.defects[0].cite) == ("blame", "GDPR 58(2)(b)")

    def test_is_recorded_despite_that(self):
        command = decision(
            ReprimandMeasure(), denies=(INFRINGED,), despite=((INFRINGED, "as a courtesy"),)
        )
        adopted, reprimand = charged().when(command).events
        assert adopted.defects == ()
        assert [(d.rule, d.why) for d in reprimand.defects] == [(INFRINGED, "as a courtesy")]


class TestBan:
    def test_is_an_event_of_the_same_act(self):
        measure = BanMeasure(content=("No more faces",))
        assert charged().when(decision(measure)).events[1] == BanImposed(
            on=D,
            act="sanction",
            by="restricted committee",
            basis="LIL 20 III 3",
            measure="ban",
            to=("clearview",),
            content=("No more faces",),
        )

    def test_says_what_is_banned(self):
        refusal = charged().when(decision(BanMeasure(content=()))).then_refused("impossible")
        assert str(refusal) == "decision: a ban says nothing"


class TestMeasuresThatTheLawDoesNotKnow:
    LAW = compose_text(
        """\
rulebook: bare
title: Bare law
extends: [common]
instruments: {ACT: An act}
currency: EUR
time_rule: calendar days
time_rules:
  calendar days:
    - {since: ..2018-05-25, day_of_event: not counted, months_end: same number or last day,
       end_on_rest_day: stays, rest_days: [sunday], cite: ACT 1, confidence: memory}
acts:
  decision: [{since: ..2018-05-25, by: authority, cite: ACT 2, confidence: memory}]
maxima:
  only: [{since: ..2018-05-25, provisions: [ACT 3], fixed: EUR 1 000, cite: ACT 4,
          confidence: memory}]
""",
        "bare.yaml",
    )
    FINDS = (("faceprints", ("ACT 3",)),)
    FILE = Given((registration(),), LAW)

    @pytest.mark.parametrize(
        ("measure", "kind"),
        [(fine(eur(1)), "fine"), (order(), "order"), (ReprimandMeasure(), "reprimand")],
    )
    def test_are_refused(self, measure, kind):
        refusal = self.FILE.when(decision(measure, finds=self.FINDS)).then_refused("irregular")
        assert [(d.rule, d.measure) for d in refusal.defects] == [("power", kind)]
        assert str(refusal) == f"decision: no measure '{kind}' exists in Bare law"

    def test_stand_on_the_decision_where_they_are_recorded_despite_it(self):
        command = decision(fine(eur(1)), finds=self.FINDS, despite=(("power", "they did"),))
        adopted, imposed = self.FILE.when(command).events
        assert (adopted.basis, imposed.basis) == ("ACT 2 (memory)", "ACT 2 (memory)")
        assert [d.why for d in imposed.defects] == ["they did"]


class TestDefectsOfSeveralMeasures:
    def test_stand_each_on_its_own_event(self):
        command = decision(
            fine(eur(20_000_001), id="high"),
            order(per_day(100_001), id="dear"),
            ReprimandMeasure(id="blame"),
            despite=(("maximum", "m"), ("rate", "r")),
        )
        adopted, high, dear, blame = charged().when(command).events
        assert [d.rule for d in adopted.defects + blame.defects] == []
        assert [d.rule for d in high.defects] == ["maximum"]
        assert [d.rule for d in dear.defects] == ["rate"]

    def test_mark_the_act_as_defective_where_they_are_its_own(self):
        early = decision(fine(eur(1)), on="2022-07-20", despite=(("observations", "hurry"),))
        given = charged().and_(early)
        assert given.state.acts[-1].defective
        assert not charged().and_(decision(fine(eur(1)))).state.acts[-1].defective
