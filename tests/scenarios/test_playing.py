"""The player: in which order rows are decided, on which days, and what a refusal leaves."""

from datetime import date

import pytest
from story_texts import BASE, edited, with_row

from domain.rulebook.loading import load_rulebook
from scenarios import ScenarioError, load_scenario, load_text, play

CHARGES = "    alleges: {tracking: [GDPR 6, GDPR 7]}\n  -"
RAPPORTEUR = "  - {day: 2024-03-20, act: rapporteur appointment}\n"
COMPLY = "    comply: within 2 months of notification\n  -"


def run_of(text):
    return play(load_text(text, "small.yaml"))


def days_of(run, reading=0):
    """The day of each step of a reading, by command."""
    steps = run.readings[reading].steps
    return {step.command_id.removeprefix("small/"): str(step.on) for step in steps}


def failures(run):
    return [check for check in run.expectations() if not check.ok]


class TestTheOrderOfRows:
    def test_is_that_of_days_then_of_the_file(self):
        run = run_of(
            edited(
                (CHARGES, f"{CHARGES[:-3]}    notified: 2024-04-05\n  -"),
                ("  - day: 2024-06-03", "  - {day: 2024-04-03, act: hearing}\n  - day: 2024-06-03"),
            )
        )
        assert list(days_of(run)) == [
            "1",
            "2",
            "2/notified",
            "3",
            "4",
            "5",
            "4/notified",
            "6",
            "6/notified",
        ]

    def test_is_kept_in_the_history(self):
        (reading,) = run_of(BASE).readings
        days = [recorded.on for recorded in reading.history]
        assert days == sorted(days)
        assert [r.position for r in reading.history] == list(range(1, len(days) + 1))
        assert len(reading.states) == len(days) + 1

    def test_names_each_command_after_its_row(self):
        (reading,) = run_of(BASE).readings
        assert [commit.command_id for commit in reading.commits] == [
            "small/registration",
            "small/1",
            "small/2",
            "small/2/notified",
            "small/3",
            "small/4",
            "small/4/notified",
            "small/5",
            "small/5/notified",
        ]
        assert {commit.law for commit in reading.commits} == {load_rulebook("fr").digest}

    def test_keeps_names_of_people_and_firms_out_of_the_log(self):
        run = play(load_scenario("clearview-cnil"))
        assert "Clearview" not in repr(run.history())


class TestAnExactStory:
    def test_is_played_in_one_reading(self):
        run = run_of(BASE)
        assert [reading.name for reading in run.readings] == ["earliest"]
        assert run.caution == ""
        assert run.uncertain == ()

    def test_has_its_last_day_as_the_day_of_its_answers(self):
        assert run_of(BASE).as_of == date(2024, 6, 3)
        assert play(load_text(BASE, "x"), as_of=date(2024, 4, 1)).as_of == date(2024, 4, 1)


class TestUncertainDays:
    def test_are_played_at_their_earliest_and_at_their_latest(self):
        run = run_of(edited(("day: 2024-03-20", "day: 2024-03")))
        assert days_of(run, 0)["3"] == "2024-03-01"
        assert days_of(run, 1)["3"] == "2024-03-31"
        assert run.uncertain == ("timeline.3.day",)
        assert run.caution.startswith("1 day or sum is uncertain")

    def test_that_are_open_are_closed_by_the_neighbours(self):
        run = run_of(edited(("day: 2024-03-20", "day: unknown")))
        assert (days_of(run, 0)["3"], days_of(run, 1)["3"]) == ("2024-01-10", "2024-04-02")

    def test_with_one_open_end_are_closed_by_one_neighbour(self):
        run = run_of(edited(("day: 2024-03-20", "day: 2024-03-25..")))
        assert (days_of(run, 0)["3"], days_of(run, 1)["3"]) == ("2024-03-25", "2024-04-02")
        run = run_of(edited(("day: 2024-03-20", "day: ..2024-03-25")))
        assert (days_of(run, 0)["3"], days_of(run, 1)["3"]) == ("2024-01-10", "2024-03-25")

    def test_of_a_last_row_are_not_yet_there_in_the_latest_reading(self):
        run = run_of(with_row("{day: 2024-07-01.., act: note, what: Something}"))
        assert days_of(run, 0)["6"] == "2024-07-01"
        assert "6" not in days_of(run, 1)
        entry = run.timeline(date(2024, 8, 1))[-1]
        assert str(entry.on) == "2024-07-01.."

    def test_of_a_notification_run_from_the_act_to_the_next_row(self):
        run = run_of(edited((CHARGES, f"{CHARGES[:-3]}    notified: unknown\n  -")))
        assert (days_of(run, 0)["4/notified"], days_of(run, 1)["4/notified"]) == (
            "2024-04-02",
            "2024-06-03",
        )

    def test_of_a_notification_are_never_before_the_act(self):
        run = run_of(edited((CHARGES, f"{CHARGES[:-3]}    notified: 2024-04\n  -")))
        assert (days_of(run, 0)["4/notified"], days_of(run, 1)["4/notified"]) == (
            "2024-04-02",
            "2024-04-30",
        )

    def test_of_a_last_notification_leave_it_open_whether_it_happened(self):
        run = run_of(
            with_row(
                "{day: 2024-06-10, act: charges, alleges: {tracking: [GDPR 9]}, notified: unknown}"
            )
        )
        assert days_of(run, 0)["6/notified"] == "2024-06-10"
        assert "6/notified" not in days_of(run, 1)

    def test_are_told_as_bounds(self):
        run = run_of(
            edited(
                (
                    "    comply: within 2 months of notification\n        penalty",
                    "    comply: within 2 months of notification\n        penalty",
                ),
                ("expect:", "    notified: 2024-06-04..2024-06-06\nexpect:"),
            )
        )
        (due,) = [d for d in run.deadlines(date(2024, 7, 1)) if d.of == "injunction"]
        assert str(due.on) == "2024-08-05..2024-08-06"
        delay = run.status(date(2024, 8, 10)).of("injunction").days_of_delay
        assert str(delay) == "4..5"
        assert str(run.exposure(date(2024, 8, 10)).figure("accruing")) == "EUR 4 000..5 000"

    def test_give_both_statuses_where_the_readings_differ(self):
        run = run_of(edited((CHARGES, f"{CHARGES[:-3]}    notified: 2024-04-05..2024-05-06\n  -")))
        assert run.status(date(2024, 5, 20)).stage == "deliberation or charges"


class TestUncertainSums:
    def test_are_played_at_both_ends(self):
        run = run_of(
            edited(
                ("amount: EUR 300 000", "amount: EUR 200 000..300 000"),
                ("{fined: EUR 300 000}", "{fined: EUR 200 000..300 000}"),
            )
        )
        assert run.uncertain == ("timeline.5.amount",)
        assert failures(run) == []


class TestRelativeDays:
    @pytest.mark.parametrize(
        ("told", "day"),
        [
            ("5 days after rapporteur appointment", "2024-03-25"),
            ("10 days before charges", "2024-03-23"),
            ("notice.due", "2024-03-11"),  # 10 March 2024 is a Sunday
            ("2 working days after notice.due", "2024-03-13"),
            ("2 weeks after notice.notified", "2024-01-24"),
            ("1 month after notice", "2024-02-10"),
        ],
    )
    def test_are_counted_from_their_point(self, told, day):
        text = edited((RAPPORTEUR, f"{RAPPORTEUR}  - {{day: {told}, act: note, what: Now}}\n"))
        assert days_of(run_of(text))["4"] == day

    def test_of_a_deadline_wait_until_it_runs(self):
        text = edited(
            (COMPLY, COMPLY.replace("  -", "    notified: 2024-01-20\n  -")),
            (RAPPORTEUR, RAPPORTEUR.replace("2024-03-20", "1 day after notice.due")),
        )
        assert days_of(run_of(text))["3"] == "2024-03-21"

    def test_of_another_period_than_that_to_comply(self):
        text = with_row("{day: 3 days after sanction.due, act: note, what: Now}")
        assert days_of(run_of(text))["6"] == "2024-08-08"  # the appeal: 3 August is a Saturday

    def test_of_a_deadline_that_never_begins_fail(self):
        text = with_row(
            "{day: 3 days after hearing.due, act: note, what: Now}",
            edited(
                (
                    RAPPORTEUR,
                    f"{RAPPORTEUR}  - {{day: 2024-03-21, act: note, what: A, id: hearing}}\n",
                )
            ),
        )
        (failure,) = failures(run_of(text))
        assert "that deadline never began" in failure.message

    def test_in_the_same_row_are_counted_from_its_day(self):
        text = edited(
            (CHARGES, f"{CHARGES[:-3]}    notified: 4 days later\n    published: same day\n  -")
        )
        assert days_of(run_of(text))["4/notified"] == "2024-04-06"
        assert days_of(run_of(text))["4/published"] == "2024-04-02"

    def test_of_a_publication(self):
        text = edited(
            (CHARGES, f"{CHARGES[:-3]}    published: 2024-04-20\n  -"),
            (
                "  - day: 2024-06-03",
                "  - {day: 1 day after charges.published, act: hearing}\n  - day: 2024-06-03",
            ),
        )
        assert days_of(run_of(text))["5"] == "2024-04-21"

    def test_of_a_moment_that_is_not_reached_are_not_reached(self):
        row = (
            "{day: 2024-06-10, act: charges, id: more, alleges: {tracking: [GDPR 9]},"
            " notified: unknown, published: 1 day after more.notified}"
        )
        run = run_of(with_row(row))
        assert days_of(run, 0)["6/published"] == "2024-06-11"
        assert "6/published" not in days_of(run, 1)

    def test_beyond_the_calendar_are_a_mistake_with_a_place(self):
        text = with_row("{day: 9999 working days after notice.due, act: note, what: Now}")
        with pytest.raises(ScenarioError, match=r"small\.yaml:41:5: timeline\.6: the calendar FR"):
            run_of(text)


class TestNotification:
    def test_left_out_is_an_assumption_on_the_day_of_the_act(self):
        run = run_of(BASE)
        (entry,) = [e for e in run.timeline(date(2024, 2, 1)) if e.event == "ActNotified"]
        marks = run.marks(entry.command_id)
        assert (str(entry.on), marks.day) == ("2024-01-10", "assumed")
        assert "assumption" in marks.why

    def test_in_a_row_of_its_own_replaces_the_assumption(self):
        text = edited(
            (RAPPORTEUR, f"{RAPPORTEUR}  - {{day: 2024-03-21, act: notification, of: notice}}\n")
        )
        run = run_of(text)
        assert "2/notified" not in days_of(run)
        (due,) = [d for d in run.deadlines(date(2024, 4, 1)) if d.of == "notice"]
        assert str(due.since) == "2024-03-21"

    def test_in_a_row_of_its_own_is_a_point(self):
        text = edited(
            (
                RAPPORTEUR,
                (
                    f"{RAPPORTEUR}  - {{day: 2024-03-21, act: notification, of: notice}}\n"
                    "  - {day: 2 days after notice.notified, act: note, what: A}\n"
                ),
            )
        )
        assert days_of(run_of(text))["5"] == "2024-03-23"

    def test_in_a_row_of_its_own_can_be_to_several(self):
        told = "day: 2024-03-21, act: notification, of: notice"
        text = edited(
            ("  user: {role: complainant}", "  other: {role: addressee}"),
            (", by: user", ""),
            (RAPPORTEUR, f"{RAPPORTEUR}  - {{{told}, to: [shop, other]}}\n"),
        )
        (reading,) = run_of(text).readings
        ids = [commit.command_id for commit in reading.commits]
        assert ids[4:6] == ["small/4", "small/4/2"]

    def test_reaches_every_addressee_under_an_id_of_its_own(self):
        text = edited(
            ("  user: {role: complainant}", "  other: {role: addressee}"), (", by: user", "")
        )
        assert {"2/notified/shop", "2/notified/other"} <= set(days_of(run_of(text)))

    def test_can_be_on_different_days(self):
        text = edited(
            ("  user: {role: complainant}", "  other: {role: addressee}"),
            (", by: user", ""),
            (CHARGES, f"{CHARGES[:-3]}    notified: {{shop: 2024-04-03, other: 2024-04-05}}\n  -"),
            (
                "  - day: 2024-06-03",
                "  - {day: 1 day after charges.notified, act: hearing}\n  - day: 2024-06-03",
            ),
        )
        days = days_of(run_of(text))
        assert (days["4/notified/shop"], days["4/notified/other"]) == ("2024-04-03", "2024-04-05")
        assert days["5"] == "2024-04-06"  # after the last of them

    def test_of_one_party_only_is_of_that_party(self):
        text = edited(
            ("  user: {role: complainant}", "  other: {role: addressee}"),
            (", by: user", ""),
            (CHARGES, f"{CHARGES[:-3]}    notified: {{shop: 2024-04-03}}\n  -"),
        )
        assert "4/notified/other" not in days_of(run_of(text))
        run = run_of(text)
        assert run.marks("small/4/notified/shop").told == "2024-04-03"

    def test_does_not_follow_a_refused_act(self):
        row = "{day: 2024-06-04, act: charges, by: shop, alleges: {tracking: [GDPR 9]}}"
        assert "6/notified" not in days_of(run_of(with_row(row)))


class TestAPublication:
    def test_in_a_row_of_its_own(self):
        text = edited(
            (
                RAPPORTEUR,
                (
                    f"{RAPPORTEUR}  - {{day: 2024-03-21, act: publication, of: notice}}\n"
                    "  - {day: 2 days after notice.published, act: note, what: A}\n"
                ),
            )
        )
        assert days_of(run_of(text))["5"] == "2024-03-23"

    def test_is_a_point_only_where_it_is_told(self):
        text = edited(
            (
                RAPPORTEUR,
                f"{RAPPORTEUR}  - {{day: 2 days after notice.published, act: note, what: A}}\n",
            )
        )
        with pytest.raises(ScenarioError, match="does not say when it was published"):
            run_of(text)


class TestARowThatIsRefused:
    LATE = "{day: 2024-06-04, act: payment, by: shop, for: fine, amount: EUR 300 001}"

    def test_unexpectedly_is_a_failed_expectation_with_its_reason(self):
        (failure,) = failures(run_of(with_row(self.LATE)))
        assert failure.path == "timeline.6"
        assert (failure.mark.line, failure.mark.column) == (41, 5)
        assert "is above what is open, EUR 300 000" in failure.message
        assert failure.refusal.kind == "irregular"

    def test_changes_nothing(self):
        assert run_of(with_row(self.LATE)).readings[0].history == run_of(BASE).readings[0].history

    def test_as_it_should_be_holds(self):
        refused = "refused: {as: irregular, rule: outstanding, limit: EUR 300 000, says: [open]}"
        run = run_of(with_row(f"{self.LATE[:-1]}, {refused}}}"))
        assert failures(run) == []
        assert any(check.path == "timeline.6.refused" for check in run.expectations())

    @pytest.mark.parametrize(
        ("refused", "difference"),
        [
            ("{as: impossible, rule: outstanding}", "should be impossible and is irregular"),
            ("{as: irregular, rule: maximum}", "the rule should be 'maximum' and is 'outstanding'"),
            ("{as: irregular, rule: outstanding, limit: EUR 1}", "the limit should be EUR 1"),
            ("{as: irregular, rule: outstanding, cite: LIL 20}", "should cite LIL 20"),
            ("{as: irregular, rule: outstanding, says: [never]}", "should say 'never'"),
        ],
    )
    def test_otherwise_than_it_should_be_fails(self, refused, difference):
        (failure,) = failures(run_of(with_row(f"{self.LATE[:-1]}, refused: {refused}}}")))
        assert difference in failure.message

    def test_is_a_failure_if_it_is_accepted_and_changes_nothing_all_the_same(self):
        row = (
            "{day: 2024-06-04, act: payment, by: shop, for: fine, amount: EUR 300 000,"
            " refused: {as: irregular, rule: outstanding}}"
        )
        run = run_of(with_row(row))
        (failure,) = failures(run)
        assert "it was accepted" in failure.message
        assert run.readings[0].history == run_of(BASE).readings[0].history

    def test_because_despite_names_nothing_fails(self):
        row = "{day: 2024-06-04, act: note, what: A, despite: {maximum: No reason}}"
        (failure,) = failures(run_of(with_row(row)))
        assert "nothing is irregular there" in failure.message

    def test_is_recorded_with_its_defect_under_despite(self):
        run = play(load_scenario("over-the-line"))
        (entry,) = [e for e in run.timeline(date(2024, 6, 10)) if e.defects]
        (defect,) = entry.defects
        assert (defect.rule, defect.limit) == ("maximum", "EUR 20 000 000")
        assert "nobody noticed" in defect.why
        assert "Irregular: maximum" in entry.sentence

    def test_of_several_commands_changes_nothing_of_the_first(self):
        row = "{day: 2024-06-04, act: turnover, of: shop, amounts: {2022: EUR 5, 2099: EUR 5}}"
        run = run_of(with_row(row))
        assert len(failures(run)) == 1
        assert run.readings[0].states[-1].turnovers == ()


class TestPartsOfTheMaximum:
    def test_are_worked_out_on_the_day_of_the_act(self):
        text = edited(
            ("amount: EUR 300 000", "amount: 80 % of maximum"),
            ("{fined: EUR 300 000}", "{fined: EUR 16 000 000}"),
        )
        assert failures(run_of(text)) == []

    def test_follow_the_turnover_that_the_decision_relies_on(self):
        text = edited(
            ("amount: EUR 300 000", "amount: maximum"),
            (
                "    fault: negligence",
                "    fault: negligence\n    turnover: {2023: EUR 1 000 000 000}",
            ),
            ("{fined: EUR 300 000}", "{fined: EUR 40 000 000}"),
        )
        assert failures(run_of(text)) == []

    def test_that_does_not_exist_is_refused_as_impossible(self):
        text = edited(
            ("for: tracking}", "for: {tracking: [GDPR 10]}}"),
            ("amount: EUR 300 000", "amount: maximum"),
        )
        failure = failures(run_of(text))[0]
        assert failure.refusal.kind == "impossible"
        assert "no maximum" in failure.message

    def test_of_a_liquidation_is_rate_times_days(self):
        text = with_row(
            "{day: 2024-08-15, act: liquidation proposal, by: restricted committee, of: injunction,"
            " covers: 2024-08-06..2024-08-15, amount: maximum}"
        )
        run = run_of(text)
        (proposal,) = run.readings[0].states[-1].proposals
        assert str(proposal.amount) == "EUR 10 000"

    def test_of_a_liquidation_without_delay_is_refused(self):
        text = with_row(
            "{day: 2024-06-10, act: liquidation proposal, by: restricted committee, of: injunction,"
            " covers: 2024-06-06..2024-06-10, amount: maximum}"
        )
        assert "no maximum" in failures(run_of(text))[0].message

    def test_of_a_payment_is_what_is_open(self):
        text = with_row(
            "{day: 2024-06-10, act: payment, by: shop, for: fine, amount: 50 % of maximum}"
        )
        assert str(run_of(text).exposure(date(2024, 6, 10)).figure("paid")) == "EUR 150 000"


class TestEveryKindOfRow:
    TEXT = """\
scenario: every-kind
title: Every kind of row
kind: invented
law: fr
parties:
  cnil: {role: authority}
  shop: {role: addressee, kind: undertaking, country: FR}
  user: {role: complainant}
  court: {role: court}
conducts:
  tracking: Following visitors
  mailing: Writing to people
timeline:
  - {day: 2024-01-02, act: complaint, by: user, what: Too many letters}
  - {day: 2024-01-03, act: opening, by: chair}
  - day: 2024-01-04
    act: warning
    by: chair
    content:
      - Do not begin
  - {day: 2024-01-05, act: information request, id: questions}
  - {day: 2024-01-12, act: information, by: shop, answers: questions}
  - day: 2024-01-15
    act: formal notice
    id: notice
    to: shop
    alleges: {tracking: [GDPR 6]}
    content:
      - Ask first
    comply: within 1 month of notification
    proof: within 1 month of notification
  - {day: 2024-02-01, act: compliance, by: shop, with: notice, share: part}
  - {day: 2024-02-02, act: finding, of: notice, result: partly met}
  - {day: 2024-02-20, act: compliance, by: shop, with: notice}
  - {day: 2024-03-01, act: notice closure, of: notice, because: It is met}
  - {day: 2024-03-05, act: rapporteur appointment}
  - day: 2024-03-10
    act: charges
    to: shop
    alleges: {mailing: [GDPR 6, GDPR 21]}
    reply: within 1 month of notification
  - {day: 2024-03-20, act: representations, by: shop, answers: charges}
  - {day: 2024-05-02, act: hearing, by: restricted committee}
  - day: 2024-05-03
    act: turnover
    of: shop
    amounts: {2022: EUR 90 000 000, 2023: EUR 100 000 000}
  - day: 2024-05-04
    act: turnover correction
    of: shop
    right: {2022: EUR 91 000 000, 2023: EUR 1 000 000 000}
  - day: 2024-05-10
    act: decision
    id: sanction
    by: restricted committee
    to: shop
    finds: {mailing: [GDPR 6, GDPR 21]}
    dismisses: {tracking: [GDPR 6]}
    fault: {mailing: intent}
    turnover: unknown
    measures:
      - measure: fine
        id: fine
        to: shop
        amount: EUR 30 000 000
        for: {mailing: [GDPR 6, GDPR 21]}
      - measure: order
        id: order
        content:
          - Stop writing
        comply: within 1 month of notification
        penalty: {rate: EUR 10 000 per day, at_most: EUR 500 000}
      - measure: reprimand
        content:
          - That was wrong
      - measure: ban
        content:
          - No more letters
    published: 2024-05-12
  - {day: 2024-05-20, act: appeal, by: shop, to: court, against: [fine]}
  - day: 2024-07-01
    act: liquidation proposal
    by: restricted committee
    of: order
    covers: 2024-06-11..2024-06-30
    amount: EUR 100 000
    reply: within 15 days of notification
  - day: 2024-08-01
    act: liquidation
    by: restricted committee
    of: order
    covers: 2024-06-11..2024-06-30
    amount: EUR 100 000
  - {day: 2024-08-10, act: payment, by: shop, for: liquidation, amount: EUR 100 000}
  - {day: 2024-09-01, act: order closure, of: order, because: It is met}
  - day: 2024-10-01
    act: judgment
    by: court
    on_appeal: appeal
    outcome: {fine: set to EUR 20 000 000}
  - {day: 2024-10-02, act: note, what: Everybody is tired}
  - {day: 2024-11-01, act: closure, by: chair, because: All is done}
expect:
  - as_of: 2024-11-01
    stage: closed
    status: {notice: closed, order: closed, liquidation: paid, reprimand: in force}
    exposure: {fined: EUR 20 000 000, paid: EUR 100 000}
  - {at: notice, status: {notice: not notified}}
"""

    def test_becomes_what_the_core_has_for_it(self):
        run = run_of(self.TEXT)
        assert [check.message for check in failures(run)] == []
        kinds = {type(recorded.event).__name__ for recorded in run.history()}
        assert len(kinds) >= 29

    def test_is_written_and_read_again(self):
        from scenarios import dump

        story = load_text(self.TEXT, "x")
        assert load_text(dump(story), "x") == story
