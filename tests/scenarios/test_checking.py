"""What a file expects, held against a play: what holds, what does not, and how it is told."""

from datetime import date

import pytest
from story_texts import BASE, edited, with_row

from scenarios import load, load_text, play

sums = "{as_of: 2024-06-03, exposure: {fined: EUR 300 000}}"


def checks(expectation, text=BASE):
    run = play(load_text(edited((sums, expectation), text=text), "small.yaml"))
    return [check for check in run.expectations() if check.path.startswith("expect.")]


def failure(expectation, text=BASE):
    (check,) = [check for check in checks(expectation, text) if not check.ok]
    return check


HOLDS = [
    "{as_of: 2024-06-03, stage: decided}",
    "{as_of: 2023-01-01, stage: not opened, exposure: {imposed: EUR 0}}",
    "{as_of: 2024-06-03, status: {fine: payable, injunction: running}}",
    "{as_of: 2024-06-03, exposure: {at_stake: EUR 0..}}",
    "{as_of: 2024-04-02, exposure: {at_stake: EUR 20 000 000..}}",
    "{as_of: 2024-06-03, deadlines: {injunction: 2024-08-05}}",
    "{as_of: 2024-06-03, deadlines: {sanction: 2024-08-05, observations: 2024-05-02}}",
    "{as_of: 2024-06-03, deadlines: {charges: 2024-05-02, notice: 2024-03-11}}",
    "{as_of: 2024-08-10, days_of_delay: {injunction: 5}}",
    "{as_of: 2024-06-03, maxima: {fine: EUR 20 000 000..}}",
    "{as_of: 2024-06-03, may: [payment, appeal]}",
    "{as_of: 2024-06-03, may_not: {liquidation: no act 'liquidation proposal'}}",
    "{as_of: 2023-01-01, may_not: {complaint: no proceeding yet}}",
    "{at: charges, stage: charges, may_not: {decision: observations}}",
    "{at: sanction, status: {fine: imposed, injunction: not notified}}",
]

FAILS = {
    "{as_of: 2024-06-03, stage: closed}": "as of 2024-06-03, stage is decided, not closed",
    "{as_of: 2024-06-03, status: {fine: paid}}": "as of 2024-06-03, fine is payable, not paid",
    "{as_of: 2024-01-10, status: {fine: paid}}": "fine is not there yet, not paid",
    "{as_of: 2024-06-03, exposure: {fined: EUR 1}}": "fined is EUR 300 000, not EUR 1",
    "{as_of: 2024-06-03, exposure: {fined: EUR 300 000..}}": "is EUR 300 000, not EUR 300 000..",
    "{as_of: 2024-06-03, deadlines: {injunction: 2024-08-03}}":
        "the deadline of injunction is 2024-08-05, not 2024-08-03",
    "{as_of: 2024-06-02, deadlines: {injunction: 2024-08-03}}": "is not there yet",
    "{as_of: 2024-08-10, days_of_delay: {injunction: 7}}":
        "days of delay injunction is 5, not 7",
    "{as_of: 2024-08-10, days_of_delay: {fine: 7}}": "is not there yet, not 7",
    "{as_of: 2024-06-03, maxima: {fine: EUR 5}}":
        "the maximum of fine is EUR 20 000 000.., not EUR 5",
    "{as_of: 2024-06-03, maxima: {injunction: EUR 5}}": "is none, not EUR 5",
    "{as_of: 2024-06-03, may: liquidation}": "may liquidation is liquidation: ",
    "{as_of: 2024-06-03, may_not: {payment: never}}": "may not payment is possible",
    "{as_of: 2024-06-03, may_not: {liquidation: never}}": "not refused: never",
    "{at: sanction, warns: maximum}": "warns is no warning, not maximum",
}  # fmt: skip


@pytest.mark.parametrize("expectation", HOLDS)
def test_this_holds(expectation):
    assert [check.message for check in checks(expectation) if not check.ok] == []


@pytest.mark.parametrize("expectation", FAILS)
def test_this_fails_and_says_what_was_found(expectation):
    assert FAILS[expectation] in failure(expectation).message


def test_a_failure_stands_where_the_value_stands():
    check = failure("{as_of: 2024-06-03, exposure: {fined: EUR 1}, because: It must}")
    assert (check.mark.line, check.mark.column) == (42, 43)
    assert check.path == "expect.1.exposure.fined"
    assert check.because == "It must"


def test_an_expectation_at_a_row_that_is_not_reached_fails():
    text = with_row(
        "{day: 2024-07-01, act: note, id: told, what: A, refused: {as: irregular, rule: power}}"
    )
    assert failure("{at: told, stage: closed}", text).message.endswith(
        "stage is decided, not closed"
    )
    text = with_row(
        "{day: 5 days after told.due, act: note, what: B}",
        with_row("{day: 2024-07-01, act: note, id: told, what: A}"),
    )
    assert failure("{at: note-2, stage: closed}", text)


def test_an_expectation_at_a_row_of_one_reading_is_about_that_reading():
    text = with_row("{day: 2024-07-01.., act: note, id: told, what: A}")
    assert [check.ok for check in checks("{at: told, stage: decided}", text)] == [True]
    assert failure("{at: told, warns: charge}", text).found == "no warning"


def test_warnings_of_a_row_are_those_of_rules_from_memory():
    run = play(load("clearview-hdpa"))
    warned = [s for r in run.readings for s in r.steps if s.warnings]
    assert {warning.rule for step in warned for warning in step.warnings} == {"charge"}


def test_a_warning_that_is_expected_holds():
    text = edited(
        ("law: fr", "law: gr"),
        ("by: chair", "by: cnil"),
        ("by: restricted committee\n", "by: cnil\n"),
        ("  - {day: 2024-03-20, act: rapporteur appointment}\n", ""),
        ("        penalty: {rate: EUR 1 000 per day}\n", ""),
        ("    alleges: {tracking: [GDPR 6, GDPR 7]}", "    alleges: {tracking: [GDPR 6]}"),
        ("    act: formal notice\n    id: notice", "    act: note\n    id: notice"),
        (
            (
                "    alleges: {tracking: [GDPR 6]}\n    content:\n      - Ask first\n"
                "    comply: within 2 months of notification\n"
            ),
            "    what: A notice of no legal effect\n",
        ),
    )
    assert [c.ok for c in checks("{at: sanction, warns: charge}", text)] == [True]


class TestPremises:
    def test_that_hold_are_told(self):
        text = edited(("    finds:", "    rests_on: {notice: run out}\n    finds:"))
        run = play(load_text(text, "small.yaml"))
        (check,) = [c for c in run.expectations() if "rests_on" in c.path]
        assert check.ok
        assert check.mark.line == 31

    @pytest.mark.parametrize(
        ("premise", "found"),
        [("{notice: met}", "it is run out"), ("{injunction: overdue}", "it is not there yet")],
    )
    def test_that_do_not_hold_fail(self, premise, found):
        text = edited(("    finds:", f"    rests_on: {premise}\n    finds:"))
        run = play(load_text(text, "small.yaml"))
        (check,) = [c for c in run.expectations() if not c.ok]
        assert found in check.message

    def test_of_a_refused_row_are_not_asked(self):
        row = (
            "{day: 2024-06-04, act: payment, by: shop, for: fine, amount: EUR 300 001,"
            " rests_on: {notice: met}, refused: {as: irregular, rule: outstanding}}"
        )
        run = play(load_text(with_row(row), "small.yaml"))
        assert all(check.ok for check in run.expectations())


class TestTheTimeToAnswer:
    CHARGES = "    alleges: {tracking: [GDPR 6, GDPR 7]}\n  -"

    @pytest.mark.parametrize(
        ("reply", "ok"),
        [
            ("within 1 month of notification", True),
            ("within 1 month of the day after notification", False),
            ("within 2 months of notification", False),
            ("by 2024-05-02", True),
            ("by 2024-05-03", False),
            ("at once", False),
            ("within 9999 months of notification", False),
        ],
    )
    def test_has_to_be_what_the_rulebook_counts(self, reply, ok):
        text = edited((self.CHARGES, f"{self.CHARGES[:-3]}    reply: {reply}\n  -"))
        run = play(load_text(text, "small.yaml"))
        (check,) = [c for c in run.expectations() if c.path == "timeline.4.reply"]
        assert check.ok is ok

    def test_cannot_be_checked_where_the_rulebook_has_none(self):
        story = load("clearview-hdpa")
        text = edited(
            ("law: fr", "law: gr"),
            ("by: chair", "by: cnil"),
            ("by: restricted committee", "by: cnil"),
            (self.CHARGES, f"{self.CHARGES[:-3]}    reply: within 1 month of notification\n  -"),
        )
        run = play(load_text(text, "small.yaml"))
        (check,) = [c for c in run.expectations() if c.path == "timeline.4.reply"]
        assert check.found == "no period"
        assert story


class TestUntilADay:
    def test_only_what_is_about_days_up_to_it_is_checked(self):
        run = play(load("clearview-cnil"))
        assert all(check.on <= date(2022, 12, 18) for check in run.expectations(date(2022, 12, 18)))
        assert len(run.expectations(date(2022, 12, 18))) < len(run.expectations())

    def test_a_matter_checks_its_own_and_those_of_its_scenarios(self):
        run = play(load("clearview-world"))
        files = {check.mark.file for check in run.expectations()}
        sides = {f"{name}.yaml" for name, _ in load("clearview-world").proceedings}
        assert files == {"clearview-world.yaml", *sides}
        before = {check.mark.file for check in run.expectations(date(2022, 2, 9))}
        assert before == files - {"clearview-ico.yaml", "clearview-ap.yaml"}

    def test_a_matter_tells_what_does_not_hold(self):
        from scenarios.sources import shipped_text

        sums = "fined: [EUR 60 000 000, GBP 7 552 800]"
        text = shipped_text("clearview-world").replace(sums, "fined: [EUR 1, USD 2]", 1)
        run = play(load_text(text, "clearview.yaml"))
        wrong = [check.message for check in run.expectations() if not check.ok]
        assert wrong == [
            "as of 2022-10-17, fined over all proceedings is EUR 60 000 000, not EUR 1",
            "as of 2022-10-17, fined over all proceedings is nothing, not USD 2",
        ]
