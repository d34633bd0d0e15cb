"""Invented stories, each of which teaches one thing; the figures were worked out by hand."""

from datetime import date, timedelta
from functools import cache

import pytest

from scenarios import load, load_scenario, load_text, play
from scenarios.sources import shipped_text

INVENTED = (
    "after-compliance-dsa",
    "paid-late-ap",
    "promises-gba",
    "repeat-dma",
    "revised-draft-dpc",
    "silence-ap",
    "small-provider-ai-act",
    "sunniraha-aki",
    "too-big-cnil",
)


@cache
def played(name):
    return play(load_scenario(name))


def figure(run, day, name):
    """A figure in cents; in these stories there is one reading of each day."""
    told = run.exposure(date.fromisoformat(day)).figure(name)
    assert told.least == told.most
    return told.least.minor


def euro(sum_):
    return sum_ * 100


def edited(name, *changes):
    """A shipped story with some of its text replaced."""
    text = shipped_text(name)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return play(load_text(text, f"{name}.yaml"))


def steps(run, day):
    """What somebody has to do next, and until or since when."""
    told = run.status(date.fromisoformat(day)).next_steps
    return [(one.what, "" if one.until is None else str(one.until)) for one in told]


def failures(run):
    return [str(check.message) for check in run.expectations() if not check.ok]


@pytest.mark.parametrize("name", INVENTED)
def test_a_story_is_short_and_says_what_it_teaches(name):
    story = load(name)
    assert story.kind == "invented"
    assert story.teaching.objective
    assert 10 <= story.teaching.minutes <= 20
    assert story.teaching.questions
    assert 8 <= len(story.timeline) <= 16


@pytest.mark.parametrize("name", INVENTED)
def test_something_is_tried_in_vain(name):
    assert any(row.refused for row in load(name).timeline)


@pytest.mark.parametrize("name", INVENTED)
def test_what_a_story_expects_holds(name):
    assert failures(played(name)) == []


class TestASmallProvider:
    def test_has_the_lower_of_the_two_sums_and_the_group_the_higher(self):
        seven_per_cent = 12_000_000 * 7 // 100
        one_per_cent = 12_000_000 // 100
        of_the_group = 2_000_000_000 * 7 // 100
        assert (seven_per_cent, one_per_cent, of_the_group) == (840_000, 120_000, 140_000_000)
        at_stake = euro(seven_per_cent + one_per_cent + of_the_group)
        assert figure(played("small-provider-ai-act"), "2026-02-02", "at_stake") == at_stake

    def test_would_have_the_fixed_sum_if_it_were_not_small(self):
        run = edited("small-provider-ai-act", ("kind: sme", "kind: undertaking"))
        at_stake = euro(35_000_000 + 7_500_000 + 140_000_000)
        assert figure(run, "2026-02-02", "at_stake") == at_stake

    def test_and_the_exception_is_named_beside_the_rule(self):
        wrong = ("cite: AIA 99(6), limit: EUR 840 000", "cite: DMA 30, limit: EUR 840 000")
        (told,) = failures(edited("small-provider-ai-act", wrong))
        assert "EUR 840 000 (AIA 99(3); AIA 99(6))" in told

    def test_owes_a_quarter_of_its_maximum(self):
        run = played("small-provider-ai-act")
        fined = euro(840_000 // 4 + 20_000 + 140_000_000 // 4)
        assert figure(run, "2026-05-11", "fined") == fined
        assert figure(run, "2026-06-15", "outstanding") == fined - euro(210_000)


class TestAGatekeeperWhoRepeats:
    def test_has_ten_per_cent_at_stake_at_first(self):
        assert figure(played("repeat-dma"), "2024-02-05", "at_stake") == euro(3_650_000_000)

    def test_runs_up_a_share_of_a_day_for_each_day_of_september(self):
        a_day = 36_500_000_000 // 365 * 5 // 100
        assert a_day == 5_000_000
        run = played("repeat-dma")
        assert figure(run, "2024-08-31", "accruing") == 0
        assert figure(run, "2024-09-01", "accruing") == euro(a_day)
        assert figure(run, "2024-09-30", "accruing") == euro(30 * a_day)
        assert figure(run, "2024-10-13", "accruing") == euro(150_000_000)

    def test_owes_less_once_it_has_complied(self):
        run = played("repeat-dma")
        assert figure(run, "2024-10-14", "liquidated") == euro(60_000_000)
        assert figure(run, "2024-10-14", "extinguished") == euro(90_000_000)

    def test_is_a_repeater_through_the_last_day_of_eight_years(self):
        later = edited("repeat-dma", ("day: 2032-06-04", "day: 2032-06-03"))
        assert any("after-eight-years" in told for told in failures(later))

    def test_and_could_not_be_fined_that_much_without_the_earlier_decision(self):
        alone = edited("repeat-dma", ("        repeat_of: 2024-06-03\n", ""))
        assert any("EUR 4 000 000 000 (DMA 30)" in told for told in failures(alone))


class TestAFineThatNeverCameInWhole:
    RUN = staticmethod(lambda: played("paid-late-ap"))

    def test_can_be_asked_for_part_by_part(self):
        due = {
            "2024-11-30": 0,
            "2024-12-02": 0,
            "2025-03-03": 0,
            "2025-03-04": 100_000,
            "2025-03-28": 60_000,
            "2025-05-05": 10_000,
            "2025-06-02": 10_000,
            "2025-06-03": 100_000,
            "2025-09-01": 0,
        }
        assert {day: figure(self.RUN(), day, "due") for day in due} == {
            day: euro(sum_) for day, sum_ in due.items()
        }

    def test_is_paid_remitted_and_written_off(self):
        run = self.RUN()
        assert figure(run, "2025-09-01", "paid") == euro(100_000 + 40_000)
        assert figure(run, "2025-09-01", "extinguished") == euro(10_000 + 50_000 + 100_000)
        assert figure(run, "2025-09-01", "fined") == euro(300_000 - 160_000)

    def test_stays_told_as_it_was_before_it_was_put_right(self):
        assert figure(self.RUN(), "2024-09-19", "fined") == euro(300_000)
        assert figure(self.RUN(), "2024-09-20", "fined") == euro(290_000)

    def test_could_not_have_been_objected_to_so_late_without_the_right_day(self):
        assert date(2024, 9, 10) + timedelta(weeks=6) == date(2024, 10, 22)
        told = failures(edited("paid-late-ap", ("right: 2024-09-10", "right: 2024-09-09")))
        assert any("21 October 2024" in one for one in told)


class TestAnAuthorityThatDoesNotAnswer:
    def test_owes_something_that_is_no_exposure(self):
        run = played("silence-ap")
        for name in ("imposed", "due", "outstanding"):
            assert figure(run, "2024-05-06", name) == 0

    def test_can_be_taken_to_court_once_three_months_are_over(self):
        over = edited("silence-ap", ("day: 2024-01-08", "day: 2023-12-01"))
        assert any("too-early" in told for told in failures(over))

    def test_and_not_on_the_working_day_on_which_they_end(self):
        ends = edited("silence-ap", ("day: 2024-01-08", "day: 2023-12-03"))
        assert date(2024, 3, 3).weekday() == 6
        assert any("runs until 4 March 2024" in told for told in failures(ends))


class TestARevisedDraft:
    def test_can_be_objected_to_on_the_last_of_fourteen_days(self):
        assert date(2024, 5, 2) + timedelta(days=14) == date(2024, 5, 16)
        in_time = edited("revised-draft-dpc", ("day: 2024-05-17", "day: 2024-05-16"))
        assert any("too-late" in told for told in failures(in_time))

    def test_and_the_fine_waits_for_the_court(self):
        run = played("revised-draft-dpc")
        assert figure(run, "2024-07-07", "due") == 0
        assert figure(run, "2024-07-07", "not_due") == euro(400_000)
        assert figure(run, "2024-07-08", "due") == euro(400_000)


class TestASumForEachDeadline:
    def test_does_not_grow_with_the_days(self):
        run = played("sunniraha-aki")
        for day in ("2024-03-19", "2024-03-31", "2024-04-07"):
            assert figure(run, day, "accruing") == euro(2_000)

    def test_falls_due_again_with_the_next_deadline(self):
        run = played("sunniraha-aki")
        assert figure(run, "2024-04-22", "accruing") == 0
        assert figure(run, "2024-04-23", "accruing") == euro(2_000)
        assert figure(run, "2024-05-13", "accruing") == 0
        assert figure(run, "2024-05-14", "accruing") == euro(2_000)

    def test_is_late_with_the_last_deadline_alone(self):
        run = played("sunniraha-aki")
        assert steps(run, "2024-04-08") == [
            ("comply with order", "2024-04-22"),
            ("owes EUR 2 000 for first-sum", ""),
        ]
        assert steps(run, "2024-04-23")[0] == ("is overdue with order", "2024-04-22")
        assert steps(run, "2024-06-17") == [("is overdue with order", "2024-05-13")]

    def test_can_be_waived_and_stays_waived_when_the_file_is_reopened(self):
        run = played("sunniraha-aki")
        assert figure(run, "2024-05-27", "extinguished") == euro(2_000)
        assert figure(run, "2024-06-17", "accruing") == 0
        assert figure(run, "2024-06-17", "imposed") == euro(2 * 2_000)


class TestAFileThatChangesItsProcedure:
    def test_has_the_limits_of_the_one_in_which_it_is_decided(self):
        small = edited("too-big-cnil", ("amount: EUR 20 001", "amount: EUR 20 000"))
        assert any("too-much-for-one" in told for told in failures(small))

    def test_owes_nothing_before_the_notification(self):
        run = played("too-big-cnil")
        assert figure(run, "2024-06-09", "due") == 0
        assert figure(run, "2024-06-10", "due") == euro(90_000)


class TestAPenaltyThatWaitsForANotice:
    def test_costs_nothing_in_the_six_days_before_it(self):
        run = played("promises-gba")
        assert figure(run, "2024-07-07", "accruing") == 0
        assert figure(run, "2024-07-08", "accruing") == euro(5_000)

    def test_is_waived_in_part(self):
        run = played("promises-gba")
        assert figure(run, "2024-07-22", "accruing") == euro(15 * 5_000)
        assert figure(run, "2024-08-05", "accruing") == euro(50_000)
        assert figure(run, "2024-08-12", "extinguished") == euro(25_000)
        assert figure(run, "2024-09-02", "paid") == euro(50_000)


class TestAPlatformThatIsLate:
    def test_pays_a_fifth_of_what_ten_days_made(self):
        a_day = 3_660_000_000 // 366 * 5 // 100
        assert a_day == 500_000
        run = played("after-compliance-dsa")
        assert figure(run, "2025-08-15", "accruing") == euro(10 * a_day)
        assert figure(run, "2025-09-01", "liquidated") == euro(1_000_000)
        assert figure(run, "2025-09-01", "extinguished") == euro(4_000_000)

    def test_has_six_per_cent_at_stake(self):
        at_stake = euro(3_660_000_000 * 6 // 100)
        assert figure(played("after-compliance-dsa"), "2025-02-03", "at_stake") == at_stake
