"""How a scenario file is read: the values that it may hold, and how rows and measures are told."""

from __future__ import annotations

from domain.days import Day
from domain.money import MoneyRange
from domain.rulebook.loading import scalar_reader
from domain.rulebook.reader import Reader
from domain.rulebook.schema import json_schema
from scenarios.measures import MEASURE_CLASSES, AnyMeasureRow, Times
from scenarios.model import Matter, Scenario
from scenarios.moments import When, parse_when
from scenarios.rows import ROW_CLASSES, Row
from scenarios.sums import Amount, Result, Year, parse_amount, parse_year
from scenarios.words import (
    Count,
    Ident,
    Provision,
    SourceKey,
    parse_ident,
    parse_provision,
    parse_source_key,
)

__all__ = ["matter_schema", "scenario_reader", "scenario_schema"]


def scenario_reader() -> Reader:
    """A fresh reader for one file; it gathers the mistakes and remembers the places."""
    reader = scalar_reader()
    reader.scalar(When, parse_when)
    reader.scalar(Amount, parse_amount)
    reader.scalar(Result, Result.parse)
    reader.scalar(Year, parse_year)
    reader.scalar(Count, Count.parse)
    reader.scalar(Times, Times.parse)
    reader.scalar(Ident, parse_ident)
    reader.scalar(SourceKey, parse_source_key)
    reader.scalar(Provision, parse_provision)
    reader.tag(Row, key="act", classes=ROW_CLASSES)
    reader.tag(AnyMeasureRow, key="measure", classes=MEASURE_CLASSES)
    _describe(reader)
    return reader


def _describe(reader: Reader) -> None:
    reader.describe(
        When,
        description="A day: exact, partial, a range, inferred, unknown, or seen from a point",
        examples=(
            "2022-10-17",
            "2022-10",
            "2022-01-26..2022-02-16",
            "2022-10-18 (inferred)",
            "unknown",
            "5 days after notice.due",
            "4 days later",
        ),
    )
    reader.describe(Day, description="A day or the days of both readings", examples=("2022-12-19",))
    reader.describe(
        Amount,
        description="A sum, or a part of what the law allows at most",
        examples=("EUR 20 000 000", "EUR 30 000 000..50 000 000", "maximum", "80 % of maximum"),
    )
    reader.describe(
        MoneyRange,
        description="A sum, or floor and ceiling; an open ceiling ends in two dots",
        examples=("EUR 0", "EUR 20 000 000..", "EUR 0..5 000 000"),
    )
    reader.describe(
        Result,
        description="What a judgment makes of a thing",
        examples=("upheld", "annulled", "set aside", "set to EUR 900 000"),
    )
    reader.describe(Provision, description="One provision", examples=("GDPR 6", "GDPR 5(1)(a)"))
    reader.describe(
        Ident,
        pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$",
        description="A name in small letters, digits and hyphens",
    )
    reader.describe(Year, pattern="^[0-9]{4}$", description="A financial year")
    reader.describe(Times, description="How many times it runs", examples=("4 websites",))
    reader.describe(Count, description="A number of days", examples=("52", "50..52"))


def scenario_schema() -> dict[str, object]:
    """The JSON Schema of a scenario, for editors; the loader has the last word."""
    reader = scenario_reader()
    return json_schema(
        Scenario, reader, title="Showcause scenario", identifier="scenario.schema.json"
    )


def matter_schema() -> dict[str, object]:
    """The JSON Schema of a matter."""
    reader = scenario_reader()
    return json_schema(Matter, reader, title="Showcause matter", identifier="matter.schema.json")
