"""The shipped calendars hold what their source says, and the days that proceedings turned on."""

import runpy
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

CALENDARS = Path(__file__).parents[3] / "domain" / "rulebook" / "data" / "calendars"
COUNTRIES = tuple("AT BE DE DK EE ES FI FR GB GR IE IT LU NL NO PL SE".split())


@cache
def shipped(country):
    return yaml.safe_load((CALENDARS / f"{country}.yaml").read_text(encoding="utf-8"))


def days(country):
    return shipped(country)["days"]


def weekday_holidays(country, year):
    return {day for day in days(country) if day.year == year and day.weekday() < 5}


@pytest.fixture(scope="module")
def maker():
    made_from = {shipped(country)["made_from"] for country in COUNTRIES}
    installed = f"holidays {version('holidays')}"
    if made_from != {installed}:
        pytest.skip(f"the calendars are made from {made_from}, installed is {installed}")
    return runpy.run_path(str(Path(__file__).with_name("make_calendars.py")))


class TestShippedCalendars:
    def test_are_one_file_for_each_country_and_no_other(self):
        assert {path.stem for path in CALENDARS.glob("*")} == set(COUNTRIES)

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_are_what_their_source_gives(self, country, maker):
        path = CALENDARS / f"{country}.yaml"
        assert path.read_text(encoding="utf-8") == maker["rendered"](country)

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_list_days_in_order_inside_their_years(self, country):
        first, last = map(int, shipped(country)["years"].split(".."))
        listed = list(days(country))
        assert listed == sorted(set(listed))
        assert {day.year for day in listed} == set(range(first, last + 1))

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_name_every_day(self, country):
        assert all(isinstance(name, str) and name.strip() for name in days(country).values())


class TestDaysThatMatter:
    def test_france_rests_on_all_saints_and_works_on_the_clearview_monday(self):
        assert days("FR")[date(2022, 11, 1)] == "Toussaint"
        assert date(2022, 12, 19) not in days("FR")

    def test_great_britain_moves_a_holiday_on_a_weekend_to_the_next_free_weekday(self):
        assert weekday_holidays("GB", 2021) >= {date(2021, 12, 27), date(2021, 12, 28)}
        assert weekday_holidays("GB", 2022) >= {date(2022, 1, 3), date(2022, 12, 27)}

    def test_great_britain_knows_the_days_of_one_year_only(self):
        moved_for_the_jubilee = {date(2022, 6, 2), date(2022, 6, 3)}
        assert weekday_holidays("GB", 2022) >= {*moved_for_the_jubilee, date(2022, 9, 19)}
        assert date(2022, 5, 30) not in days("GB")
        assert date(2023, 5, 8) in days("GB")
        assert date(2020, 5, 8) in days("GB")
        assert date(2020, 5, 4) not in days("GB")

    def test_great_britain_is_england_with_easter_monday_and_the_end_of_august(self):
        assert weekday_holidays("GB", 2022) >= {date(2022, 4, 18), date(2022, 8, 29)}

    def test_ireland_moves_no_holiday_from_a_weekend(self):
        assert weekday_holidays("IE", 2021) & {date(2021, 12, 27), date(2021, 12, 28)} == set()
        assert date(2022, 1, 3) not in days("IE")

    def test_ireland_keeps_saint_brigid_from_2023_on_a_monday_or_on_friday_the_first(self):
        kept = [day for day, name in days("IE").items() if name == "Saint Brigid's Day"]
        assert kept[0] == date(2023, 2, 6)
        assert kept[-1] == date(2030, 2, 1)
        assert {day.weekday() for day in kept} == {0, 4}

    def test_greece_keeps_the_orthodox_easter(self):
        orthodox_easter = date(2022, 4, 24)
        assert orthodox_easter - timedelta(days=2) in days("GR")
        assert orthodox_easter + timedelta(days=1) in days("GR")

    def test_the_netherlands_list_liberation_day_in_every_year(self):
        assert all(date(year, 5, 5) in days("NL") for year in range(2015, 2031))

    def test_italy_keeps_saint_francis_from_2026(self):
        assert date(2025, 10, 4) not in days("IT")
        assert date(2026, 10, 4) in days("IT")

    def test_austria_rests_on_its_national_day(self):
        assert days("AT")[date(2022, 10, 26)] == "Nationalfeiertag"

    def test_germany_lists_only_what_every_land_keeps(self):
        assert date(2020, 10, 3) in days("DE")
        # Corpus Christi is kept in some of them
        assert date(2020, 6, 11) not in days("DE")

    def test_belgium_keeps_the_armistice_but_not_saint_stephen(self):
        assert date(2024, 11, 11) in days("BE")
        assert date(2024, 12, 26) not in days("BE")

    def test_denmark_keeps_the_day_of_prayer_for_the_last_time_in_2023(self):
        prayed = [day for day, name in days("DK").items() if "bededag" in name]
        assert prayed[-1] == date(2023, 5, 5)

    def test_finland_lists_the_eve_of_midsummer(self):
        assert date(2022, 6, 24) in days("FI")

    def test_luxembourg_keeps_the_day_of_europe_from_2019(self):
        kept = [day for day in days("LU") if (day.month, day.day) == (5, 9)]
        assert kept[0] == date(2019, 5, 9)

    def test_norway_keeps_the_thursday_before_easter_and_the_day_of_its_constitution(self):
        assert weekday_holidays("NO", 2023) >= {date(2023, 4, 6), date(2023, 5, 17)}

    def test_poland_keeps_corpus_christi_on_a_thursday(self):
        assert weekday_holidays("PL", 2022) >= {date(2022, 6, 16), date(2022, 11, 11)}

    def test_poland_keeps_christmas_eve_from_2025(self):
        assert date(2024, 12, 24) not in days("PL")
        assert date(2025, 12, 24) in days("PL")

    def test_sweden_lists_no_plain_sunday_and_no_eve(self):
        assert date(2022, 6, 24) not in days("SE")
        assert date(2022, 3, 27) not in days("SE")

    def test_estonia_keeps_the_eve_of_christmas(self):
        assert date(2021, 12, 24) in days("EE")
