"""decide: what is possible, what is irregular, what is recorded despite it, and under which id."""

import attrs

from domain.proceeding.acts import ROOMS
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.hearing import HoldHearing
from domain.proceeding.acts.inquiry import LodgeComplaint, OpenInquiry
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.deciding import BY_COMMAND, EVOLUTIONS, KINDS, decide, evolve
from domain.proceeding.measures import MEASURES
from domain.proceeding.messages import Accepted, Command, Defect, Event, Refusal, joined
from domain.proceeding.rulings import Ruling
from domain.proceeding.state import ProceedingState
from domain.rulebook.labels import Confidence, Kind, Sourced
from domain.rulebook.loading import compose_text
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    CLEARVIEW,
    CNIL,
    FR,
    GR,
    IT,
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

D = day("2020-08-26")
FILE = Given((registration(),), FR)

TWO_WAYS = """\
rulebook: two-ways
title: Two ways
extends: [common]
instruments: {ACT: An act}
currency: EUR
time_rule: calendar days
organs: {board: {local: Board}, member: {local: Member}}
time_rules:
  calendar days:
    - {since: ..2018-05-25, day_of_event: not counted, months_end: same number or last day,
       end_on_rest_day: stays, rest_days: [sunday], cite: ACT 1, confidence: memory}
acts:
  decision: [{since: ..2018-05-25, by: board, requires: [{after: complaint}], cite: ACT 2,
              confidence: verified, read_in: here}]
  simplified decision:
    - {since: ..2018-05-25, act: decision, by: member, requires: [{states: it is simple}],
       cite: ACT 3, confidence: verified, read_in: here}
maxima:
  only: [{since: ..2018-05-25, provisions: [ACT 9], fixed: EUR 1 000, cite: ACT 4,
          confidence: memory}]
"""


def subclasses(cls):
    """Every class of ours below one; other tests may define some for themselves."""
    for sub in cls.__subclasses__():
        if sub.__module__.startswith("domain."):
            yield sub
        yield from subclasses(sub)


class TestRooms:
    def test_hold_every_command(self):
        assert set(subclasses(Command)) == set(BY_COMMAND)

    def test_evolve_every_event_and_name_its_kind(self):
        assert set(subclasses(Event)) == set(EVOLUTIONS) == set(KINDS)

    def test_are_of_acts_with_names_of_their_own(self):
        acts = [room.act for room in ROOMS]
        assert len(set(acts)) == len(acts) == len(BY_COMMAND) - 1

    def test_share_a_name_only_where_a_decision_can_do_what_an_act_does(self):
        shared = {room.kind for room in MEASURES.values()} & {room.act for room in ROOMS}
        assert shared == {"warning", "publication"}


class TestImpossible:
    def test_is_an_act_on_an_earlier_day(self):
        given = FILE.and_(LodgeComplaint(on=D))
        yesterday = OpenInquiry(on=day("2020-08-25"))
        refusal = given.when(yesterday).then_refused("impossible", ["order of days"])
        assert str(refusal) == "opening: 2020-08-25 is before the last act, of 2020-08-26"
        assert refusal.defects[0].asked == "2020-08-25"

    def test_is_not_an_act_on_the_same_day(self):
        assert FILE.and_(LodgeComplaint(on=D)).when(OpenInquiry(on=D)).events

    def test_is_an_id_that_is_taken(self):
        given = FILE.and_(LodgeComplaint(on=D, id="first"))
        refusal = given.when(OpenInquiry(on=D, id="first")).then_refused("impossible", ["id"])
        assert str(refusal) == "opening: the id 'first' is taken"

    def test_is_an_actor_whom_nobody_knows(self):
        refusal = FILE.when(OpenInquiry(on=D, by="mayor")).then_refused("impossible", ["by"])
        assert str(refusal) == (
            "opening: 'mayor' is no party and no organ; there are chair, rapporteur, "
            "restricted committee, single member, cnil, clearview, person and council"
        )

    def test_comes_before_what_is_irregular(self):
        command = decision(fine(eur(30_000_000), "emails"), fault=())
        charged().when(command).then_refused("impossible", ["conduct"])

    def test_leaves_the_state_as_it_was(self):
        before = FILE.state
        decide(before, OpenInquiry(on=D, by="mayor"), FR)
        assert before == FILE.state


class TestIds:
    def test_are_the_kind_of_act_numbered_from_the_second_on(self):
        acts = (LodgeComplaint(on=D),) * 3
        assert [event.act for event in FILE.and_(*acts).events[1:]] == [
            "complaint",
            "complaint-2",
            "complaint-3",
        ]

    def test_count_acts_with_names_of_their_own(self):
        given = FILE.and_(LodgeComplaint(on=D, id="first"))
        assert given.when(LodgeComplaint(on=D)).events[0].act == "complaint-2"

    def test_avoid_a_name_that_is_taken(self):
        given = FILE.and_(MakeNote(on=D, id="complaint", what="x"))
        assert given.when(LodgeComplaint(on=D)).events[0].act == "complaint-2"


class TestActors:
    def test_are_the_only_one_who_can_where_nobody_is_named(self):
        assert FILE.when(OpenInquiry(on=D)).events[0].by == "chair"

    def test_are_the_only_one_of_several_roles_that_somebody_has(self):
        file = attrs.evolve(registration(), parties=(CNIL, CLEARVIEW))
        given = charged(file=file, law=GR).and_(decision(fine(eur(1))))
        (event,) = given.when(LodgeAppeal(on=day("2022-10-18"), against=("sanction",))).events
        assert event.by == "clearview"

    def test_are_a_role_where_no_party_has_it(self):
        file = attrs.evolve(registration(), parties=(CNIL, CLEARVIEW))
        given = charged(file=file).and_(
            decision(fine(eur(1))), LodgeAppeal(on=day("2022-10-18"), against=("sanction",))
        )
        ruling = Ruling(of="sanction", result="upheld")
        command = GiveJudgment(on=day("2022-10-18"), on_appeal="appeal", outcome=(ruling,))
        assert given.when(command).events[0].by == "court"

    def test_may_be_the_authority_for_its_organs(self):
        assert FILE.when(OpenInquiry(on=D, by="cnil")).events[0].by == "cnil"

    def test_may_be_an_organ_for_the_authority(self):
        command = LodgeComplaint(on=D, by="chair")
        assert FILE.when(command).events[0].by == "chair"

    def test_have_to_be_told_where_several_can(self):
        given = Given(charged(file=registration(party("a"), party("b")), law=IT).events, IT)
        given = given.and_(decision(fine(eur(1))))
        nobody = LodgeAppeal(on=day("2022-10-18"), against=("sanction",))
        given.when(nobody).then_refused("impossible", ["by"])

    def test_are_refused_as_an_organ_that_an_act_of_a_party_is_not_for(self):
        given = charged().and_(decision(fine(eur(1))))
        wrong = LodgeAppeal(on=day("2022-10-18"), against=("sanction",), by="chair")
        given.when(wrong).then_refused("irregular", ["organ"])


class TestSeveralPowers:
    LAW = compose_text(TWO_WAYS, "two-ways.yaml")
    FILE = Given((registration(),), LAW)
    DECISION = decision(finds=(("faceprints", ("ACT 9",)),))

    def test_are_alternatives_of_which_the_fitting_one_counts(self):
        (event,) = self.FILE.when(self.DECISION).events
        assert (event.by, event.basis) == ("member", "ACT 3")

    def test_are_told_apart_by_who_acts(self):
        board = attrs.evolve(self.DECISION, by="board")
        given = self.FILE.and_(LodgeComplaint(on=D))
        (event,) = given.when(board).events
        assert (event.by, event.basis) == ("board", "ACT 2")

    def test_are_refused_with_the_fewest_defects(self):
        board = attrs.evolve(self.DECISION, by="board")
        self.FILE.when(board).then_refused("irregular", ["complaint"])
        denied = attrs.evolve(self.DECISION, by="member", denies=("it is simple",))
        self.FILE.when(denied).then_refused("irregular", ["it is simple"])


class TestDespite:
    def test_records_the_act_with_its_defect_and_the_reason(self):
        command = HoldHearing(on=D, despite=(("charges", "by mistake"),))
        (event,) = FILE.when(command).events
        assert event.defects == (
            Defect(
                rule="charges",
                message="no act 'charges' stands before it",
                limit="charges",
                cite="DEC 41",
                label="DEC 41",
                why="by mistake",
            ),
        )

    def test_in_vain_is_refused(self):
        command = LodgeComplaint(on=D, despite=(("charges", "just in case"),))
        (defect,) = FILE.when(command).then_refused("irregular", ["despite"]).defects
        assert defect.message == "'despite' names charges, and nothing is irregular there"

    def test_is_not_in_vain_where_a_rule_only_warns(self):
        command = decision(
            fine(eur(1)), on="2022-07-20", despite=(("defence", "they were in a hurry"),)
        )
        when = charged(law=IT).when(command)
        assert [w.rule for w in when.then_warned()] == ["defence"]
        assert when.events[0].defects == ()


class TestTheMessages:
    def test_list_words_as_a_sentence_does(self):
        assert [joined(w) for w in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
            "",
            "a",
            "a and b",
            "a, b and c",
        ]

    def test_show_the_provision_where_there_is_one(self):
        bare = Defect(rule="r", message="no")
        assert str(bare) == "no"
        source = Sourced(cite="LIL 1", kind=Kind.MODEL, confidence=Confidence.MEMORY)
        assert str(Defect.under(source, "r", "no")) == "no (LIL 1 (model, memory))"
        refusal = Refusal(act="note", kind="irregular", defects=(bare, bare))
        assert str(refusal) == "note: no; no"

    def test_warn_where_the_source_is_memory(self):
        source = Sourced(cite="LIL 1", confidence=Confidence.MEMORY)
        assert Defect.under(source, "r", "no").gravity == "warns"
        assert Defect.under(Sourced(cite="LIL 1"), "r", "no").gravity == "irregular"


class TestPurity:
    def test_the_same_command_gives_the_same_events(self):
        command = decision(fine(eur(1)), order(per_day(1)))
        given = charged()
        assert decide(given.state, command, FR) == decide(given.state, command, FR)

    def test_an_event_moves_the_day_on(self):
        verdict = decide(ProceedingState(), registration(), FR)
        assert isinstance(verdict, Accepted)
        assert evolve(ProceedingState(), verdict.events[0]).last_on == day("2020-05-01")
