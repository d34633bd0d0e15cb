"""Real proceedings before British, Irish, Dutch, Belgian, Austrian and Norwegian authorities.

The figures were worked out by hand, in cents, pence and øre; what the files themselves expect is
checked with the library.
"""

from datetime import date, timedelta
from functools import cache

import pytest

from scenarios import answer, load, load_scenario, load_text, play
from scenarios.sources import shipped_text

MILLION = 1_000_000_00
CASES = (
    "british-airways-ico",
    "clearview-ap",
    "clearview-dsb",
    "clearview-ico",
    "dpp-law-ico",
    "foreign-affairs-ap",
    "haga-ap",
    "marriott-ico",
    "mediahuis-gba",
    "meta-datatilsynet",
    "meta-transfers-dpc",
    "post-dsb",
    "tiktok-transfers-dpc",
    "whatsapp-dpc",
)


@cache
def played(name):
    return play(load_scenario(name))


def figure(run, day, name):
    """A figure in minor units: a number, or the bounds of two readings."""
    told = run.exposure(date.fromisoformat(day)).figure(name)
    least, most = told.least.minor, None if told.most is None else told.most.minor
    return least if least == most else (least, most)


def edited(name, *changes):
    """A shipped story with some of its text replaced."""
    text = shipped_text(name)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return play(load_text(text, f"{name}.yaml"))


def warnings(run):
    """What a rule from memory has to say, without its citation."""
    found = [w for reading in run.readings for step in reading.steps for w in step.warnings]
    return list(dict.fromkeys(str(one).partition(" (")[0] for one in found))


def failures(run):
    return [str(check.message) for check in run.expectations() if not check.ok]


@pytest.mark.parametrize("name", CASES)
def test_a_case_says_what_it_teaches_and_what_it_cannot_tell(name):
    story = load(name)
    assert story.kind == "real"
    assert story.story
    assert story.teaching.objective
    assert story.teaching.minutes
    assert story.not_expressed


@pytest.mark.parametrize("name", CASES)
def test_a_case_expects_sums_and_states(name):
    expected = load(name).expect
    assert any(one.exposure for one in expected)
    assert any(one.status or one.stage for one in expected)


class TestTheBritishClearviewFine:
    RUN = played("clearview-ico")
    SUM = 7_552_800_00

    @pytest.mark.parametrize(
        ("day", "imposed", "due", "suspended"),
        [
            ("2022-05-17", 0, 0, 0),
            ("2022-05-18", SUM, 0, 0),
            ("2022-06-15", SUM, 0, 0),
            ("2022-06-16", SUM, SUM, 0),  # 28 days to pay are over
            ("2022-06-28", SUM, SUM, 0),
            ("2022-06-29", SUM, 0, SUM),  # the appeal of day 42
            ("2023-10-16", SUM, 0, SUM),
            ("2023-10-17", 0, 0, 0),  # annulled
            ("2025-10-05", 0, 0, 0),
            ("2025-10-06", SUM, 0, SUM),  # the annulment is set aside
        ],
    )
    def test_follows_each_judgment_to_the_day(self, day, imposed, due, suspended):
        assert figure(self.RUN, day, "imposed") == imposed
        assert figure(self.RUN, day, "due") == due
        assert figure(self.RUN, day, "suspended") == suspended

    def test_was_appealed_on_day_42_of_28(self):
        assert (date(2022, 6, 29) - date(2022, 5, 18)).days == 42
        (late,) = [e for e in answer(self.RUN)["timeline"] if e["act"] == "appeal" and e["defects"]]
        assert "15 June 2022" in str(late["defects"])

    def test_could_not_be_appealed_so_late_without_a_reason(self):
        despite = shipped_text("clearview-ico")
        begin = despite.index("    despite:")
        lost = despite[begin : despite.index("  - day: 2022-11-15")]
        wrong = failures(edited("clearview-ico", (lost, "")))
        assert any("the period for appeal ended on 15 June 2022" in one for one in wrong)

    def test_is_before_the_first_court_again(self):
        (step,) = answer(self.RUN)["status"]["next_steps"]
        assert step["party"] == "ftt"


class TestTheFineOfAustrianPost:
    RUN = played("post-dsb")

    @pytest.mark.parametrize(
        ("day", "fined", "imposed"),
        [
            ("2019-10-22", 0, 0),
            ("2019-10-23", 18 * MILLION, 18 * MILLION + 1_800_000_00),
            ("2020-11-25", 18 * MILLION, 18 * MILLION + 1_800_000_00),
            ("2020-11-26", 0, 0),
            ("2024-01-31", 0, 0),
            ("2024-02-01", 18 * MILLION, 18 * MILLION + 1_800_000_00),
            ("2024-12-26", 18 * MILLION, 18 * MILLION + 1_800_000_00),
            ("2024-12-27", 16 * MILLION, 16 * MILLION + 1_600_000_00),
        ],
    )
    def test_falls_rises_and_falls_again_with_its_costs(self, day, fined, imposed):
        assert figure(self.RUN, day, "fined") == fined
        assert figure(self.RUN, day, "imposed") == imposed

    def test_was_appealed_on_the_last_of_28_days(self):
        assert date(2019, 10, 28) + timedelta(days=28) == date(2019, 11, 25)
        late = edited(
            "post-dsb",
            ("  - day: 2019-11-25\n    act: appeal", "  - day: 2019-11-26\n    act: appeal"),
        )
        assert warnings(late) == ["the period for appeal ended on 25 November 2019"]

    def test_took_five_years_and_ten_months(self):
        begun, ended = date(2019, 2, 20), date(2024, 12, 27)
        months = 12 * (ended.year - begun.year) + ended.month - begun.month
        assert (divmod(months, 12), ended.day >= begun.day) == ((5, 10), True)

    def test_costs_a_tenth_and_not_a_euro_more(self):
        run = edited(
            "post-dsb", ("amount: EUR 1 800 000, of: fine", "amount: EUR 1 800 001, of: fine")
        )
        assert "are above 10 % of EUR 18 000 000 (VSTG 64)" in failures(run)[0]


class TestTheDutchOrders:
    CLEARVIEW = played("clearview-ap")

    @pytest.mark.parametrize(
        ("day", "most"),
        [
            ("2024-10-03", 0),
            ("2024-10-04", 250_000),
            ("2024-11-04", 500_000),
            ("2024-12-03", 500_000),
            ("2024-12-04", 750_000 + 2 * 250_000 + 200_000),
            ("2025-01-04", 1_000_000 + 2 * 500_000 + 400_000),
            ("2025-02-04", 1_250_000 + 2 * 750_000 + 600_000),
            ("2025-03-04", 1_500_000 + 2 * 1_000_000 + 600_000),
            ("2025-04-04", 1_500_000 + 2 * 1_250_000 + 600_000),
            ("2025-05-04", 5_100_000),
            ("2026-01-01", 5_100_000),
        ],
    )
    def test_run_by_months_begun_up_to_a_maximum_each(self, day, most):
        expected = 0 if most == 0 else (0, most * 100)
        assert figure(self.CLEARVIEW, day, "liquidated") == expected

    def test_add_to_two_fines_for_two_conducts(self):
        assert figure(self.CLEARVIEW, "2024-05-16", "fined") == 30_500_000_00
        one = edited(
            "clearview-ap",
            ("      access:\n        - GDPR 12(3)\n        - GDPR 15\n", ""),
            ("        - GDPR 14(2)\n", "        - GDPR 14(2)\n        - GDPR 15\n"),
            ("amount: EUR 10 500 000, for: access", "amount: EUR 10 500 000, for: faceprints"),
        )
        assert "EUR 30 500 000 together are above EUR 20 000 000 (GDPR 83(3))" in failures(one)[0]

    @pytest.mark.parametrize(
        ("day", "most"),
        [
            ("2022-03-30", 0),
            ("2022-03-31", 10_000),
            ("2022-10-19", 290_000),
            ("2022-10-20", 300_000),
            ("2022-11-06", 300_000),
            ("2022-11-07", 350_000),  # two weeks after 24 October
            ("2023-02-27", 750_000),
            ("2023-03-13", 800_000),
            ("2024-03-13", 800_000),
        ],
    )
    def test_count_whole_weeks_where_they_say_so(self, day, most):
        expected = 0 if most == 0 else (0, most * 100)
        assert figure(played("foreign-affairs-ap"), day, "liquidated") == expected

    def test_reach_their_maxima_after_30_weeks_and_10_periods(self):
        assert date(2022, 3, 24) + timedelta(weeks=30) == date(2022, 10, 20)
        assert date(2022, 10, 24) + timedelta(weeks=2 * 10) == date(2023, 3, 13)

    def test_of_the_hospital_stop_after_three_periods_of_two_weeks(self):
        run = played("haga-ap")
        days = [date(2019, 10, 1) + timedelta(weeks=2 * n) for n in (1, 2, 3, 4)]
        most = [figure(run, day.isoformat(), "liquidated") for day in days]
        assert most == [(0, 100_000_00), (0, 200_000_00), (0, 300_000_00), (0, 300_000_00)]

    def test_of_the_hospital_end_after_15_weeks(self):
        assert date(2019, 6, 18) + timedelta(weeks=15) == date(2019, 10, 1)


class TestTheBelgianPenalty:
    """No notice of non-compliance is told; with one on day 46 the penalty runs at once."""

    NOTICE = "".join(
        "  - {day: 2024-10-22, act: non-compliance notice, by: gba, "
        f"of: {order}, source: 113/2024}}\n"
        for order in ("refusal-option", "button-colours")
    )
    RUN = edited("mediahuis-gba", ("\nexpect:\n", f"{NOTICE}\nexpect:\n"))

    @pytest.mark.parametrize(
        ("days", "accrued"),
        [(1, 200_000), (2, 400_000), (49, 9_800_000), (50, 10_000_000), (51, 10_000_000)],
    )
    def test_is_200_000_a_day_and_stops_at_ten_million(self, days, accrued):
        day = date(2024, 10, 22) + timedelta(days=days - 1)
        assert figure(self.RUN, day.isoformat(), "accruing") == accrued * 100

    def test_is_100_000_a_day_for_one_order(self):
        one = edited(
            "mediahuis-gba", ("\nexpect:\n", f"{self.NOTICE.splitlines()[0]}\n\nexpect:\n")
        )
        assert figure(one, "2024-10-22", "accruing") == 100_000_00

    def test_does_not_run_by_itself(self):
        assert figure(played("mediahuis-gba"), "2026-01-01", "accruing") == 0


class TestTheNorwegianUrgency:
    RUN = played("meta-datatilsynet")

    @pytest.mark.parametrize(
        ("day", "days"),
        [
            ("2023-08-13", 0),
            ("2023-08-14", 1),
            ("2023-08-31", 18),
            ("2023-09-30", 48),
            ("2023-10-31", 79),
            ("2023-11-03", 82),
            ("2023-12-31", 82),
            ("2024-06-17", 82),
        ],
    )
    def test_runs_up_a_million_a_day_and_ends_with_the_ban(self, day, days):
        assert figure(self.RUN, day, "accruing") == days * MILLION

    def test_is_worth_nothing_once_it_is_revoked(self):
        assert figure(self.RUN, "2024-06-18", "accruing") == 0
        assert figure(self.RUN, "2024-06-18", "imposed") == 0

    def test_banned_for_92_days(self):
        assert (date(2023, 11, 3) - date(2023, 8, 4)).days + 1 == 92

    def test_could_not_have_banned_for_a_day_more(self):
        run = edited(
            "meta-datatilsynet",
            (
                "        from: 2023-08-04\n        until: 2023-11-03",
                "        from: 2023-08-04\n        until: 2023-11-04",
            ),
        )
        assert "its last day is after 3 November 2023 (GDPR 66(1))" in failures(run)[0]


class TestTheIrishFines:
    def test_of_whatsapp_are_four_that_make_225_million(self):
        (decision,) = [row for row in load("whatsapp-dpc").timeline if row.id == "decision"]
        fines = [one.amount.least.minor for one in decision.measures if one.measure == "fine"]
        assert fines == [90 * MILLION, 30 * MILLION, 30 * MILLION, 75 * MILLION]
        assert figure(played("whatsapp-dpc"), "2021-08-20", "fined") == 225 * MILLION

    def test_were_chosen_at_the_lower_end_of_four_ranges(self):
        ranges = [(30, 55), (30, 55), (75, 100), (90, 115)]
        assert (sum(low for low, _ in ranges), sum(high for _, high in ranges)) == (225, 325)

    def test_had_five_objections_on_day_29(self):
        assert (date(2021, 1, 22) - date(2020, 12, 24)).days == 29
        late = [e for e in answer(played("whatsapp-dpc"))["timeline"] if e["defects"]]
        assert all(entry["act"].startswith("five-objections") for entry in late)
        assert len(late) == 5

    def test_of_meta_and_tiktok_are_not_due_before_they_are_confirmed(self):
        assert figure(played("meta-transfers-dpc"), "2030-01-01", "due") == 0
        assert figure(played("tiktok-transfers-dpc"), "2030-01-01", "due") == 0


class TestTheBritishNotices:
    def test_of_the_law_firm_have_a_fixed_maximum(self):
        assert 3_486_494_00 * 4 // 100 == 139_459_76
        over = edited(
            "dpp-law-ico",
            ("amount: GBP 60 000\n        for", "amount: GBP 17 500 001\n        for"),
        )
        assert "above the maximum, GBP 17 500 000 (UK-GDPR 83)" in failures(over)[0]

    def test_of_the_law_firm_begin_at_0_68_percent_of_turnover_and_end_at_1_7(self):
        start = 17_500_000_00 * 17 // 100 * 8 // 1000
        assert start == 23_800_00
        assert start * 10_000 // 3_486_494_00 == 68
        assert 60_000_00 * 1_000 // 3_486_494_00 == 17

    def test_of_the_law_firm_give_35_days_to_pay_and_28_to_appeal(self):
        assert date(2025, 4, 14) + timedelta(days=35) == date(2025, 5, 19)
        assert date(2025, 4, 14) + timedelta(days=28) == date(2025, 5, 12)
        assert figure(played("dpp-law-ico"), "2025-05-19", "due") == 0
        assert figure(played("dpp-law-ico"), "2025-05-20", "due") == 60_000_00

    def test_of_the_law_firm_came_43_days_after_the_breach(self):
        assert (date(2022, 7, 17) - date(2022, 6, 4)).days == 43

    def test_are_what_is_left_of_the_intent(self):
        assert (30 - 30 * 20 // 100) - 4 == 20
        assert 28 * 80 - 4 * 100 == 1840  # in hundredths of a million
        assert figure(played("british-airways-ico"), "2020-10-16", "fined") == 20 * MILLION
        assert figure(played("marriott-ico"), "2020-10-30", "fined") == 18_400_000_00

    def test_impose_nothing_as_long_as_they_are_an_intent(self):
        assert figure(played("british-airways-ico"), "2020-10-15", "imposed") == 0

    def test_come_too_late_without_an_agreement(self):
        text = shipped_text("marriott-ico")
        begin = text.index("  - day: 2019-08..2019-12 (inferred)")
        extension = text[begin : text.index("  - day: 2020-10-30\n    act: decision")]
        assert any(
            "penalty notice" in one for one in failures(edited("marriott-ico", (extension, "")))
        )


class TestTheMatter:
    RUN = play(load("clearview-world"))

    @pytest.mark.parametrize(
        ("day", "euros", "pounds"),
        [
            ("2022-02-09", 0, 0),
            ("2022-02-10", 20_000_000, 0),
            ("2022-05-18", 20_000_000, 7_552_800),
            ("2022-07-13", 40_000_000, 7_552_800),
            ("2022-10-17", 60_000_000, 7_552_800),
            ("2023-10-17", 60_000_000, 0),
            ("2024-05-16", 90_500_000, 0),
            ("2025-10-06", 90_500_000, 7_552_800),
        ],
    )
    def test_fines_add_up_in_each(self, day, euros, pounds):
        told = self.RUN.exposure(date.fromisoformat(day))
        assert set(told) == {"EUR", "GBP", "SEK"}
        assert told["EUR"]["fined"].least.minor == told["EUR"]["fined"].most.minor == euros * 100
        assert told["GBP"]["fined"].least.minor == told["GBP"]["fined"].most.minor == pounds * 100

    def test_has_seven_proceedings_against_the_company_and_one_against_a_user(self):
        told = [one.addressee for _, one in load("clearview-world").proceedings]
        assert told == ["clearview"] * 7 + ["police"]

    def test_never_adds_what_a_user_owes_to_what_the_company_does(self):
        fined = self.RUN.exposure(date(2021, 2, 10))
        assert fined["SEK"]["fined"].least.minor == 2_500_000_00
        assert fined["EUR"]["fined"].least.minor == 0
