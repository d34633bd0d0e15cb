"""Writes the calendars of the rulebooks from the `holidays` package: python make_calendars.py."""

from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

import attrs
import holidays

CALENDARS = Path(__file__).parents[3] / "domain" / "rulebook" / "data" / "calendars"
FIRST_YEAR, LAST_YEAR = 2015, 2030


@attrs.frozen
class Source:
    """Which of the package's lists is a country's calendar, and in which language it is named."""

    of: str
    language: str
    subdivision: str | None = None
    categories: tuple[str, ...] = ("public",)


SOURCES: Mapping[str, Source] = {
    "AT": Source("the days that Austria keeps as a whole", "de"),
    # the two languages of the country stand in the package one at a time
    "BE": Source("Belgium, under their Dutch names", "nl"),
    "DE": Source("the days that all of Germany keeps", "de"),
    "DK": Source("Denmark", "da"),
    "EE": Source("Estonia", "et"),
    "ES": Source("the days that Spain keeps as a whole", "es"),
    # the eves of midsummer and of Christmas stand among the public days of the package
    "FI": Source("Finland, the eves of midsummer and of Christmas included", "fi"),
    "FR": Source("France", "fr"),
    # the list of the whole kingdom leaves out what only a part of it keeps, as Easter Monday
    "GB": Source("England and Wales, substitute days included", "en_GB", subdivision="ENG"),
    "GR": Source("Greece", "el"),
    # a holiday that falls on a weekend has no substitute day here
    "IE": Source("Ireland", "en_IE"),
    "IT": Source("Italy", "it_IT"),
    "LU": Source("Luxembourg", "lb"),
    # 5 May is optional in the package, because employers choose; that periods count it is memory
    "NL": Source(
        "the Netherlands, 5 May of every year included", "nl", None, ("public", "optional")
    ),
    "NO": Source("Norway", "no"),
    "PL": Source("Poland", "pl"),
    # what is only usual, as the eve of midsummer, is another list of the package
    "SE": Source("Sweden, Sundays that are no holiday left out", "sv"),
}


def days(country: str) -> dict[date, str]:
    """Every holiday of the years shipped, in the order of days, in the country's language."""
    source = SOURCES[country]
    found = holidays.country_holidays(
        country,
        subdiv=source.subdivision,
        years=range(FIRST_YEAR, LAST_YEAR + 1),
        language=source.language,
        categories=source.categories,
    )
    return dict(sorted(found.items()))


def scalar(text: str) -> str:
    """The text as YAML: quoted where a plain scalar would be read as something else."""
    plain = text[0].isalpha() and ": " not in text and " #" not in text and text[-1] not in ": "
    return text if plain else "'" + text.replace("'", "''") + "'"


def rendered(country: str) -> str:
    """The file of one country, whole."""
    lines = [
        f"# Public holidays: {SOURCES[country].of}.",
        "# Made by tests/domain/rulebook/make_calendars.py; a change by hand fails its test.",
        f"calendar: {country}",
        f"made_from: holidays {version('holidays')}",
        f"years: {FIRST_YEAR}..{LAST_YEAR}",
        "days:",
        *(f"  {day}: {scalar(name)}" for day, name in days(country).items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Writes every calendar and says which."""
    for country in SOURCES:
        path = CALENDARS / f"{country}.yaml"
        path.write_text(rendered(country), encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(days(country))} days")


if __name__ == "__main__":
    main()
