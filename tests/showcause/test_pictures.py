import re
import runpy
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import showcause
from domain.money import Money
from projections import Exposure, Stake
from showcause.pictures import BANDS, exposure_svg, terminal_svg
from showcause.pictures.bands import heights, sampled, scale, short_sum, start_of, ticks

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
D = date(2022, 10, 17)


def parsed(svg):
    """The picture as elements; it is our own text."""
    return ET.fromstring(svg)  # noqa: S314


def at_stake(day, minor):
    """The exposure of a day on which so much is at stake."""
    floor = Money(minor, "EUR")
    stake = Stake(
        about="x", floor=floor, ceiling=None, text="", act="", position=1, event="", cite=""
    )
    stakes = (stake,) if minor else ()
    return Exposure(as_of=day, currency="EUR", movements=(), stakes=stakes)


@pytest.fixture(scope="module")
def run():
    return showcause.play(showcause.load_scenario("clearview-cnil"), as_of="2023-04-13")


@pytest.fixture(scope="module")
def drawn(run):
    return run.chart()


class TestTheExposureOverTime:
    def test_is_an_svg_with_title_and_description(self, drawn):
        root = parsed(drawn)
        assert root.tag == f"{SVG}svg"
        assert root.find(f"{SVG}title").text == "CNIL against Clearview AI"
        described = root.find(f"{SVG}desc").text
        assert described == (
            "On 13 April 2023: due EUR 25 200 000; accruing, owed by nobody yet EUR 6 300 000."
        )
        assert root.get("role") == "img"

    def test_has_a_title_on_every_mark(self, drawn):
        root = parsed(drawn)
        marks = root.findall(f"{SVG}path")
        assert marks
        for mark in marks:
            assert re.search(r"\d{4}, at most EUR ", mark.find(f"{SVG}title").text)

    def test_has_bands_for_what_there_was(self, drawn):
        root = parsed(drawn)
        bands = {mark.get("class").split()[1] for mark in root.findall(f"{SVG}path")}
        assert bands == {"at_stake", "not_due", "due", "accruing"}

    def test_has_no_script_and_asks_for_nothing_outside(self, drawn):
        assert "<script" not in drawn
        assert not re.search(r"(?:href|src|url\((?!#))", drawn)
        assert re.findall(r"https?://[^\"']+", drawn) == ["http://www.w3.org/2000/svg"]

    def test_is_readable_in_light_and_dark(self, drawn):
        assert "prefers-color-scheme:dark" in drawn
        for band in BANDS:
            assert band.light in drawn
            assert band.dark in drawn

    def test_is_the_same_bytes_twice(self, run, drawn):
        assert run.chart() == drawn

    def test_marks_the_day_that_is_asked_for(self):
        ledgers = [at_stake(D + timedelta(days=k), 100) for k in range(100)]
        drawn = exposure_svg(ledgers, day=D + timedelta(days=3))
        assert ">20 October 2022</text>" in drawn
        assert "On 20 October 2022: at stake, at least EUR 1." in drawn

    def test_of_a_day_before_the_first_has_the_first(self):
        drawn = exposure_svg([at_stake(D, 100)], day=D - timedelta(days=9))
        assert "at stake, at least EUR 1." in drawn

    def test_of_one_day_without_anything_is_drawn(self):
        assert "On 17 October 2022: nothing." in exposure_svg([at_stake(D, 0)])

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_is_drawn_at_both_ends_of_the_calendar(self, run, day):
        parsed(run.at(day).chart())

    def test_of_no_day_is_an_error(self):
        with pytest.raises(ValueError, match="at least one day"):
            exposure_svg([])

    @given(st.text())
    def test_escapes_whatever_a_scenario_says(self, title):
        root = parsed(exposure_svg([at_stake(D, 100)], title=title))
        assert all(one.tag.startswith(SVG) for one in root.iter())
        assert (root.find(f"{SVG}title").text or "").isprintable()

    @given(st.lists(st.integers(0, 10**12), min_size=1, max_size=12))
    def test_stays_on_its_paper(self, sums):
        ledgers = [at_stake(D + timedelta(days=k), minor) for k, minor in enumerate(sums)]
        root = parsed(exposure_svg(ledgers))
        for path in root.findall(f"{SVG}path"):
            for x, y in re.findall(r"([\d.-]+),([\d.-]+)", path.get("d")):
                assert 0 <= float(x) <= 760
                assert 0 <= float(y) <= 320

    def test_splits_a_band_that_was_gone_for_a_while(self):
        sums = [100, 0, 100]
        ledgers = [at_stake(D + timedelta(days=k), minor) for k, minor in enumerate(sums)]
        root = parsed(exposure_svg(ledgers))
        assert len(root.findall(f"{SVG}path")) == 2


class TestScales:
    @given(st.integers(0, 10**15))
    def test_reach_the_top_in_few_round_steps(self, highest):
        made = scale(highest)
        assert made.top >= highest
        assert made.top % made.step == 0
        assert 1 <= len(made.ticks()) - 1 <= 8
        assert str(made.step).rstrip("0") in {"1", "2", "5"}

    @pytest.mark.parametrize(
        ("minor", "told"),
        [
            (0, "0"),
            (5_000, "50"),
            (50_000_000, "500 k"),
            (250_000_000, "2.5 M"),
            (2_000_000_000, "20 M"),
            (150_000_000_000, "1.5 bn"),
        ],
    )
    def test_say_sums_in_short(self, minor, told):
        assert short_sum(minor, "EUR") == told

    def test_know_currencies_without_cents(self):
        assert short_sum(2_000_000, "JPY") == "2 M"

    @given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 40_000))
    def test_mark_few_months(self, first, days):
        found = ticks(first, first + timedelta(days=days))
        assert len(found) <= 6
        assert all(day.day == 1 for day in found)

    def test_give_up_over_ages(self):
        assert ticks(date(1, 1, 1), date(9999, 1, 1)) == ()

    def test_begin_a_little_before_there_is_anything(self):
        def stack_on(day):
            return (1,) if day >= D else (0,)

        days = [D - timedelta(days=400), D]
        assert start_of(stack_on, days, D + timedelta(days=100)) == D - timedelta(days=5)
        assert start_of(stack_on, [], D) == D - timedelta(days=1)

    def test_spread_their_days_up_to_the_last(self):
        days = sampled(D, D + timedelta(days=100), 10)
        assert len(days) == 10
        assert days[-1] == D + timedelta(days=100)

    def test_have_no_height_below_zero(self, run):
        assert all(height >= 0 for height in heights(run.ledger.exposure))


class TestATerminal:
    def test_has_the_text_with_its_colours(self):
        drawn = terminal_svg("a \x1b[1;31mred\x1b[0m b\n\x1b[2;3mdim\x1b[0m", title="T")
        root = parsed(drawn)
        said = [(one.text, one.get("class")) for one in root.findall(f"{SVG}text")]
        assert said == [
            ("T", "ink d"),
            ("a", "ink"),
            ("red", "red b"),
            ("b", "ink"),
            ("dim", "ink d i"),
        ]

    def test_draws_blocks_that_touch(self):
        root = parsed(terminal_svg("\x1b[31m██▄\x1b[0m \x1b[32;41m▂\x1b[0m"))
        boxes = [one for one in root.findall(f"{SVG}rect") if one.get("class") != "page"]
        assert [one.get("class") for one in boxes] == ["red", "red", "red", "green"]
        assert [one.get("height") for one in boxes] == ["19", "9.5", "19", "4.8"]

    def test_carries_a_look_on_to_the_next_line_and_ignores_other_codes(self):
        root = parsed(terminal_svg("\x1b[1;4;99mone\ntwo"))
        assert [one.get("class") for one in root.findall(f"{SVG}text")][1:] == ["ink b", "ink b"]

    @given(st.text(), st.text())
    def test_is_well_formed_whatever_is_shown(self, text, title):
        parsed(terminal_svg(text, title=title))


class TestTheShippedPictures:
    def test_are_what_the_code_draws_today(self):
        made = runpy.run_path(str(ROOT / "tests" / "docs" / "make_pictures.py"))
        for name, svg in made["pictures"]().items():
            kept = (made["PICTURES"] / name).read_text("utf-8")
            assert kept == svg, f"{name} is out of date: python tests/docs/make_pictures.py"
