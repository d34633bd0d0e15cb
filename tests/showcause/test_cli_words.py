import codecs
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from domain.days import Day
from domain.money import Money, MoneyRange
from projections import FIGURES
from showcause.cli.pages.chart import chart, legend, swatch
from showcause.cli.pages.sums import ORDER
from showcause.cli.streams import SUBSTITUTES, complain, forgiving
from showcause.cli.terminal import Terminal
from showcause.cli.words import (
    GLUE,
    bare,
    bare_range,
    day_lines,
    day_words,
    glued,
    line,
    money_range,
    plural,
    short_day,
    unglued,
)
from showcause.neutral import neutral
from showcause.pictures.bands import BANDS

D = date(2022, 10, 18)


def terminal(width=80):
    return Terminal(io.StringIO(), width=width)


def shown(*parts, width=80):
    made = terminal(width)
    made.show(*parts)
    return made.file.getvalue()


class TestNeutral:
    @given(st.text())
    def test_gives_text_that_can_be_printed_and_nothing_else(self, text):
        assert neutral(text).isprintable()

    @given(st.text(st.characters(categories=["L", "N", "P", "S"])))
    def test_leaves_what_can_be_printed(self, text):
        if text.isprintable():
            assert neutral(text) is text

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("\x1b[31m", r"\x1b[31m"),
            ("a\u202eb", r"a\u202eb"),
            ("a\u00a0b\tc\nd", "a b c d"),
            ("\ud800", r"\ud800"),
            ("\U000e0041", r"\U000e0041"),
            ("naïve Ελλάδα", "naïve Ελλάδα"),
        ],
    )
    def test_escapes(self, text, told):
        assert neutral(text) == told

    @given(st.text())
    def test_twice_is_once(self, text):
        assert neutral(neutral(text)) == neutral(text)


class TestTheTerminal:
    @given(st.text(min_size=1))
    def test_writes_nothing_that_could_command_it(self, text):
        written = shown(Text(text), line(text), text)
        assert written.replace("\n", "").isprintable()

    def test_leaves_no_space_at_the_ends_of_lines(self):
        assert shown(Text("a   "), Text("b")) == "a\nb\n"

    def test_knows_whether_colours_can_carry_a_meaning(self, monkeypatch):
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm")
        assert terminal().colourful
        assert "\x1b[1m" in shown(line(("a", "title")))
        monkeypatch.setenv("NO_COLOR", "1")
        assert not terminal().colourful


class TestGlue:
    @pytest.mark.parametrize(
        "words",
        [
            "EUR 20 000 000",
            "EUR -5 200 000",
            "18 October 2022",
            "9 Feb 2023",
            "GDPR 83(5)",
            "LIL 20 III 7",
            "CJA R421-7",
        ],
    )
    def test_keeps_together(self, words):
        assert " " not in glued(words)
        assert unglued(glued(words)) == words

    @given(st.text())
    def test_is_taken_out_again(self, text):
        if GLUE not in text:
            assert unglued(glued(text)) == text

    def test_of_a_hostile_text_is_no_space(self):
        assert line(f"a{GLUE}b").plain == r"a\ue000b"

    def test_breaks_lines_elsewhere(self):
        told = shown(line("a fine of EUR 20 000 000 is due"), width=20)
        assert told == "a fine of\nEUR 20 000 000 is\ndue\n"


class TestDays:
    def test_are_eleven_characters_wide(self):
        assert short_day(date(2022, 5, 1)) == " 1 May 2022"
        assert short_day(D) == "18 Oct 2022"

    @pytest.mark.parametrize(
        ("day", "told"),
        [
            (Day.on(D), " 18 Oct 2022"),
            (Day.on(D, inferred=True), "≈18 Oct 2022"),
            (Day(D, date(2022, 12, 1)), " 18 Oct 2022\n\u2013 1 Dec 2022"),
            (Day(D, None), " 18 Oct 2022\n    or later"),
            (Day(None, D), "            \n\u201318 Oct 2022"),
            (Day(None, None), "day unknown"),
        ],
    )
    def test_in_a_column(self, day, told):
        assert day_lines(day).plain == told

    @pytest.mark.parametrize(
        ("day", "told"),
        [
            (Day.on(D), "18 Oct 2022"),
            (Day(D, date(2022, 12, 1)), "18 Oct 2022 to 1 Dec 2022"),
            (Day(D, None), "18 Oct 2022 or later"),
            (Day(None, D), "18 Oct 2022 at the latest"),
            (Day(None, None), "a day that is not known"),
        ],
    )
    def test_in_a_sentence(self, day, told):
        assert day_words(day) == told


class TestSums:
    def test_stand_without_their_currency_below_a_heading(self):
        one, two = Money.parse("EUR 1 000"), Money.parse("EUR 2 000")
        assert bare(one) == "1 000"
        assert bare_range(MoneyRange(one, one)) == "1 000"
        assert bare_range(MoneyRange(one, two)) == "1 000..2 000"
        assert bare_range(MoneyRange(one, None)) == "1 000.."
        assert bare_range(MoneyRange(None, None)) == ".."

    def test_between_a_floor_and_a_ceiling(self):
        one, two = Money.parse("EUR 1 000"), Money.parse("EUR 2 000")
        assert money_range(one, one) == "EUR 1 000"
        assert money_range(one, two) == "EUR 1 000 to 2 000"
        assert money_range(one, None) == "EUR 1 000 or more, no known ceiling"

    def test_have_every_figure_in_their_table(self):
        assert {*ORDER, "at_stake"} == set(FIGURES)

    def test_have_a_number_and_a_noun(self):
        assert plural(1, "day") == "1 day"
        assert plural(2, "day") == "2 days"


class TestStreams:
    @pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
    def test_write_one_character_for_each(self, encoding):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
        forgiving(stream)
        text = "".join(SUBSTITUTES) + "é Ω 漢 \ufdfa"
        stream.write(text)
        stream.flush()
        assert len(stream.buffer.getvalue().decode(encoding)) == len(text)

    def test_that_are_utf_8_are_left_alone(self):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        forgiving(stream)
        assert stream.errors == "strict"

    def test_that_cannot_be_changed_are_left_alone(self):
        stream = io.StringIO()
        forgiving(stream)
        stream.write("✓")
        assert stream.getvalue() == "✓"

    def test_do_not_hide_other_errors(self):
        forgiving(io.StringIO())
        with pytest.raises(UnicodeDecodeError):
            codecs.lookup_error("showcause")(UnicodeDecodeError("ascii", b"\xff", 0, 1, "no"))

    def test_tell_complaints_safely(self, capsys):
        complain(["one", "\x1b[31mtwo"])
        assert capsys.readouterr().err == "showcause: one\nshowcause: \\x1b[31mtwo\n"


class TestTheChart:
    STACK = (
        (0, 2_000_000_000, 0, 0, 0, 0),
        (500_000_000, 1_000_000_000, 500_000_000, 0, 0, 0),
        (0, 0, 0, 300_000_000, 1_000_000_000, 0),
        (0, 0, 0, 0, 0, 1_500_000_000),
        (1, 1, 0, 0, 0, 0),
        (0, 0, 0, 0, 0, 0),
    )

    def drawn(self, *, colourful, stack=STACK):
        first, last = date(2022, 1, 1), date(2022, 6, 30)
        return shown(chart(stack, "EUR", first, last, colourful=colourful))

    def test_has_a_scale_a_foot_and_its_last_day(self):
        rows = self.drawn(colourful=False, stack=self.STACK * 10).splitlines()
        assert rows[0].startswith("    20 M ┤")
        assert rows[-2].startswith("       0 └──")
        assert rows[-1].endswith("30 Jun 2022")
        assert "2022" in rows[-1].removesuffix("30 Jun 2022")

    def test_has_a_shade_for_each_band_without_colour(self):
        drawn = self.drawn(colourful=False)
        for band in BANDS:
            assert band.shade in drawn

    def test_draws_solid_bands_as_blocks_with_colour(self):
        drawn = self.drawn(colourful=True)
        assert "▓" not in drawn
        assert "█" in drawn
        assert "░" in drawn

    def test_shows_the_smallest_sum(self):
        assert "▁" in self.drawn(
            colourful=False, stack=[(0, 1, 0, 0, 0, 0), (0, 10**9, 0, 0, 0, 0)]
        )

    def test_of_a_single_day_is_drawn(self):
        first = date(2022, 1, 1)
        assert "1 Jan 2022" in shown(chart(self.STACK, "EUR", first, first, colourful=False))

    def test_has_a_legend_of_what_it_shows(self):
        told = shown(legend(self.STACK[:1], colourful=False))
        assert told.split() == ["█", "due"]

    def test_marks_the_figures_that_have_a_band(self):
        assert swatch("imposed", colourful=True).plain == " "
        assert swatch("due", colourful=True).plain == "█"
        assert swatch("not_due", colourful=True).plain == "█"
        assert swatch("not_due", colourful=False).plain == "▓"
        assert swatch("accruing", colourful=True).plain == "░"
