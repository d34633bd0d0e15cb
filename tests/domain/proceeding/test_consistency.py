"""What a decision or a file says of itself has to fit together."""

import attrs
import pytest

from domain.money import Money
from domain.proceeding.acts.charges import MakeRepresentations
from domain.proceeding.acts.notice import CloseNotice, IssueFormalNotice
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Publish
from domain.proceeding.acts.turnover import EstablishTurnover
from domain.proceeding.deciding import options
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.messages import Refusal
from domain.rulebook.loading import load_rulebook
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    TWO_MONTHS,
    charged,
    day,
    decision,
    eur,
    fine,
    party,
    registration,
)

IT = load_rulebook("it")


def rules(refusal):
    return {defect.rule for defect in refusal.defects}


class TestParts:
    def test_that_do_not_add_up_are_impossible(self):
        split = attrs.evolve(fine(eur(10)), parts=(("GDPR 6", eur(4)), ("GDPR 12", eur(5))))
        refusal = charged().when(decision(split)).then_refused(kind="impossible")
        assert rules(refusal) == {"parts"}

    def test_that_add_up_are_recorded(self):
        split = attrs.evolve(fine(eur(10)), parts=(("GDPR 6", eur(4)), ("GDPR 12", eur(6))))
        assert charged().when(decision(split)).events


class TestFault:
    @pytest.mark.parametrize("fault", [("faceprints", "carelessness"), ("elsewhere", "intent")])
    def test_of_another_word_or_conduct_is_impossible(self, fault):
        strange = attrs.evolve(decision(fine(eur(1))), fault=(fault,))
        assert "fault" in rules(charged().when(strange).then_refused(kind="impossible"))


class TestRecipients:
    def test_of_a_measure_are_among_those_of_the_decision(self):
        given = charged(party("a"), party("b"))
        only_a = decision(attrs.evolve(fine(eur(1)), to=("b",)), to=("a",))
        assert "to" in rules(given.when(only_a).then_refused(kind="impossible"))

    def test_of_several_who_could_answer_one_has_to_be_named(self):
        given = charged(party("a"), party("b"))
        nobody = MakeRepresentations(on=day("2022-08-01"), answers="charges")
        assert rules(given.when(nobody).then_refused(kind="impossible")) == {"by"}
        assert given.when(attrs.evolve(nobody, by="a")).events


class TestRegistration:
    def test_refuses_a_role_that_nobody_has_in_a_proceeding(self):
        head = RegisterProceeding(
            on=day("2022-01-03"),
            proceeding="roles",
            parties=(
                Party(key="a", role="authority"),
                Party(key="b", role="addressee"),
                Party(key="c", role="judge"),
            ),
            conducts=(Conduct(key="tracking"),),
        )
        refusal = Given((), FR).when(head).then_refused(kind="impossible")
        assert "judge" not in rules(refusal)
        assert "a role is none of" in str(refusal)


class TestTurnover:
    def test_may_be_nothing_and_then_the_fixed_sum_is_the_maximum(self):
        nothing = EstablishTurnover(
            on=day("2022-09-01"), of="clearview", year="2021", amount=Money.zero("EUR")
        )
        assert charged().when(nothing).events


class TestPublication:
    def test_of_a_closure_is_as_that_of_its_notice(self):
        notice = IssueFormalNotice(
            on=day("2021-11-26"),
            id="notice",
            by="chair",
            alleges=(("faceprints", ("GDPR 6",)),),
            content=("Stop",),
            comply=TWO_MONTHS,
        )
        closure = CloseNotice(on=day("2022-01-10"), of="notice", id="closed")
        given = Given((registration(), notice, closure), FR)
        assert given.when(Publish(on=day("2022-01-11"), of="closed")).events


class TestAnActThatTheLawDoesNotKnow:
    def test_is_refused_for_that_alone_and_not_for_bounds_without_a_provision(self):
        found = options(charged(law=IT).state, IT, day("2023-03-01"))
        refusals = [one for one in found if isinstance(one, Refusal) and one.kind == "irregular"]
        unknown = [one for one in refusals if "power" in {d.rule for d in one.defects}]
        assert unknown
        assert all([d.rule for d in one.defects] == ["power"] for one in unknown)
