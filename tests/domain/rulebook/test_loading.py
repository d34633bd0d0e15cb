"""Rulebook files: loaded, composed with those they extend, told apart by their digest."""

from datetime import date

import pytest

from domain.calendars import EventDay, RestDayRule
from domain.errors import RulebookError, RuleNotFoundError
from domain.money import Money, Rate
from domain.rulebook.documents import MalformedFileError
from domain.rulebook.labels import Confidence
from domain.rulebook.loading import (
    DATA,
    calendars,
    changed,
    compose_text,
    load_calendar,
    load_rulebook,
    load_rulebook_from,
    read_calendar,
    read_rulebook_file,
    shipped,
)
from domain.rulebook.model import PenaltyRule

D = date(2022, 10, 17)
FR = load_rulebook("fr")
MINE = """\
rulebook: mine
title: A law of my own
extends: [fr]
instruments: {ACT: An act}
acts:
  hearing:
    - {since: ..2018-05-25, requires: [{not_in: closed}], cite: ACT 1, confidence: memory}
periods:
  appeal:
    - {since: ..2018-05-25, length: 6 weeks, from: decision.notified, replaces: fr,
       cite: ACT 2, confidence: memory}
"""


def mistakes_of(text, name="mine.yaml"):
    with pytest.raises(MalformedFileError) as error:
        compose_text(text, name)
    return [str(mistake) for mistake in error.value.mistakes]


class TestShippedRulebooks:
    @pytest.mark.parametrize("name", shipped())
    def test_all_load(self, name):
        law = load_rulebook(name)
        assert law.name == name
        assert law.title
        assert len(law.digest) == 64

    def test_are_those_that_the_package_ships(self):
        assert set(shipped()) >= {"common", "eu-gdpr", "eu-time", "fr", "gr", "it"}

    def test_have_digests_of_their_own(self):
        assert len({load_rulebook(name).digest for name in shipped()}) == len(shipped())

    def test_are_loaded_once(self):
        assert load_rulebook("fr") is FR

    def test_are_named_where_another_is_asked_for(self):
        with pytest.raises(
            RuleNotFoundError, match=r"no rulebook 'uk'; there are: ai-act, at, be, common"
        ):
            load_rulebook("uk")

    def test_have_calendars_that_load(self):
        assert {"FR", "GR", "IT"} <= set(calendars())
        for name in calendars():
            calendar = load_calendar(name)
            assert calendar.first.day == 1
            assert calendar.holidays


class TestAFileOfOnesOwn:
    def test_extends_a_shipped_one(self, tmp_path):
        path = tmp_path / "mine.yaml"
        path.write_text(MINE, encoding="utf-8")
        law = load_rulebook_from(path)
        assert (law.name, law.title) == ("mine", "A law of my own")
        assert [layer.rulebook for layer in law.layers] == [
            "mine",
            "fr",
            "eu-gdpr",
            "eu-time",
            "common",
        ]

    def test_takes_over_what_it_does_not_say(self):
        law = compose_text(MINE, "mine.yaml")
        assert (law.currency, law.calendar.name, law.time_rule_name, law.country) == (
            "EUR",
            "FR",
            "civil procedure",
            "FR",
        )
        assert list(law.organs) == ["chair", "rapporteur", "restricted committee", "single member"]
        assert {"ACT", "LIL", "GDPR", "model"} <= set(law.instruments)

    def test_may_stand_on_itself_without_a_calendar(self):
        law = compose_text("rulebook: bare\ntitle: Bare\n", "bare.yaml")
        assert (law.currency, law.country, law.calendar.name) == ("EUR", "", "none")
        assert law.calendar.holiday(date(1492, 10, 12)) is None

    @pytest.mark.parametrize(
        ("line", "mistake"),
        [
            (
                "extends: [uk]",
                "mine.yaml:3:10: extends: there is no rulebook 'uk' to extend; there are: ai-act,",
            ),
            ("extends: [mine]", "mine.yaml:1:1: mine extends itself"),
            (
                "calendar: XX",
                "mine.yaml:3:11: calendar: there is no calendar 'XX'; there are: AT, BE, DE",
            ),
        ],
    )
    def test_names_only_what_exists(self, line, mistake):
        (found,) = mistakes_of(f"rulebook: mine\ntitle: Mine\n{line}\n")
        assert found.startswith(mistake)

    def test_that_is_broken_gives_every_mistake_of_shape_with_its_place(self):
        found = mistakes_of("rulebok: mine\ntitle: Mine\ncurrencie: EUR\nformat: 2\n")
        assert found == [
            "mine.yaml:1:1: rulebok: unknown key 'rulebok'; did you mean 'rulebook'?",
            "mine.yaml:3:1: currencie: unknown key 'currencie'; did you mean 'currency'?",
            "mine.yaml:4:9: format: '2' cannot stand here; known: 1",
        ]

    def test_that_is_no_yaml_gives_its_mistakes(self):
        assert mistakes_of("rulebook: [mine\n")

    def test_that_is_empty_gives_a_mistake(self):
        assert mistakes_of("")

    def test_may_name_a_parent_and_its_parent(self):
        text = "rulebook: mine\ntitle: Mine\nextends: [eu-gdpr, eu-time]\n"
        law = compose_text(text, "mine.yaml")
        names = [layer.rulebook for layer in law.layers]
        assert names == ["mine", "eu-gdpr", "eu-time", "common"]

    def test_is_read_without_its_parents(self):
        file = read_rulebook_file(MINE, "mine.yaml")
        assert file.extends == ("fr",)
        with pytest.raises(MalformedFileError):
            read_rulebook_file("title: Mine\n", "mine.yaml")


class TestACalendar:
    def test_is_of_whole_years(self):
        text = "calendar: XX\nmade_from: hand\nyears: 2020..2021\ndays: {2020-01-01: New Year}\n"
        calendar = read_calendar(text, "XX.yaml")
        assert (calendar.first, calendar.last) == (date(2020, 1, 1), date(2021, 12, 31))
        assert calendar.holiday(date(2020, 1, 1)) == "New Year"

    def test_that_is_broken_gives_its_mistakes(self):
        with pytest.raises(MalformedFileError):
            read_calendar("calendar: XX\n", "XX.yaml")


class TestLabels:
    def test_go_down_from_a_rule_to_its_parts(self):
        (notice,) = FR.powers("formal notice", D)
        assert [c.cite for c in notice.requires] == ["LIL 20 II", "LIL 20 II"]
        assert notice.requires[0].read_in == "Doctrine; DECR"

    def test_of_a_part_are_its_own_where_it_has_some(self):
        (notice,) = FR.powers("formal notice", D)
        assert (notice.limits[0].cite, notice.limits[0].confidence) == (
            "DEC 38",
            Confidence.VERIFIED,
        )
        assert notice.counted_by.label == "CPC 640-642 (model)"

    def test_name_the_rule_and_the_rulebook(self):
        (fine,) = FR.measures("fine", D)
        assert (fine.name, fine.rulebook) == ("fine", "fr")


class TestWhatIsFromMemoryOrOurModel:
    """Nobody read these in a text; the rulebooks say so."""

    @pytest.mark.parametrize(
        ("value", "label"),
        [
            (FR.penalty("astreinte", D).liquidation, "DEC 44 (memory)"),
            (load_rulebook("it").period("defence", D), "CODE 166(5) (memory)"),
            (load_rulebook("gr").powers("decision", D)[0], "LAW-4624 (memory)"),
            (load_rulebook("eu-gdpr").powers("hearing", D)[0], "GDPR 58(4) (memory)"),
            (load_rulebook("eu-gdpr").measures("fine", D)[0].requires[2], "GDPR 58(4) (memory)"),
            (load_rulebook("it").powers("decision", D)[0].requires[-1], "CODE 166 (memory)"),
        ],
    )
    def test_is_from_memory(self, value, label):
        assert value.confidence is Confidence.MEMORY
        assert value.from_memory
        assert value.label == label

    @pytest.mark.parametrize(
        "value",
        [
            FR.penalty("astreinte", D).counting,
            FR.measures("order", D)[0].counted_by,
            FR.powers("formal notice", D)[0].counted_by,
        ],
    )
    def test_is_our_model(self, value):
        assert value.kind.value == "model"
        assert value.label.endswith("(model)")

    @pytest.mark.parametrize("name", ["observations", "observations before liquidation", "appeal"])
    def test_is_verified_for_the_periods_of_french_procedure(self, name):
        assert FR.period(name, D).confidence is Confidence.VERIFIED
        assert FR.time_rule_version("", date(2022, 10, 18)).confidence is Confidence.VERIFIED

    @pytest.mark.parametrize("name", ["lower", "upper"])
    def test_is_verified_for_the_maxima_of_the_regulation(self, name):
        (rule,) = [one for one in FR.maxima(D) if one.name == name]
        assert (rule.confidence, rule.read_in) == (Confidence.VERIFIED, "GDPR")

    def test_is_secondary_for_the_counting_of_the_union(self):
        rule = load_rulebook("it").time_rule_version("", date(2022, 10, 18))
        assert rule.label == "REG-1182/71 3 (secondary)"


class TestDigest:
    def test_changes_with_a_value(self):
        law = changed(FR, "maxima.upper.fixed", "EUR 20 000 001")
        assert law.digest != FR.digest

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("length: 1 month, from: charges", "length: 2 months, from: charges"),
            ("cite: DEC 41, confidence: verified", "cite: DEC 41, confidence: secondary"),
            ("cite: DEC 41,", "cite: DEC 42,"),
            ("by: rapporteur, requires", "by: chair, requires"),
        ],
    )
    def test_changes_with_a_rule_in_the_file(self, old, new):
        assert text_digest(old, new) != FR.digest

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("That later days can be liquidated again", "Whether they can be"),
            ("title: France, CNIL", "title: Frankreich"),
            ("local: mise en demeure", "local: notice"),
            ("local: formation restreinte", "local: committee"),
            ("read_in: DPO-Partage", "read_in: the decree"),
            ("last_checked_on: 2026-11-20", "last_checked_on: 2026-11-21"),
            ("# yaml-language-server", "# another comment"),
            ("rest_days: [saturday, sunday]", "rest_days:\n        - saturday\n        - sunday"),
        ],
    )
    def test_does_not_change_with_words_around_the_rules(self, old, new):
        assert text_digest(old, new) == FR.digest

    def test_is_the_same_at_every_load(self):
        text = (DATA / "fr.yaml").read_text("utf-8")
        assert compose_text(text, "fr.yaml").digest == FR.digest

    def test_changes_with_the_calendar(self):
        assert text_digest("calendar: FR", "calendar: IT") != FR.digest


def text_digest(old, new):
    text = (DATA / "fr.yaml").read_text("utf-8")
    assert old in text, f"{old} is no more in fr.yaml"
    return compose_text(text.replace(old, new), "fr.yaml").digest


class TestChanged:
    def test_gives_a_law_with_one_value_changed(self):
        law = changed(FR, "time_rules.civil procedure.end_on_rest_day", "stays")
        assert law.time_rule("", date(2022, 10, 18)).end_on_rest_day is RestDayRule.STAYS
        assert FR.time_rule("", date(2022, 10, 18)).end_on_rest_day is RestDayRule.NEXT_WORKING_DAY

    def test_is_not_answered_from_what_was_asked_of_the_old_law(self):
        FR.time_rule("", date(2022, 10, 18))
        FR.powers("appeal", D)
        law = changed(FR, "acts.appeal.suspends", "[fine]")
        assert law.powers("appeal", D)[0].suspends == ("fine",)
        assert FR.powers("appeal", D)[0].suspends == ()

    def test_reaches_into_parts_and_into_parents(self):
        law = changed(FR, "periodic_penalties.astreinte.counting.last_day", "not counted")
        assert law.penalty("astreinte", D).counting.last_day is EventDay.NOT_COUNTED
        law = changed(FR, "maxima.upper.fixed", "EUR 30 000 000")
        assert {one.name: one.fixed for one in law.maxima(D)}["upper"] == Money.parse(
            "EUR 30 000 000"
        )

    def test_is_spelled_as_in_a_file(self):
        law = changed(FR, "periods.appeal.from", "[decision.published]")
        assert law.periods_from("decision.published", D)[0].name == "appeal"
        law = changed(FR, "acts.appeal.until", "2030-12-31")
        assert law.powers("appeal", D)[0].until == date(2030, 12, 31)

    @pytest.mark.parametrize(
        ("path", "message"),
        [
            ("maxima", "does not name a section, a rule and a value"),
            ("maxima.upper", "does not name a section, a rule and a value"),
            ("organs.chair.local", "does not name a section, a rule and a value"),
            ("maxima.middle.fixed", "the rulebook fr has no maxima rule 'middle'"),
            ("maxima.upper.fix", "there is no 'fix'; there are: cite, kind"),
            ("maxima.upper.turnover.whose", "there is no 'whose'; there are: base, of, year"),
            ("acts.hearing.requires.after", "there is nothing of one value at 'after'"),
            ("acts.appeal.counted_by.rule", "there is nothing of one value at 'rule'"),
        ],
    )
    def test_is_refused_where_nothing_is_of_that_name(self, path, message):
        with pytest.raises(RuleNotFoundError, match=message):
            changed(FR, path, "x")

    @pytest.mark.parametrize(
        ("path", "text", "message"),
        [
            ("maxima.upper.fixed", "20 million", "'20 million' is no sum"),
            ("maxima.upper.rule", "highest", "'highest' cannot stand here; did you mean 'higher'?"),
            ("maxima.upper.share", "[", "a bracket or a comma stands"),
            ("maxima.upper.share", "", "no value"),
        ],
    )
    def test_is_refused_where_the_value_is_none(self, path, text, message):
        with pytest.raises(MalformedFileError) as error:
            changed(FR, path, text)
        assert path in str(error.value.mistakes[0])
        assert message in str(error.value.mistakes[0])

    def test_error_is_one_of_the_rulebook(self):
        assert issubclass(RuleNotFoundError, RulebookError)
        assert issubclass(MalformedFileError, RulebookError)

    def test_reads_rates_too(self):
        rule = FR.penalty("astreinte", D)
        assert isinstance(rule, PenaltyRule)
        assert rule.limits[0].at_most == Rate.parse("EUR 100 000 per day")
