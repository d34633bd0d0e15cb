"""What the loader refuses, with the place and the advice."""

import pytest
from story_texts import BASE, edited, with_row

from scenarios import Matter, Scenario, ScenarioError, load, load_scenario, load_text
from scenarios.sources import shipped_text


def mistakes(text, name="small.yaml"):
    with pytest.raises(ScenarioError) as refused:
        load_text(text, name)
    return refused.value.mistakes


def only(text):
    (mistake,) = mistakes(text)
    return mistake


def test_the_text_that_the_tests_change_loads():
    assert load_text(BASE, "small.yaml").scenario == "small"


REFUSED = {
    # name: (old, new, line, column, words of the message, words of the advice)
    "an unknown key": ("title: A", "titel: A", 2, 1, "unknown key 'titel'", "'title'"),
    "a key twice": ("law: fr", "law: fr\nlaw: it", 5, 1, "given twice", "keep one"),
    "an empty value": ("law: fr", "law:", 4, 1, "has no value", "unknown"),
    "a comma in words in braces": (
        "{title: The file}",
        "{title: The file, second}",
        6,
        27,
        "a comma inside { } splits the value",
        "quotes",
    ),
    "a comma in a sum in braces": (
        "amount: EUR 300 000",
        "amount: EUR 300,000",
        34,
        51,
        "a comma inside { } splits the value",
        "EUR 20 000 000",
    ),
    "prose in brackets": (
        "    content:\n      - Ask first\n    comply",
        "    content: [Ask first, then act]\n    comply",
        20,
        14,
        "prose in [ ]",
        "one item a line",
    ),
    "an act that is none": (
        "act: complaint",
        "act: complaints",
        14,
        28,
        "'complaints' cannot stand here",
        "'complaint'",
    ),
    "a measure that is none": (
        "measure: fine",
        "measure: fin",
        34,
        19,
        "'fin' cannot stand here",
        "'fine'",
    ),
    "a role that is none": (
        "{role: authority}",
        "{role: authorty}",
        8,
        16,
        "'authorty' cannot stand here",
        "'authority'",
    ),
    "a sum with commas": (
        "{fined: EUR 300 000}",
        '{fined: "EUR 20,000,000"}',
        42,
        43,
        "no sum",
        "write EUR 20 000 000",
    ),
    "more decimals than the currency has": (
        "{fined: EUR 300 000}",
        "{fined: EUR 300 000.123}",
        42,
        43,
        "more decimals",
        "",
    ),
    "a period without a unit": (
        "    comply: within 2 months of notification\n  -",
        "    comply: within 2 of notification\n  -",
        22,
        13,
        "no period",
        "2 days",
    ),
    "a period in the wrong number": (
        "    comply: within 2 months of notification\n  -",
        "    comply: within 1 months of notification\n  -",
        22,
        13,
        "spelled otherwise",
        "1 month",
    ),
    "a day that does not exist": (
        "day: 2024-04-02",
        "day: 2024-02-31",
        24,
        10,
        "February 2024 has 29 days",
        "2024-02-29",
    ),
    "a day in another spelling": (
        "day: 2024-04-02",
        "day: 2.4.2024",
        24,
        10,
        "is no day as it is written here",
        "2024-04-02 if day 2 of month 4 is meant",
    ),
    "a range that ends before it begins": (
        "day: 2024-04-02",
        "day: 2024-04-02..2024-04-01",
        24,
        10,
        "ends before it begins",
        "2024-04-01..2024-04-02",
    ),
    "a year that cannot be meant": (
        "day: 2024-01-08",
        "day: 0024-01-08",
        14,
        11,
        "the year 24 cannot be meant",
        "1900",
    ),
    "a rulebook that does not exist": (
        "law: fr",
        "law: frr",
        4,
        6,
        "no rulebook 'frr'",
        "'fr'",
    ),
    "a party that does not exist": (
        "by: user",
        "by: usr",
        14,
        43,
        "no party or organ 'usr'",
        "'user'",
    ),
    "a conduct that does not exist": (
        "    alleges: {tracking: [GDPR 6]}",
        "    alleges: {trakcing: [GDPR 6]}",
        19,
        25,
        "no conduct 'trakcing'",
        "'tracking'",
    ),
    "an instrument that does not exist": (
        "    alleges: {tracking: [GDPR 6]}",
        "    alleges: {tracking: [GDPP 6]}",
        19,
        26,
        "no instrument 'GDPP'",
        "'GDPR'",
    ),
    "a provision that is several": (
        "    alleges: {tracking: [GDPR 6]}",
        "    alleges: {tracking: [GDPR 12-22]}",
        19,
        26,
        "several articles",
        "name each",
    ),
    "a provision that is none": (
        "    alleges: {tracking: [GDPR 6]}",
        "    alleges: {tracking: [everything]}",
        19,
        26,
        "no provision",
        "GDPR 5(1)(a)",
    ),
    "a period that is longer than any": (
        "    comply: within 2 months of notification\n  -",
        "    comply: within 999999 months of notification\n  -",
        22,
        13,
        "'999999 months' is longer than any period",
        "5 digits",
    ),
    "a period of nothing": (
        "    comply: within 2 months of notification\n  -",
        "    comply: within 0 months of notification\n  -",
        22,
        13,
        "a period of 0 months is none",
        "write at once",
    ),
    "a last day before the act": (
        "    comply: within 2 months of notification\n  -",
        "    comply: by 2024-01-09\n  -",
        22,
        13,
        "the last day, 2024-01-09, is before the act itself, of 2024-01-10",
        "write a day from 2024-01-10 on",
    ),
    "a last day of an order before the decision": (
        "        comply: within 2 months of notification\n        penalty",
        "        comply: by 2024-06-02\n        penalty",
        39,
        17,
        "the last day, 2024-06-02, is before the act itself, of 2024-06-03",
        "write a day from 2024-06-03 on",
    ),
    "a country by its name": (
        "country: FR",
        "country: France",
        9,
        55,
        "'France' is no country",
        "did you mean FR?",
    ),
    "a country in small letters": (
        "country: FR",
        "country: fr",
        9,
        55,
        "'fr' is no country",
        "write FR",
    ),
    "a sum with two commas in braces": (
        "amount: EUR 300 000",
        "amount: EUR 20,000,000",
        34,
        50,
        "a comma inside { } splits the value",
        "EUR 20 000 000",
    ),
    "a sum with commas between other figures in braces": (
        "amount: EUR 300 000",
        "amount: EUR 12,345,678",
        34,
        50,
        "a comma inside { } splits the value",
        "EUR 20 000 000",
    ),
    "an id twice": ("id: injunction", "id: notice", 36, 13, "given twice, first on line 17", ""),
    "a name that is none": ("id: notice", "id: My notice", 17, 9, "no name", "write my-notice"),
    "a row out of order": (
        "day: 2024-04-02",
        "day: 2024-01-09",
        24,
        10,
        "before that of a row above, 2024-03-20",
        "order of their days",
    ),
    "a fine for two conducts": (
        "for: tracking}",
        "for: {tracking: [GDPR 6], mailing: [GDPR 6]}}",
        34,
        61,
        "a fine is for one conduct",
        "each conduct",
    ),
    "an expectation that expects nothing": (
        "{as_of: 2024-06-03, exposure: {fined: EUR 300 000}}",
        "{as_of: 2024-06-03, because: It must}",
        42,
        5,
        "expects nothing",
        "exposure",
    ),
    "an expectation of no day": (
        "{as_of: 2024-06-03, exposure",
        "{exposure",
        42,
        5,
        "as of one day, or at one row",
        "'as_of:'",
    ),
    "an expectation at no row": (
        "{as_of: 2024-06-03, exposure",
        "{at: sanctoin, exposure",
        42,
        10,
        "no row 'sanctoin'",
        "'sanction'",
    ),
    "an expectation in another currency": (
        "{fined: EUR 300 000}",
        "{fined: USD 300 000}",
        42,
        43,
        "are in EUR, not USD",
        "",
    ),
    "a figure that is none": (
        "{fined: EUR 300 000}",
        "{find: EUR 300 000}",
        42,
        36,
        "'find' cannot stand here",
        "'fined'",
    ),
    "the status of nothing": (
        "exposure: {fined: EUR 300 000}",
        "status: {notise: running}",
        42,
        42,
        "no row or measure 'notise'",
        "'notice'",
    ),
    "a status that is none": (
        "exposure: {fined: EUR 300 000}",
        "status: {notice: runing}",
        42,
        42,
        "'runing' cannot stand here",
        "'running'",
    ),
    "a number of days that is none": (
        "exposure: {fined: EUR 300 000}",
        "days_of_delay: {injunction: many}",
        42,
        53,
        "no number of days",
        "52",
    ),
    "an act that nobody may": (
        "exposure: {fined: EUR 300 000}",
        "may: [decison]",
        42,
        31,
        "no act 'decison'",
        "'decision'",
    ),
    "warnings of a day": (
        "exposure: {fined: EUR 300 000}",
        "warns: maximum",
        42,
        32,
        "'warns' is said of a row",
        "'at:'",
    ),
    "a refusal of a row outside branches": (
        "exposure: {fined: EUR 300 000}",
        "refused: {sanction: maximum}",
        42,
        34,
        "'refused' is expected of branches",
        "into the row",
    ),
    "another format": ("title: A", "format: 2\ntitle: A", 2, 9, "'2' cannot stand here", "1"),
    "a name of the file that is none": (
        "scenario: small",
        "scenario: Small Story",
        1,
        11,
        "no name",
        "small-story",
    ),
    "variables": (
        "expect:",
        "variables: {answer_delay: {uniform: {low: 5 days, high: 9 days}}}\nexpect:",
        41,
        1,
        "not supported yet",
        "take the key out",
    ),
    "a variable in a day": (
        "day: 2024-04-02",
        "day: $answer_delay after notice.notified",
        24,
        10,
        "variables are not supported yet",
        "write the day itself",
    ),
    "a variable in a sum": (
        "amount: EUR 300 000",
        "amount: $fine",
        34,
        43,
        "variables are not supported yet",
        "write the sum",
    ),
    "a sum without an end": (
        "amount: EUR 300 000",
        "amount: EUR 300 000..",
        34,
        43,
        "needs both ends",
        "EUR 30 000 000..50 000 000",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_loader_refuses(case):
    old, new, line, column, message, advice = REFUSED[case]
    mistake = next(m for m in mistakes(edited((old, new))) if message in m.message)
    assert (mistake.mark.line, mistake.mark.column) == (line, column)
    assert advice in mistake.suggestion


ROWS = {
    # name: (row, column, words of the message, words of the advice)
    "information that answers nothing": (
        "{day: 2024-06-10, act: information, by: shop, answers: nothing}",
        60,
        "no row or measure 'nothing'",
        "known: ",
    ),
    "compliance with nothing": (
        "{day: 2024-06-10, act: compliance, by: shop, with: injuntion}",
        56,
        "no row or measure 'injuntion'",
        "'injunction'",
    ),
    "a payment for nothing": (
        "{day: 2024-06-10, act: payment, for: fin, amount: EUR 1}",
        42,
        "no row or measure 'fin'",
        "'fine'",
    ),
    "an appeal against nothing": (
        "{day: 2024-06-10, act: appeal, by: shop, against: [fin]}",
        56,
        "no row or measure 'fin'",
        "'fine'",
    ),
    "an appeal to nobody": (
        "{day: 2024-06-10, act: appeal, by: shop, to: courtyard, against: fine}",
        50,
        "no party 'courtyard'",
        "",
    ),
    "a closure of nothing": (
        "{day: 2024-06-10, act: order closure, of: injuncton}",
        47,
        "no row or measure 'injuncton'",
        "'injunction'",
    ),
    "an outcome of nothing": (
        "{day: 2024-06-10, act: judgment, on_appeal: notice, outcome: {fin: upheld}}",
        72,
        "no row or measure 'fin'",
        "'fine'",
    ),
    "a judgment on nothing": (
        "{day: 2024-06-10, act: judgment, on_appeal: apeal, outcome: {fine: upheld}}",
        49,
        "no row or measure 'apeal'",
        "",
    ),
    "an outcome that is none": (
        "{day: 2024-06-10, act: judgment, on_appeal: notice, outcome: {fine: reduced}}",
        73,
        "no outcome",
        "upheld",
    ),
    "charges that supplement nothing": (
        "{day: 2024-06-10, act: charges, alleges: {tracking: [GDPR 6]}, supplements: chargs}",
        81,
        "no row or measure 'chargs'",
        "'charges'",
    ),
    "a turnover of nobody": (
        "{day: 2024-06-10, act: turnover, of: shopp, amounts: {2023: EUR 5 000}}",
        42,
        "no party 'shopp'",
        "'shop'",
    ),
    "a turnover of no year": (
        "{day: 2024-06-10, act: turnover, of: shop, amounts: {last: EUR 5 000}}",
        58,
        "no year",
        "2021",
    ),
    "a source that is not there": (
        "{day: 2024-06-10, act: note, what: Told, source: fiel p.5}",
        54,
        "no source 'fiel'",
        "'file'",
    ),
    "another telling without its source": (
        "{day: 2024-06-10, act: note, what: A, told_differently: [{said: B, source: press}]}",
        80,
        "no source 'press'",
        "file",
    ),
    "an inferred day that says nothing": (
        "{day: 2024-06-10 (inferred), act: note, what: Told}",
        11,
        "needs the key 'inferred'",
        "'inferred:'",
    ),
    "a premise that is not there": (
        "{day: 2024-06-10, act: note, what: A, rests_on: {notise: met}}",
        62,
        "no row or measure 'notise'",
        "'notice'",
    ),
    "notification of what is not notified": (
        "{day: 2024-06-10, act: note, what: A, notified: 2024-06-11}",
        53,
        "the act 'note' is not notified",
        "formal notice",
    ),
    "publication of what is not published": (
        "{day: 2024-06-10, act: note, what: A, published: 2024-06-11}",
        54,
        "the act 'note' is not published",
        "formal notice",
    ),
    "knowledge of a party that is not there": (
        "{day: 2024-06-10, act: note, what: A, known_to: {shpo: 2024-06-11}}",
        60,
        "no party 'shpo'",
        "'shop'",
    ),
    "notification of a party that is not there": (
        (
            "{day: 2024-06-10, act: charges, alleges: {tracking: [GDPR 6]},"
            " notified: {shpo: 2024-06-11}}"
        ),
        85,
        "no party 'shpo'",
        "'shop'",
    ),
    "charges against a party that is not there": (
        "{day: 2024-06-10, act: charges, alleges: {tracking: [GDPR 6]}, to: [shpo]}",
        73,
        "no party 'shpo'",
        "'shop'",
    ),
    "notification before the act": (
        "{day: 2024-06-10, act: charges, alleges: {tracking: [GDPR 6]}, notified: 2024-06-09}",
        78,
        "before the act itself, of 2024-06-10",
        "",
    ),
    "notification that is told twice": (
        "{day: 2024-06-10, act: notification, of: doubled}",
        46,
        "the row 'doubled' tells already when it was notified",
        "take 'notified' out",
    ),
    "a day relative to nothing": (
        "{day: 5 days after notise.due, act: note, what: A}",
        11,
        "no row or measure 'notise'",
        "'notice'",
    ),
    "a day relative to itself": (
        "{day: 5 days after note, act: note, what: A}",
        11,
        "rests on itself",
        "write one of these days",
    ),
    "a day that is the same as itself": (
        "{day: same day, act: note, what: A}",
        11,
        "cannot be told from itself",
        "name a row",
    ),
    "a moment that no row has": (
        "{day: 5 days after notice.received, act: note, what: A}",
        11,
        "no moment of a row",
        "notified, published, due",
    ),
    "a period that is none in a relative day": (
        "{day: 5 dys after notice.due, act: note, what: A}",
        11,
        "is no period",
        "",
    ),
    "a point that is none": (
        "{day: 5 days after Notice, act: note, what: A}",
        11,
        "is no point",
        "notice.due",
    ),
    "parts that do not add up": (
        (
            "{day: 2024-06-10, act: decision, finds: {tracking: [GDPR 6]}, fault: intent, measures:"
            " [{measure: fine, id: other, amount: EUR 10, for: tracking,"
            " parts: {GDPR 6: EUR 4, GDPR 7: EUR 5}}]}"
        ),
        158,
        "the parts add up to EUR 9, not to EUR 10",
        "correct",
    ),
    "parts of a sum that is not exact": (
        (
            "{day: 2024-06-10, act: decision, finds: {tracking: [GDPR 6]}, fault: intent, measures:"
            " [{measure: fine, id: other, amount: maximum, for: tracking, parts: {GDPR 6: EUR 4}}]}"
        ),
        159,
        "only add up to an exact sum",
        "",
    ),
    "parts in another currency": (
        (
            "{day: 2024-06-10, act: decision, finds: {tracking: [GDPR 6]}, fault: intent, measures:"
            " [{measure: fine, id: other, amount: EUR 4, for: tracking, parts: {GDPR 6: USD 4}}]}"
        ),
        157,
        "the parts are in USD, the fine is in EUR",
        "",
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_the_loader_refuses_a_row_with(case):
    row, column, message, advice = ROWS[case]
    doubled = edited(
        (
            "  - {day: 2024-03-20, act: rapporteur appointment}\n",
            (
                "  - {day: 2024-03-20, act: rapporteur appointment}\n"
                "  - {day: 2024-03-21, act: charges, id: doubled, alleges: {tracking: [GDPR 6]},"
                " notified: same day}\n"
            ),
        )
    )
    base = doubled if "doubled" in row else BASE
    mistake = next(m for m in mistakes(with_row(row, base)) if message in m.message)
    assert (mistake.mark.line, mistake.mark.column) == (41 + ("doubled" in row), column)
    assert advice in mistake.suggestion


class TestAScenario:
    def test_that_expects_nothing_is_refused(self):
        text = BASE[: BASE.index("expect:")]
        mistake = only(text)
        assert "nothing is expected" in mistake.message

    def test_with_an_empty_list_of_expectations_is_refused_there(self):
        mistake = only(BASE[: BASE.index("expect:")] + "expect: []\n")
        assert (mistake.mark.line, mistake.mark.column) == (41, 9)

    def test_whose_only_expectation_is_a_refused_row_is_accepted(self):
        text = BASE[: BASE.index("expect:")]
        row = "  - {day: 2024-06-04, act: payment, for: fine, amount: EUR 1 000 000,"
        text += f"{row} refused: {{as: irregular, rule: outstanding}}}}\n"
        assert isinstance(load_text(text, "small.yaml"), Scenario)

    def test_in_which_nothing_happens_is_refused(self):
        text = (
            BASE[: BASE.index("timeline:")]
            + "timeline: []\nexpect: [{as_of: 2024-01-01, stage: not opened}]\n"
        )
        assert "nothing happens" in only(text).message

    def test_of_a_real_proceeding_needs_a_source_for_each_row(self):
        found = mistakes(edited(("kind: invented", "kind: real")))
        assert len([m for m in found if "names its source" in m.message]) == 5
        assert found[0].mark.line == 14

    def test_tells_mistakes_of_shape_and_of_sense_at_once(self):
        found = mistakes(
            edited(
                ("title: A", "titel: A"),
                ("by: user", "by: usr"),
                ("EUR 300 000,", "EUR 300 000.111,"),
            )
        )
        assert [m.mark.line for m in found] == [2, 14, 34]

    def test_that_begins_with_another_key_is_refused(self):
        text = edited(("scenario: small\n", "")) + "scenario: small\n"
        assert "first key" in mistakes(text)[0].message

    @pytest.mark.parametrize(
        ("first", "message"),
        [
            ("rulebook: fr", "this is a rulebook"),
            ("calendar: FR", "this is a calendar"),
            ("what_if: mine", "not supported yet"),
            ("story: once", "begins with 'scenario:'"),
        ],
    )
    def test_that_is_something_else_is_told_so(self, first, message):
        found = mistakes(f"{first}\ntitle: T\n")
        assert any(message in m.message for m in found)

    def test_that_is_an_empty_mapping_is_refused(self):
        assert mistakes("{}\n")

    def test_whose_first_row_has_no_beginning_is_refused(self):
        mistake = only(edited(("day: 2024-01-08", "day: ..2024-01-08")))
        assert "no row before it" in mistake.message
        assert (mistake.mark.line, mistake.mark.column) == (14, 11)


class TestDaysThatRestOnEachOther:
    def test_in_a_circle_are_refused_once(self):
        text = edited(
            ("day: 2024-03-20, act", "day: 5 days before charges, act"),
            ("day: 2024-04-02", "day: 5 days after rapporteur appointment"),
        )
        mistake = only(text)
        assert "rests on itself" in mistake.message

    def test_by_way_of_an_unknown_day_are_refused(self):
        text = edited(
            ("day: 2024-03-20, act", "day: unknown, act"),
            ("day: 2024-04-02", "day: 5 days after rapporteur appointment"),
        )
        assert any("rests on itself" in m.message for m in mistakes(text))

    def test_on_a_deadline_of_a_row_below_are_refused(self):
        mistake = only(edited(("day: 2024-03-20, act", "day: 5 days before charges.due, act")))
        assert "stands below" in mistake.message

    def test_on_an_unknown_day_of_a_row_below_are_refused(self):
        text = edited(
            ("day: 2024-03-20, act", "day: 5 days before charges.notified, act"),
            (
                "    alleges: {tracking: [GDPR 6, GDPR 7]}\n  -",
                "    alleges: {tracking: [GDPR 6, GDPR 7]}\n    notified: unknown\n  -",
            ),
        )
        assert any("stands below" in m.message for m in mistakes(text))

    def test_many_in_one_chain_are_followed_without_recursion(self):
        rows = "".join(f"  - {{day: unknown, act: note, what: N{n}}}\n" for n in range(3000))
        text = edited(("  - {day: 2024-03-20", f"{rows}  - {{day: 2024-03-20"))
        assert len(load_text(text, "small.yaml").timeline) == 3005


WHATIF = """\
branches:
  paid:
    title: It is paid
    changes:
      - drop notice
      - {add: {day: 2024-06-10, act: payment, id: paid-it, by: shop, for: fine, amount: EUR 1}}
    assumes: {sanction: as happened}
    expect: [{as_of: 2024-06-10, exposure: {paid: EUR 1}, refused: {paid-it: outstanding}}]
  later:
    title: It is paid later
    of: paid
    from: 2024-06-11
    changes: [move paid-it to 2024-06-12]
decision_points:
  pay:
    day: 2024-06-04
    asks: shop
    question: What now?
    options:
      pay: {text: Pay, branch: paid}
      comply:
        text: Comply
        changes:
          - comply with injunction in part on 3 days after injunction.due
      wait: {text: Wait}
    as_told: wait
"""


class TestWhatIfs:
    def test_are_read_and_listed_as_not_played(self):
        scenario = load_text(BASE + WHATIF, "small.yaml")
        assert [name for name, _ in scenario.branches] == ["paid", "later"]
        assert [told.split(":")[0] for told in scenario.not_played] == [
            "branches.paid",
            "branches.later",
            "decision_points.pay",
        ]

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("of: paid", "of: payed", "no branch 'payed'"),
            ("of: paid", "of: later", "a branch of itself"),
            ("from: 2024-06-11", "from: nowhere", "no row 'nowhere'"),
            ("changes: [move paid-it to 2024-06-12]", "changes: []", "changes something"),
            ("move paid-it to", "move payed to", "no row or measure 'payed'"),
            ("move paid-it to", "shift paid-it to", "is no change"),
            ("to 2024-06-12]", "to 2024-13-12]", "no day"),
            ("to 2024-06-12]", "to same day]", "no day to be seen from"),
            ("to 2024-06-12]", "to 2 days after nothing]", "no row or measure 'nothing'"),
            ("drop notice", "drop notise", "no row or measure 'notise'"),
            ("drop notice", "set fin.amount to EUR 5", "no row or measure 'fin'"),
            ("drop notice", "set turnover of shpo for 2023 to EUR 5", "no party 'shpo'"),
            ("drop notice", "set turnover of shop for then to EUR 5", "no year"),
            ("drop notice", "set turnover of shop for 2023 to 5", "no sum"),
            ("drop notice", "use rulebook frr", "no rulebook 'frr'"),
            ("drop notice", "use law of then", "no day"),
            ("{sanction: as happened}", "{sanctoin: as happened}", "no row or measure"),
            ("{sanction: as happened}", "{sanction: something}", "is no sum"),
            ("paid-it: outstanding", "payed-it: outstanding", "no row or measure 'payed-it'"),
            ("by: shop, for: fine", "by: shpo, for: fine", "no party or organ 'shpo'"),
            ("by: shop, for: fine", "by: shop, for: fin", "no row or measure 'fin'"),
            (
                "day: 2024-06-10, act",
                "day: 2 days after nothing, act",
                "no row or measure 'nothing'",
            ),
            ("asks: shop", "asks: shpo", "no party 'shpo'"),
            ("as_told: wait", "as_told: never", "no option 'never'"),
            ("as_told: wait", "as_told: comply", "as told, so it changes nothing"),
            ("as_told: wait", "as_told: pay", "as told, so it changes nothing"),
            ("branch: paid}", "branch: payed}", "no branch 'payed'"),
            ("    day: 2024-06-04\n", "", "on a day, or before a row"),
            ("    day: 2024-06-04\n", "    before: nothing\n", "no row 'nothing'"),
            ("    day: 2024-06-04\n", "    day: nothing.due\n", "no row or measure 'nothing'"),
        ],
    )
    def test_that_name_nothing_are_refused(self, old, new, message):
        text = BASE + edited((old, new), text=WHATIF)
        assert any(message in m.message for m in mistakes(text))

    @pytest.mark.parametrize(
        "change",
        [
            "set fine.amount to EUR 5",
            "set turnover of shop for 2023 to EUR 5",
            "set turnover of shop for 2023 to unknown",
            "set rule maxima.upper.fixed to EUR 5",
            "use rulebook it",
            "use law of 2019-01-01",
        ],
    )
    def test_know_every_form_of_a_change(self, change):
        text = BASE + edited(("drop notice", change), text=WHATIF)
        assert load_text(text, "small.yaml")

    def test_with_one_option_only_are_refused(self):
        begin, end = WHATIF.index("      pay: {"), WHATIF.index("      wait: {")
        found = mistakes(BASE + WHATIF[:begin] + WHATIF[end:])
        assert any("at least two options" in m.message for m in found)

    def test_know_whom_else_a_row_was_known_to(self):
        text = with_row("{day: 2024-06-10, act: note, what: A, known_to: {user: 2024-06-11}}")
        (told,) = load_text(text, "small.yaml").not_played
        assert told.startswith("timeline.6.known_to")


MATTER = """\
matter: affair
title: An affair
why_separate: No main establishment
proceedings:
  clearview-cnil: {addressee: clearview, conduct: faceprints}
expect:
  - {as_of: 2022-10-17, exposure: {fined: EUR 20 000 000}}
"""


class TestAMatter:
    def test_is_loaded_with_its_scenarios(self):
        assert isinstance(load_text(MATTER, "affair.yaml"), Matter)

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("clearview-cnil:", "clearview-cnl:", "no scenario 'clearview-cnl'"),
            ("addressee: clearview", "addressee: clearvew", "no addressee 'clearvew'"),
            ("conduct: faceprints", "conduct: faces", "no conduct 'faces'"),
            ("exposure: {fined: EUR 20 000 000}", "because: It must", "expects nothing"),
            ("{fined: EUR 20 000 000}", "{fined: [EUR 1, EUR 2]}", "one sum for each currency"),
            ("{fined: EUR 20 000 000}", "{fined: unknown}", "one sum for each currency"),
            ("title:", "source: press p.1\ntitle:", "no source 'press'"),
            ("title:", "titel:", "unknown key 'titel'"),
            (
                "expect:",
                "told_differently: [{said: It was one, source: press}]\nexpect:",
                "no source 'press'",
            ),
        ],
    )
    def test_is_refused_with(self, old, new, message):
        found = mistakes(edited((old, new), text=MATTER), "affair.yaml")
        assert any(message in m.message for m in found)

    def test_that_expects_nothing_is_refused(self):
        found = mistakes(MATTER[: MATTER.index("expect:")], "affair.yaml")
        assert "nothing is expected" in found[0].message

    def test_without_proceedings_is_refused(self):
        text = edited(
            (
                "proceedings:\n  clearview-cnil: {addressee: clearview, conduct: faceprints}\n",
                "proceedings: {}\n",
            ),
            text=MATTER,
        )
        assert "a matter has proceedings" in mistakes(text, "affair.yaml")[0].message

    def test_takes_scenarios_from_beside_its_file(self, tmp_path):
        (tmp_path / "small.yaml").write_text(BASE, "utf-8")
        text = edited(
            (
                "clearview-cnil: {addressee: clearview, conduct: faceprints}",
                "small: {addressee: shop, conduct: tracking}",
            ),
            text=MATTER,
        )
        (tmp_path / "affair.yaml").write_text(text, "utf-8")
        assert [n for n, _ in load(tmp_path / "affair.yaml").proceedings] == ["small"]

    def test_tells_the_mistakes_of_its_scenarios_with_its_own(self, tmp_path):
        (tmp_path / "small.yaml").write_text(edited(("by: user", "by: usr")), "utf-8")
        text = edited(
            (
                "clearview-cnil: {addressee: clearview, conduct: faceprints}",
                "small: {addressee: shop, conduct: tracking}",
            ),
            ("title:", "source: press\ntitle:"),
            text=MATTER,
        )
        (tmp_path / "affair.yaml").write_text(text, "utf-8")
        with pytest.raises(ScenarioError) as refused:
            load(tmp_path / "affair.yaml")
        files = {m.mark.file.rpartition("/")[2] for m in refused.value.mistakes}
        assert files == {"affair.yaml", "small.yaml"}

    def test_cannot_be_a_part_of_a_matter(self):
        text = edited(("clearview-cnil: {", "clearview: {"), text=MATTER)
        found = mistakes(text, "affair.yaml")
        assert any("cannot be a part of a matter" in m.message for m in found)

    def test_is_none_where_one_proceeding_is_asked_for(self):
        with pytest.raises(ScenarioError, match="name one of: clearview-cnil"):
            load_scenario("clearview")


class TestOneMistakeIsOneMessage:
    """Whatever names a thing whose id was refused is not called wrong as well."""

    POINTED = with_row(
        "{day: 2024-06-10, act: compliance, with: injunction, by: shop, share: whole}"
    )

    def test_where_an_id_is_misspelt(self):
        mistake = only(edited(("id: injunction", "id: Injunction"), text=self.POINTED))
        assert (mistake.mark.line, mistake.mark.column) == (36, 13)
        assert mistake.suggestion == "write injunction"

    def test_where_two_things_have_one_id(self):
        mistake = only(edited(("id: injunction", "id: sanction"), text=self.POINTED))
        assert (mistake.mark.line, mistake.mark.column) == (36, 13)
        assert "given twice, first on line 29" in mistake.message

    def test_where_the_key_is_there_twice(self):
        twice = "id: order-1\n        id: injunction"
        mistake = only(edited(("id: injunction", twice), text=self.POINTED))
        assert (mistake.mark.line, mistake.mark.column) == (37, 9)
        assert mistake.message == "the key 'id' is given twice, first on line 36"

    def test_but_a_slip_in_a_name_is_told_beside_an_id_given_twice(self):
        found = mistakes(
            edited(("id: injunction", "id: sanction"), ("by: user", "by: usr"), text=self.POINTED)
        )
        assert [m.mark.line for m in found] == [14, 36]

    def test_where_a_party_is_misspelt(self):
        mistake = only(edited(("user: {", "User: {")))
        assert (mistake.mark.line, mistake.mark.column) == (10, 3)
        assert mistake.suggestion == "write user"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("rulebook: mine\ntitle: Mine\nacts: {}\n", "this is a rulebook, not a scenario"),
            ("calendar: FR\nyears: 2020..2021\n", "this is a calendar, not a scenario"),
            ("what_if: more\nof: small\n", "what-ifs in files of their own"),
            ("fine: mine\n", "this is the input of a calculation of a fine"),
            ("method: mine\n", "this is a method of calculating fines"),
        ],
    )
    def test_where_the_file_is_another_kind(self, text, message):
        mistake = only(text)
        assert (mistake.mark.line, mistake.mark.column) == (1, 1)
        assert message in mistake.message
        assert mistake.suggestion == "a scenario begins with 'scenario:' and its name"


class TestTheNameOfAFile:
    def test_is_that_of_its_scenario(self, tmp_path):
        path = tmp_path / "other.yaml"
        path.write_text(BASE, "utf-8")
        with pytest.raises(ScenarioError) as refused:
            load(path)
        (mistake,) = refused.value.mistakes
        assert (mistake.mark.line, mistake.mark.column) == (1, 11)
        assert mistake.message == "the scenario is named 'small', its file 'other'"
        assert mistake.suggestion == "give both the same name"

    def test_is_that_of_its_matter(self, tmp_path):
        path = tmp_path / "other.yaml"
        path.write_text(MATTER, "utf-8")
        with pytest.raises(ScenarioError) as refused:
            load(path)
        (mistake,) = refused.value.mistakes
        assert (mistake.mark.line, mistake.mark.column) == (1, 9)
        assert mistake.message == "the matter is named 'affair', its file 'other'"

    @pytest.mark.parametrize("ending", ["yaml", "yml"])
    def test_may_have_either_ending(self, tmp_path, ending):
        path = tmp_path / f"small.{ending}"
        path.write_text(BASE, "utf-8")
        assert load(path).scenario == "small"


def test_a_row_that_has_to_fail_is_not_notified():
    row = (
        "{day: 2024-06-10, act: charges, by: shop, alleges: {tracking: [GDPR 6]},"
        " notified: 2024-06-11, refused: {as: irregular, rule: organ}}"
    )
    assert "a row that has to fail is not notified" in only(with_row(row)).message


@pytest.mark.parametrize("role", ["authority", "addressee"])
def test_a_proceeding_needs_an_authority_and_an_addressee(role):
    found = mistakes(edited((f"role: {role}", "role: third party")))
    assert any(f"there is no {role} among the parties" in m.message for m in found)
    assert found[0].mark.line == 8


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: A small", "title: &a A small", "cannot begin with '&'"),
        ("title: A small story", "title: *a", "cannot begin with '*'"),
        ("title: A small", "title: !a A small", "cannot begin with '!'"),
        ("title: A small", "title:\tA small", "a tab"),
        ("expect:\n", "---\nexpect:\n", "a second document begins"),
        ("    fault: negligence\n", f"    fault: {'[' * 21}a{']' * 21}\n", "more than 20 levels"),
    ],
)
def test_what_no_file_may_hold_is_refused(old, new, message):
    assert any(message in m.message for m in mistakes(edited((old, new))))


def test_empty_brackets_of_a_decision_are_told_with_their_place():
    text = shipped_text("clearview-cnil").replace("    fault: unknown\n", "    fault: {}\n")
    with pytest.raises(ScenarioError) as refused:
        load_text(text, "clearview-cnil.yaml")
    (mistake,) = refused.value.mistakes
    line = text[: text.index("fault: {}")].count("\n") + 1
    assert (mistake.mark.line, mistake.message) == (line, "'fault' holds nothing")
