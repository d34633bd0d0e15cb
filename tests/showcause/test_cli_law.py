import io
import re
from datetime import date

import attrs
import pytest
from jsonschema import Draft202012Validator

from domain.proceeding.messages import Refusal
from domain.proceeding.offers import Offer
from domain.proceeding.state import ProceedingState
from domain.rulebook.loading import DATA, load_rulebook, shipped
from showcause.cli.measured import assumed, measured
from showcause.cli.pages.offered import offers
from showcause.cli.terminal import Terminal


class TestRules:
    def test_without_a_name_lists_the_shipped_rulebooks(self, run):
        done = run("rules")
        assert done.status == 0
        assert all(name in done.shown for name in shipped())
        assert [one["rulebook"] for one in run("rules", "--json").answer["rulebooks"]] == list(
            shipped()
        )

    @pytest.mark.parametrize("name", shipped())
    def test_shows_every_shipped_rulebook(self, run, name):
        done = run("rules", name)
        assert done.status == 0
        assert "NOT MODELLED" in done.shown
        assert max(map(len, done.shown.splitlines())) <= 80

    def test_shows_powers_with_limits_and_citations(self, run):
        done = run("rules", "fr", "--on", "2022-10-17")
        assert "formal notice mise en demeure" in done.words
        assert "comply at least 10 days unless urgent [DEC 38]" in done.words
        assert "rate at most EUR 100 000 per day [LIL 20 III 2]" in done.words
        assert "fixed EUR 20 000 000; share 4 %; rule higher" in done.words

    def test_marks_what_is_our_model_or_from_memory(self, run):
        done = run("rules", "fr")
        assert "DEC 44 (model)" in done.words
        assert "DEC 44 (memory)" in done.words
        assert "from memory: warns, and does not refuse" in done.words

    def test_keeps_the_acts_that_need_no_law_apart(self, run):
        law, model = run("rules", "gb").shown.split("ACTS THAT NEED NO LAW", 1)
        assert "  charges  notice of intent" in law
        assert "  representations          by addressee" in model
        assert "representations" in model.split("PERIODS", 1)[1]

    def test_says_on_a_line_of_its_own_what_a_gap_does_to_an_answer(self, run):
        shown = run("rules", "gb").shown
        assert "  Claims for damages under GDPR 82\n    Never part of an exposure\n" in shown

    def test_leaves_out_what_goes_without_saying(self, run):
        words = run("rules", "fr").words
        assert "runs for addressee" not in words
        assert "per infringement" not in words

    def test_answers_for_a_day(self, run):
        told = run("rules", "fr", "--on", "2017-01-01", "--json").answer
        assert told["on"] == "2017-01-01"
        sections = {(rule["section"], rule["name"]) for rule in told["rules"]}
        assert ("maxima", "upper") not in sections
        every = {(r["section"], r["name"]) for r in run("rules", "fr", "--json").answer["rules"]}
        assert ("maxima", "upper") in every

    def test_has_labels_and_gaps_in_the_object(self, run):
        told = run("rules", "fr", "--json").answer
        (upper,) = [r for r in told["rules"] if r["name"] == "upper"]
        assert upper["cite"] == "GDPR 83(5)"
        assert upper["kind"] == "statute"
        assert upper["confidence"] == "verified"
        assert upper["rulebook"] == "eu-gdpr"
        assert any("GDPR 82" in gap["what"] for gap in told["not_modelled"])

    def test_reads_a_file(self, run, tmp_path):
        path = tmp_path / "mine.yaml"
        path.write_text(
            "rulebook: mine\ntitle: My own law\nextends: [eu-gdpr]\n"
            "instruments: {ACT: An act}\n"
            "acts:\n"
            "  opening:\n"
            "    - {since: 2020-01-01..2020-06-30, until: 2029-12-31, by: authority,"
            " cite: ACT 1, confidence: secondary, read_in: a book}\n",
            "utf-8",
        )
        done = run("rules", str(path))
        assert done.status == 0
        assert "My own law" in done.shown
        assert "since 2020-01..2020-06, until 31 Dec 2029; ACT 1] secondary source" in done.words

    def test_of_an_unknown_rulebook_is_refused_with_a_list(self, run):
        done = run("rules", "uk")
        assert done.status == 2
        assert "there is no rulebook 'uk'; there are: ai-act, at" in done.complained

    def test_of_a_file_that_is_missing_is_refused(self, run):
        done = run("rules", "missing.yaml")
        assert done.status == 2
        assert "missing.yaml: No such file or directory" in done.complained


class TestSchema:
    @pytest.mark.parametrize("subject", ["scenario", "matter", "rulebook", "output"])
    def test_is_a_schema(self, run, subject):
        done = run("schema", subject)
        assert done.status == 0
        Draft202012Validator.check_schema(done.answer)
        assert done.answer["$schema"].endswith("2020-12/schema")

    def test_of_something_else_is_refused(self, run):
        assert run("schema", "lesson").status == 2


class TestList:
    def test_names_every_shipped_scenario(self, run):
        done = run("list")
        assert done.status == 0
        for name in ("clearview", "clearview-cnil", "clearview-garante", "over-the-line"):
            assert name in done.shown
        assert done.shown.index("MATTERS") < done.shown.index("SCENARIOS")

    def test_as_an_object(self, run):
        found = {one["name"]: one for one in run("list", "--json").answer["scenarios"]}
        assert found["clearview"]["sort"] == "matter"
        assert found["clearview-cnil"]["law"] == "fr"
        assert found["clearview-cnil"]["minutes"] == 30


class TestOptions:
    def test_says_who_may_do_what_and_why_not_the_rest(self, run):
        done = run("options", "clearview-cnil", "--as-of", "2022-01-10")
        assert done.status == 0
        assert "CHAIR MAY" in done.shown
        assert "formal notice if the breach can be cured [LIL 20 II]" in done.words
        assert "comply at least 10 days [DEC 38]" in done.words
        assert "the period for observations has not begun (" in done.words
        assert "nothing to do it about" in done.shown

    def test_in_full_has_every_bound(self, run):
        short = run("options", "clearview-cnil").words
        full = run("options", "clearview-cnil", "--full").words
        assert "result: met, partly met and not met" not in short
        assert "result: met, partly met and not met" in full

    def test_of_a_decision_has_the_measures_it_may_take(self, run):
        done = run("options", "clearview-cnil", "--as-of", "2022-10-17")
        assert "THE DECISION MAY TAKE" in done.shown
        assert "if it finds what was charged, by negligence: faceprints: GDPR 6" in done.words
        assert "fine for faceprints amount at most EUR 20 000 000 [GDPR 83(5)]" in done.words
        assert "fines for faceprints together at most EUR 20 000 000 [GDPR 83(3)]" in done.words
        assert "penalty at most EUR 100 000 per day [LIL 20 III 2]" in done.words

    def test_of_a_decision_has_the_measures_in_the_object(self, run):
        done = run("options", "clearview-cnil", "--as-of", "2022-10-17", "--json")
        (proceeding,) = done.answer["proceedings"]
        (decision,) = [one for one in proceeding["offers"] if one["act"] == "decision"]
        assert list(decision["measures"]["finds"]) == ["faceprints"]
        fine, order = decision["measures"]["offers"][:2]
        assert (fine["measure"], fine["for"]) == ("fine", "faceprints")
        assert fine["joint"][0]["at_most"] == "EUR 20 000 000"
        assert {f["limit"] for f in order["fields"] if f["name"] == "penalty"} == {
            "EUR",
            "EUR 100 000 per day",
        }

    def test_of_a_decision_with_no_charges_has_no_fine(self):
        state, law = ProceedingState(), load_rulebook("fr")
        power = law.powers("decision", date(2022, 10, 17))[0]
        offer = Offer(act="decision", by=("restricted committee",), on=date(2022, 10, 17))
        told = measured(attrs.evolve(offer, source=power), state, law)
        assert assumed(told.finds) == "nothing is charged: measures that need no finding"
        assert "fine" not in {getattr(one, "kind", "") for one in told.answers}

    def test_of_a_decision_tells_a_refused_measure_with_its_reason(self):
        offer = Offer(act="decision", by=(), on=date(2022, 10, 17))
        told = measured(offer, ProceedingState(), load_rulebook("common"))
        refused = [one for one in told.answers if isinstance(one, Refusal)]
        assert refused
        written = io.StringIO()
        Terminal(written, width=80).show(offers([offer], {offer: told}))
        words = " ".join(written.getvalue().split())
        assert all(str(one.defects[0]) in words for one in refused)

    def test_of_a_liquidation_leaves_out_the_days_that_were_liquidated(self, run):
        done = run("options", "clearview-cnil", "--as-of", "2023-05-10")
        assert (
            "covers within 2023-02-10..2023-05-10, liquidated before: 2022-12-20..2023-02-09"
            in done.words
        )
        told = run("options", "clearview-cnil", "--as-of", "2023-05-10", "--json").answer
        (offer,) = [
            one for one in told["proceedings"][0]["offers"] if one["act"] == "liquidation proposal"
        ]
        (days,) = [one for one in offer["fields"] if one["domain"] == "Spans"]
        assert days["open"] == ["2023-02-10..2023-05-10"]

    def test_before_the_first_event_says_so(self, run):
        done = run("options", "clearview-cnil", "--as-of", "2019-01-01")
        assert "Nothing has happened yet" in done.shown

    def test_as_an_object(self, run):
        done = run("options", "clearview-cnil", "--as-of", "2023-04-14", "--json")
        (proceeding,) = done.answer["proceedings"]
        payment = [one for one in proceeding["offers"] if one["act"] == "payment"]
        assert {one["about"] for one in payment} == {"fine", "liquidation"}
        (opening,) = [one for one in proceeding["refusals"] if one["act"] == "opening"]
        assert opening["as"] == "irregular"
        assert opening["defects"][0]["rule"] == "opening"

    def test_of_a_matter_has_each_proceeding(self, run):
        done = run("options", "clearview-world", "--json")
        assert len(done.answer["proceedings"]) == 8

    def test_shows_warnings_of_rules_from_memory(self, run):
        done = run("options", "clearview-hdpa", "--as-of", "2022-06-01", "--full")
        assert done.status == 0
        assert "CHAIR MAY" not in done.shown


class TestCheck:
    def test_of_good_files_is_short(self, run):
        law = str(DATA / "fr.yaml")
        done = run("check", "clearview-cnil", "clearview", law)
        assert done.status == 0
        assert "✓ clearview-cnil scenario clearview-cnil, 37 expectations hold" in done.words
        assert "rulebook fr" in done.words
        assert done.complained == ""

    def test_tells_every_mistake_of_every_file_with_its_place(self, run, story):
        one = story(
            "clearview-cnil", ("EUR 5 200 000\n", "EUR 5,200,000\n"), ("law: fr", "law: fx")
        )
        two = story("over-the-line", ("kind: invented", "kind: invnted"))
        done = run("check", str(one), str(two), "clearview-garante")
        assert done.status == 2
        told = done.complained.splitlines()
        assert len(told) >= 4
        assert all(line.startswith(("showcause: ",)) for line in told)
        assert sum(f"{one}:" in line for line in told) >= 3
        assert any(f"{two}:" in line and "did you mean 'invented'?" in line for line in told)
        assert "✓ clearview-garante" in done.shown

    def test_tells_what_does_not_hold(self, run, story):
        path = story("clearview-cnil", ("as_of: 2022-12-20", "as_of: 2022-12-21"))
        done = run("check", str(path))
        assert done.status == 1
        assert "1 of 37 expectations fail" in done.words
        assert re.search(
            r"clearview-cnil.yaml:\d+:\d+: as of 2022-12-21, accruing is EUR 200 000",
            done.complained,
        )

    def test_as_an_object(self, run, story, tmp_path):
        bad = tmp_path / "bad.yaml"
        bad.write_text("scenario: bad\nlaw: {\n", "utf-8")
        failing = story("clearview-cnil", ("as_of: 2022-12-20", "as_of: 2022-12-21"))
        done = run("check", str(bad), str(failing), "--json")
        assert done.status == 2
        first, second = done.answer["files"]
        assert not first["ok"]
        assert first["mistakes"][0]["line"] >= 1
        assert second["held"] == 36
        assert len(second["failed"]) == 1

    def test_of_a_broken_rulebook_names_its_places(self, run, tmp_path):
        path = tmp_path / "law.yaml"
        path.write_text(
            "# mine\nrulebook: law\ntitle: Law\nextends: [eu-gdrp]\nactz: {}\n", "utf-8"
        )
        done = run("check", str(path))
        assert done.status == 2
        assert f"{path}:5:1: actz" in done.complained

    @pytest.mark.parametrize(
        "content", ["", "\x00", "- a\n- b\n", "calendar: FR\n", "what_if: x\n"]
    )
    def test_of_something_else_is_a_mistake_with_a_place(self, run, tmp_path, content):
        path = tmp_path / "odd.yaml"
        path.write_text(content, "utf-8")
        done = run("check", str(path))
        assert done.status == 2
        assert f"{path}:1:" in done.complained

    @pytest.mark.parametrize("name", shipped())
    def test_takes_a_shipped_rulebook_by_its_name(self, run, name):
        done = run("check", name)
        assert done.status == 0, done.complained
        assert f"{name} rulebook {name}" in done.words

    def test_of_a_name_that_is_not_there_looks_among_scenarios_and_rulebooks(self, run):
        done = run("check", "eu-gdrp", "clearview-cnl", "xyzzy")
        assert done.status == 2
        near = done.complained.splitlines()
        assert "did you mean 'eu-gdpr'?" in near[0]
        assert "did you mean 'clearview-cnil'?" in near[1]
        assert "clearview-cnil" in near[2]
        assert "eu-gdpr" in near[2]

    def test_says_what_was_not_played(self, run):
        done = run("check", "clearview-cnil")
        assert "in the file, but not played: 2 branches" in done.words
        (told,) = run("check", "clearview-cnil", "--json").answer["files"]
        assert len(told["not_played"]) == 2
        assert "not played" not in run("check", "over-the-line").words

    def test_without_a_file_is_refused(self, run):
        done = run("check")
        assert done.status == 2
        assert "name at least one file to check" in done.complained

    def test_of_a_file_that_is_missing_says_so(self, run):
        done = run("check", "missing.yaml")
        assert done.status == 2
        assert "missing.yaml:1:1: there is no such file" in done.complained


def test_a_rule_that_is_only_known_from_a_later_day_is_marked_as_presumed(run):
    assert "presumed so early" in run("rules", "fr", "--on", "1990-01-01").words
    assert "presumed so early" not in run("rules", "fr", "--on", "2023-01-01").words
