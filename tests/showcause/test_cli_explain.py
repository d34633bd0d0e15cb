import pytest

from projections import FIGURES


def lines_of(done):
    (proceeding,) = done.answer["proceedings"]
    return proceeding["readings"][0]["lines"]


class TestAFigure:
    def test_has_an_event_and_a_provision_on_every_line_and_sums_up(self, run):
        done = run("explain", "clearview-cnil", "imposed", "--json")
        (proceeding,) = done.answer["proceedings"]
        assert [one["event"] for one in lines_of(done)] == ["FineImposed", "PenaltyLiquidated"]
        assert [one["cite"] for one in lines_of(done)] == ["LIL 20 III 7; GDPR 83(5)", "DEC 44"]
        assert sum(one["amount"] for one in lines_of(done)) == 2_520_000_000
        assert proceeding["least"] == proceeding["most"] == 2_520_000_000

    @pytest.mark.parametrize("day", ["2021-12-16", "2022-10-17", "2022-12-31", "2023-04-13"])
    @pytest.mark.parametrize("figure", [one for one in FIGURES if one != "at_stake"])
    def test_is_the_sum_of_its_lines_on_every_day(self, run, figure, day):
        done = run("explain", "clearview-cnil", figure, "--as-of", day, "--json")
        (proceeding,) = done.answer["proceedings"]
        assert sum(one["amount"] for one in lines_of(done)) == proceeding["least"]
        assert all(one["event"] and one["cite"] for one in lines_of(done))

    def test_is_shown_as_a_sum(self, run):
        done = run("explain", "clearview-cnil", "imposed", "--as-of", "2023-04-13")
        assert done.status == 0
        assert done.shown.startswith("imposed = EUR 25 200 000\n")
        assert "17 Oct 2022 20 000 000 fine for faceprints" in done.words
        assert "event 15, FineImposed in sanction; LIL 20 III 7; GDPR 83(5)" in done.words
        assert "25 200 000 EUR" in done.words

    def test_may_be_nothing(self, run):
        done = run("explain", "clearview-cnil", "paid")
        assert "paid = EUR 0" in done.shown
        assert "No event has brought anything into it" in done.words

    def test_at_stake_says_floor_ceiling_and_why(self, run):
        done = run("explain", "clearview-cnil", "at-stake", "--as-of", "2021-12-16")
        assert "at stake = EUR 20 000 000 or more, no known ceiling" in done.shown
        assert "turnover is unknown" in done.words
        assert "GDPR 83(5)" in done.shown

    def test_at_stake_has_both_bounds_in_the_object(self, run):
        done = run("explain", "clearview-cnil", "at_stake", "--as-of", "2021-12-16", "--json")
        (proceeding,) = done.answer["proceedings"]
        assert (proceeding["least"], proceeding["most"]) == (2_000_000_000, None)
        (stake,) = proceeding["readings"][0]["lines"]
        assert stake["ceiling"] is None
        assert stake["cite"] == "GDPR 83(5)"

    def test_at_stake_may_be_nothing(self, run):
        done = run("explain", "clearview-cnil", "at_stake", "--as-of", "2020-01-01")
        assert "Nothing that could still be imposed is open." in done.words

    def test_of_a_matter_has_each_proceeding(self, run):
        done = run("explain", "clearview-world", "fined")
        assert done.shown.count("fined = EUR 20 000 000") == 3
        assert "fined over 8 proceedings = EUR 90 500 000" in done.words
        assert "fined over 8 proceedings = GBP 7 552 800" in done.words

    def test_that_differs_between_readings_has_the_lines_of_both(self, run):
        done = run("explain", "clearview-garante", "due")
        assert "due = EUR 0..20 000 000" in done.shown
        assert "at the earliest" in done.shown
        assert "at the latest" in done.shown


class TestADeadline:
    def test_shows_each_step(self, run):
        done = run("explain", "clearview-cnil", "injunction", "--as-of", "2023-04-13")
        assert done.status == 0
        assert "order: overdue, 115 days of delay" in done.shown
        assert "1. two months from 18 October 2022 end on 18 December 2022" in done.words
        assert "2. 18 December 2022 is a Sunday" in done.words
        assert "3. moved to Monday 19 December 2022" in done.words

    def test_that_is_uncertain_shows_the_steps_of_both_readings(self, run):
        done = run("explain", "clearview-cnil", "notice")
        assert "26 Jan 2022 to 16 Feb 2022" in done.shown
        assert done.words.count("two months from") == 2

    def test_is_found_by_the_name_of_its_period(self, run):
        done = run("explain", "clearview-cnil", "observations", "--json")
        (proceeding,) = done.answer["proceedings"]
        (due,) = proceeding["deadlines"]
        assert due["of"] == "charges"
        assert due["on"] == {"earliest": "2022-08-16", "latest": "2022-08-16"}
        assert due["steps"][0][-1] == "moved to Tuesday 16 August 2022"

    def test_of_a_matter_is_looked_for_in_every_proceeding(self, run):
        done = run("explain", "clearview", "injunction", "--json")
        assert [one["proceeding"] for one in done.answer["proceedings"]] == ["clearview-cnil"]


class TestADayThatIsInferred:
    def test_is_marked_with_its_reason(self, run):
        done = run("explain", "clearview-cnil", "injunction")
        assert "≈19 Dec 2022" in done.shown
        assert "≈ runs from 18 Oct 2022, a day that is inferred: The day of" in done.words

    def test_is_marked_in_the_object(self, run):
        (told,) = run("explain", "clearview-cnil", "injunction", "--json").answer["proceedings"]
        assert "a day that is inferred: The day" in told["deadlines"][0]["inferred"]
        (told,) = run("explain", "clearview-cnil", "notice", "--json").answer["proceedings"]
        assert told["deadlines"][0]["inferred"] == ""


class TestAThing:
    def test_counts_one_day_of_delay_as_one(self, run):
        done = run("explain", "clearview-cnil", "injunction", "--as-of", "2022-12-20")
        assert "order: overdue, 1 day of delay\n" in done.shown

    def test_that_is_a_fine_has_its_maximum_and_since_when_it_is_final(self, run):
        done = run("explain", "clearview-cnil", "fine")
        assert "fine: final since 21 Feb 2023" in done.words
        assert "[event 15, FineImposed in sanction; LIL 20 III 7]" in done.words
        assert "maximum EUR 20 000 000 or more, no known ceiling, because for GDPR 6" in done.words
        assert "[GDPR 83(5)]" in done.words

    def test_that_is_a_fine_has_its_maximum_in_the_object(self, run):
        (told,) = run("explain", "clearview-cnil", "fine", "--json").answer["proceedings"]
        assert told["final_since"] == ["2023-02-21"]
        (event,) = told["events"]
        assert event["position"] == 15
        assert event["maximum"]["floor"] == 2_000_000_000
        assert event["maximum"]["ceiling"] is None
        assert event["maximum"]["because"]

    def test_that_is_a_notice_or_a_sanction_has_its_events_and_provisions(self, run):
        assert (
            "FormalNoticeIssued in notice; LIL 20 II]"
            in run("explain", "clearview-cnil", "notice").words
        )
        sanction = run("explain", "clearview-cnil", "sanction").words
        assert "DecisionAdopted in sanction; LIL 20 III]" in sanction
        assert "OrderIssued in sanction; LIL 20 III 2]" in sanction

    def test_may_be_any_act(self, run):
        done = run("explain", "clearview-cnil", "opening")
        assert done.status == 0
        assert "OpeningRecorded" in done.shown or "[event" in done.shown


class TestAWrongFigure:
    def test_is_answered_with_the_nearest_one(self, run):
        done = run("explain", "clearview-cnil", "imposd")
        assert done.status == 2
        assert "did you mean 'imposed'?" in done.complained
        assert done.shown == ""

    def test_is_answered_with_all_of_them_if_none_is_near(self, run):
        done = run("explain", "clearview-cnil", "xyzzy")
        assert done.status == 2
        assert "there are: at_stake, fined" in done.complained
        assert "injunction" in done.complained
