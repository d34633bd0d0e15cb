"""Step 1: one infringement, one that excludes others, several side by side, several conducts."""

from attrs import evolve

from domain.amounts import Share
from domain.methods import Concurrence, Conduct
from tests.domain.methods.cases import (
    eur,
    fine,
    gbp,
    infringement,
    of,
    refused,
    rules,
    take,
    worked,
)

WHOLE = Share(1, 1)
HIGH = of(eur("1 000 000 000"))  # maxima of EUR 20 000 000 and EUR 40 000 000


def at(amount, *provisions):
    return infringement(
        *provisions, seriousness="high", choices=(take("effectiveness", eur(amount)),)
    )


def conduct(*infringements, **more):
    named = tuple((f"i{n}", one) for n, one in enumerate(infringements, 1))
    return Conduct(infringements=named, **more)


def outcome(given):
    return [step.text for step in worked("edpb-04-2022", given).about("conducts")]


class TestOneInfringement:
    def test_is_one_fine(self):
        assert outcome(fine(infringement())) == ["one conduct, one infringement: one fine"]

    def test_takes_the_gravest_maximum_of_its_provisions(self):
        found = worked("edpb-04-2022", fine(infringement("GDPR 32", "GDPR 9"), turnover=HIGH))
        assert found.maximum == eur("40 000 000")

    def test_is_refused_for_what_no_list_of_maxima_holds(self):
        (defect,) = refused("edpb-04-2022", fine(infringement("GDPR 24")))
        assert defect.rule == "provision"
        assert "GDPR 25-39" in defect.limit

    def test_is_refused_under_another_act(self):
        assert rules("edpb-04-2022", fine(infringement("AIA 5"))) == ["provision"]


class TestNothingToFine:
    def test_no_conduct_is_refused(self):
        assert rules("edpb-04-2022", evolve(fine(infringement()), conducts=())) == ["conducts"]

    def test_a_conduct_without_infringements_is_refused(self):
        assert rules("edpb-04-2022", fine(conducts=(("c", conduct()),))) == ["conducts"]


class TestOneThatExcludesOthers:
    SPECIAL = Concurrence(
        applies="i1",
        excludes=("i2",),
        principle="specialty",
        because="Article 9 is the special rule",
    )

    def given(self):
        told = conduct(
            at("9 000 000", "GDPR 9"), at("8 000 000", "GDPR 6"), concurrence=self.SPECIAL
        )
        return fine(conducts=(("c", told),), turnover=HIGH)

    def test_is_one_fine_for_what_applies(self):
        assert worked("edpb-04-2022", self.given()).amount == eur("9 000 000")
        assert outcome(self.given()) == ["i1 excludes i2 (specialty): one fine where they meet"]

    def test_is_marked_because_the_principles_are_from_memory(self):
        found = worked("edpb-04-2022", self.given())
        assert any("i1 excludes i2" in text for text in found.warnings)
        assert found.label.endswith("memory)")


class TestSideBySide:
    def test_fines_are_added_and_held_to_the_maximum_of_the_gravest(self):
        told = fine(at("30 000 000", "GDPR 6"), at("15 000 000", "GDPR 32"), turnover=HIGH)
        found = worked("edpb-04-2022", told)
        assert found.amount == eur("40 000 000") == found.maximum
        assert found.bound_by == ("c: EUR 40 000 000 (GDPR 83(3))",)
        assert found.about("joint maximum")[0].binds

    def test_below_the_joint_maximum_they_are_only_added(self):
        told = fine(at("3 000 000", "GDPR 6"), at("2 000 000", "GDPR 32"), turnover=HIGH)
        found = worked("edpb-04-2022", told)
        assert found.amount == eur("5 000 000")
        assert found.bound_by == ()

    def test_each_is_also_held_to_its_own_maximum(self):
        (defect,) = refused("edpb-04-2022", fine(at("20 000 001", "GDPR 32"), turnover=HIGH))
        assert (defect.rule, defect.asked, defect.limit) == (
            "maximum",
            "EUR 20 000 001",
            "EUR 20 000 000",
        )
        assert defect.cite == "GDPR 83(4)"

    def test_the_whole_conduct_may_be_moved_within_the_joint_maximum(self):
        told = conduct(
            at("3 000 000", "GDPR 6"),
            at("2 000 000", "GDPR 32"),
            choices=(take("effectiveness", eur("40 000 000")),),
        )
        given = fine(conducts=(("c", told),), turnover=HIGH)
        assert worked("edpb-04-2022", given).amount == eur("40 000 000")
        above = evolve(told, choices=(take("effectiveness", eur("40 000 000.01")),))
        assert rules("edpb-04-2022", fine(conducts=(("c", above),), turnover=HIGH)) == ["maximum"]

    def test_british_linked_infringements_share_one_maximum_too(self):
        told = [
            infringement(p, seriousness="high", choices=(take("seriousness", one),))
            for p, one in (("UK-GDPR 6", WHOLE), ("UK-GDPR 32", WHOLE))
        ]
        given = fine(*told, turnover=of(gbp("1 000 000 000")))
        assert worked("ico-2024", given).amount == gbp("40 000 000")


class TestSeveralConducts:
    def test_add_up_without_a_common_maximum(self):
        told = (
            ("one", conduct(at("40 000 000", "GDPR 6"))),
            ("other", conduct(at("20 000 000", "GDPR 32"))),
        )
        found = worked("edpb-04-2022", fine(conducts=told, turnover=HIGH))
        assert found.amount == eur("60 000 000") == found.maximum
        assert all(
            "a conduct of its own" in text for text in outcome(fine(conducts=told, turnover=HIGH))
        )
        assert found.about("sum")[0].chosen == eur("60 000 000")
