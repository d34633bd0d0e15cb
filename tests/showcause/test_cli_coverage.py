"""What the shipped scenarios show of the law: each value let be otherwise, and played again."""

import json

import pytest

from domain.rulebook.loading import load_rulebook
from domain.rulebook.varying import variations
from scenarios.coverage import VERDICTS, covered, laws_with_stories, places, stories_under


def verdict_of(law, path, since=""):
    own = [one for one in variations(load_rulebook(law)) if one.value.rulebook == law]
    found = [
        number
        for number, one in enumerate(own)
        if str(one.value) == path and since in one.value.since
    ]
    assert len(found) == 1, [str(own[number].value) for number in found]
    return covered(law, found)[0]


class TestAVariation:
    @pytest.mark.parametrize("name", ["fr", "it", "gr"])
    def test_is_a_law_that_differs_in_that_value_alone(self, name):
        law = load_rulebook(name)
        for one in variations(law):
            for other in one.laws(law):
                changed = [
                    (section, rule)
                    for before, after in zip(law.layers, other.layers, strict=True)
                    for section in ("acts", "periods", "measures", "maxima", "periodic_penalties")
                    for rule in dict(getattr(before, section))
                    if dict(getattr(before, section))[rule] != dict(getattr(after, section))[rule]
                ]
                assert set(changed) <= {(one.value.section, one.value.name)}

    def test_leaves_the_law_as_it_was(self):
        law = load_rulebook("fr")
        layers = law.layers
        for one in variations(law):
            list(one.laws(law))
        assert law.layers == layers

    def test_is_of_each_value_with_its_source(self):
        found = {str(one.value): one.value for one in variations(load_rulebook("fr"))}
        astreinte = found["periodic_penalties.astreinte.counting.last_day"]
        assert (astreinte.text, astreinte.label) == ("counted", "DEC 44 (model)")
        assert found["periodic_penalties.astreinte.limits.1"].label == "LIL 20 III 2"
        assert "limit: rate, at_most: EUR 100 000 per day" in (
            found["periodic_penalties.astreinte.limits.1"].text
        )


class TestAValue:
    def test_is_decisive_where_a_story_comes_out_otherwise(self):
        found = verdict_of("fr", "periodic_penalties.astreinte.counting.last_day")
        assert (found.verdict, found.decides) == ("decisive", "clearview-cnil")

    def test_is_decisive_where_it_is_the_bound_that_an_act_just_meets(self):
        found = verdict_of("fr", "periodic_penalties.astreinte.limits.1")
        assert found.verdict == "decisive"

    def test_is_decisive_where_a_story_shows_it_being_broken(self):
        found = verdict_of("eu-gdpr", "measures.fine.requires.2")
        assert (found.value.text, found.verdict) == ("holds: fault", "decisive")

    def test_is_asked_where_every_act_meets_it(self):
        found = verdict_of("fr", "acts.liquidation.requires.1")
        assert found.verdict == "asked"
        assert found.asked_in >= 1

    def test_is_never_asked_where_no_story_needs_its_rule(self):
        found = verdict_of("ai-act", "maxima.transparency.share")
        assert (found.verdict, found.asked_in, found.decides) == ("never asked", 0, "")


class TestTheStories:
    def test_under_a_law_are_those_under_what_extends_it_too(self):
        assert "clearview-cnil" in stories_under("fr")
        assert set(stories_under("fr")) < set(stories_under("eu-gdpr"))
        assert "clearview" not in stories_under("fr"), "a matter is no story of its own"

    def test_name_every_law_that_they_need(self):
        assert {"fr", "it", "gr", "eu-gdpr", "common"} <= set(laws_with_stories())


class TestTheCommand:
    def test_counts_each_value_once(self, run):
        done = run("coverage", "gr", "--json", "--jobs", "1")
        assert done.status == 0
        (told,) = json.loads(done.shown)["rulebooks"]
        assert told["values"] == len(places("gr")) == len(told["found"])
        assert sum(told["counts"].values()) == told["values"]
        assert {one["verdict"] for one in told["found"]} <= set(VERDICTS)

    def test_shows_what_decides_nothing(self, run):
        done = run("coverage", "gr", "--jobs", "1")
        assert "another value would change a story" in done.shown
        assert "values  decisive  asked  never asked" in done.shown

    def test_names_the_story_of_a_decisive_value_where_asked(self, run):
        assert "clearview-hdpa" in run("coverage", "gr", "--all", "--jobs", "1").shown

    def test_is_the_same_in_several_processes(self, run):
        alone = run("coverage", "it", "--json", "--jobs", "1").shown
        assert run("coverage", "it", "--json", "--jobs", "2").shown == alone

    def test_of_no_rulebook_is_a_mistake(self, run):
        done = run("coverage", "atlantis")
        assert done.status == 2
        assert "there is no rulebook" in done.complained
