"""Strategies for the values of the law: sums, days, stretches of days, periods, parties."""

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from domain.calendars import Calendar, EventDay, MonthsEnd, RestDayRule, TimeRule
from domain.days import Span
from domain.deadlines import Deadline, DelayCounting, deadline, fixed_deadline
from domain.money import Money, Part, Per, Rate
from domain.periods import APPEAL_END, MOMENTS, Period, TimeLimit, Unit
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.entries import Conduct, Party, PenaltyRun
from domain.proceeding.messages import Allegations
from domain.rulebook.provisions import covered
from domain.rulebook.rulebook import Rulebook

FIRST, LAST = date(2019, 6, 1), date(2024, 12, 31)
"""Where proceedings begin: after every shipped rule, and well before the calendars end."""

LAST_DAY = date(2027, 12, 31)
"""The last day on which anything happens, so that a long period still ends within a calendar."""

CURRENCIES = ("EUR", "USD", "JPY")
WORDS = ("faceprints", "stop", "delete the data", "as ordered", "")
ADDRESSEES = ("alpha", "beta", "gamma")
COURT = Party(key="court-1", role="court")
COMPLAINANT = Party(key="complainant", role="complainant")
SUCCESSOR = Party(key="successor", role="third party", country="FR")
COOPERATING = (
    Party(key="other-1", role="other authority", country="IE"),
    Party(key="other-2", role="other authority", country="DE"),
    Party(key="edpb", role="board"),
)
KINDS = ("undertaking", "sme", "public body", "state", "person", "")
COUNTRIES = ("FR", "IT", "GR", "US", "")
_PIECE = 3


def days(first: date = FIRST, last: date = LAST) -> SearchStrategy[date]:
    """Days within the years that every shipped calendar knows, unless told otherwise."""
    return st.dates(first, last)


def moneys(
    currency: str = "EUR", *, at_least: int = 1, at_most: int = 10**13
) -> SearchStrategy[Money]:
    """Sums in minor units, both bounds inside and both of them drawn often."""
    most = max(at_least, at_most)
    minor = st.integers(at_least, most) | st.sampled_from((at_least, most))
    return st.builds(Money, minor, st.just(currency))


def spans(first: date = FIRST, last: date = LAST) -> SearchStrategy[Span]:
    """Stretches of days within two days, a single day included."""
    pairs = st.tuples(st.dates(first, last), st.dates(first, last))
    return pairs.map(lambda pair: Span(min(pair), max(pair)))


def periods(*, at_least: int = 0) -> SearchStrategy[Period]:
    """Periods of up to about a year that span at least so many days."""
    small = st.builds(
        Period,
        st.integers(at_least, at_least + 60),
        st.sampled_from((Unit.DAYS, Unit.WORKING_DAYS)),
    )
    months = st.builds(Period, st.integers(-(-at_least // 28), 12), st.just(Unit.MONTHS))
    return small | months if at_least <= 12 * 28 else small


def time_limits(
    *,
    at_least: int = 0,
    first: date = FIRST,
    last: date = LAST,
    falling: bool = False,
    appeal_end: bool = True,
) -> SearchStrategy[TimeLimit]:
    """Time limits as an act says them: a period of at least so many days, a day, or at once.

    `falling` draws those too that fall away on an appeal; `appeal_end` those from its end.
    """
    running = st.builds(
        TimeLimit,
        periods(at_least=at_least),
        st.sampled_from([one for one in MOMENTS if appeal_end or one != APPEAL_END]),
        from_next_day=st.booleans(),
        unless_appealed=st.booleans() if falling else st.just(False),  # noqa: FBT003 - a value
    )
    limits = running | st.builds(TimeLimit, st.none(), by=st.dates(first, last))
    return limits if at_least else limits | st.builds(TimeLimit, st.none())


def rates(
    currency: str = "EUR", *, at_most: int = 10**8, per: tuple[Per, ...] = tuple(Per)
) -> SearchStrategy[Rate]:
    """Rates of a periodic penalty above zero, in one of these units, started, whole or untold."""
    parts = st.sampled_from((None, None, *Part))
    return st.builds(Rate, moneys(currency, at_most=at_most), st.sampled_from(per), parts)


def penalty_runs(starts: tuple[str, ...] = ("",)) -> SearchStrategy[PenaltyRun]:
    """Ways in which a penalty runs; most run once, from the due day, without an end."""
    plain = st.just(PenaltyRun())
    last = st.none() | st.dates(LAST, day_after(LAST, 365))
    told = st.builds(
        PenaltyRun,
        times=st.integers(1, 4),
        times_what=st.just("websites"),
        starts=st.sampled_from(starts),
        from_day=st.none() | st.dates(FIRST, LAST),
        until=last,
    )
    return plain | plain | told


def countings() -> SearchStrategy[DelayCounting]:
    """The four ways of counting the first and the last day of delay."""
    return st.builds(DelayCounting, st.sampled_from(EventDay), st.sampled_from(EventDay))


def time_rules() -> SearchStrategy[TimeRule]:
    """Ways of counting periods: every rule for the last day, up to six days of rest a week."""
    return st.builds(
        TimeRule,
        st.just("drawn"),
        st.sampled_from(EventDay),
        st.sampled_from(MonthsEnd),
        st.sampled_from(RestDayRule),
        st.frozensets(st.integers(0, 6), max_size=6),
    )


def calendars() -> SearchStrategy[Calendar]:
    """Calendars of the years in which proceedings are drawn, with a few holidays."""
    first, last = date(FIRST.year - 1, 1, 1), date(LAST_DAY.year + 9, 12, 31)
    holidays = st.dictionaries(st.dates(FIRST, LAST), st.just("holiday"), max_size=8)
    return st.builds(Calendar, st.just("drawn"), st.just(first), st.just(last), holidays)


def deadlines() -> SearchStrategy[Deadline]:
    """Deadlines with the steps that really lead to them."""
    counted = st.builds(deadline, periods(), days(), time_rules(), calendars())
    return counted | days().map(fixed_deadline)


def provisions(law: Rulebook, on: date) -> tuple[str, ...]:
    """Provisions whose breach can be charged that day: listed ones, both ends of each range, parts.

    Empty where the rulebook knows no maximum at all.
    """
    listed = [one for rule in law.maxima(on) for one in rule.provisions]
    single = [article for one in listed for article in _articles(one)]
    parts = [f"{article}(1)(a)" for article in single[:_PIECE]]
    return tuple(one for one in dict.fromkeys((*single, *parts)) if covered(tuple(listed), one))


def _articles(listed: str) -> tuple[str, ...]:
    """The two ends of a listed range of articles; a single one is itself."""
    instrument, _, articles = listed.partition(" ")
    first, dash, last = articles.partition("-")
    return (f"{instrument} {first}", f"{instrument} {last}") if dash else (listed,)


def allegations(
    conducts: tuple[str, ...], chargeable: tuple[str, ...], *, at_least: int = 1
) -> SearchStrategy[Allegations]:
    """Provisions by conduct, each conduct once, with one to three provisions."""
    if not conducts or not chargeable:
        return st.just(()) if at_least == 0 else st.nothing()
    named = st.lists(st.sampled_from(chargeable), min_size=1, max_size=_PIECE, unique=True).map(
        tuple
    )
    chosen = st.lists(st.sampled_from(conducts), min_size=at_least, max_size=2, unique=True)
    return chosen.flatmap(lambda keys: st.tuples(*(st.tuples(st.just(key), named) for key in keys)))


def parties(*, addressees: int = 2, everybody: bool = False) -> SearchStrategy[tuple[Party, ...]]:
    """An authority and one addressee or more; with `everybody`, all who can act besides.

    Else there is perhaps a complainant, a court, a successor, seldom other authorities.
    """
    authority = Party(key="watchdog", role="authority", country="FR")
    keys = st.integers(1, addressees).map(lambda count: ADDRESSEES[:count])
    charged = keys.flatmap(lambda names: st.tuples(*(_addressee(name) for name in names)))
    if everybody:
        others = (COMPLAINANT, COURT, *COOPERATING, SUCCESSOR)
        return charged.map(lambda some: (authority, *some, *others))
    either = (st.sampled_from(((), (one,))) for one in (COMPLAINANT, COURT, SUCCESSOR))
    # Seldom, for a draft that is objected to keeps the authority from deciding.
    far = st.sampled_from(((),) * 4 + (COOPERATING,))
    return st.tuples(charged, *either, far).map(
        lambda groups: (authority, *(party for group in groups for party in group))
    )


def _addressee(key: str) -> SearchStrategy[Party]:
    # An undertaking three times out of four: about others the law of turnover says nothing.
    kinds = st.sampled_from(("undertaking",) * 12 + KINDS)
    return st.builds(
        Party,
        key=st.just(key),
        role=st.just("addressee"),
        kind=kinds,
        country=st.sampled_from(COUNTRIES),
        undertaking=st.sampled_from(("", "", "group")),
        main_establishment=st.sampled_from(("", "", "", "none", "FR", "IE")),
        acting_as=st.sampled_from(("", "", "", "undertaking")),
    )


def conducts() -> SearchStrategy[tuple[Conduct, ...]]:
    """One conduct, or two that are not linked."""
    return st.integers(1, 2).map(lambda n: tuple(Conduct(key=f"conduct-{k}") for k in range(n)))


def registrations(
    on: SearchStrategy[date] | None = None, *, addressees: int = 2, everybody: bool = False
) -> SearchStrategy[RegisterProceeding]:
    """Proceedings to begin with, each with an authority, addressees and conducts."""
    return st.builds(
        RegisterProceeding,
        on=days() if on is None else on,
        proceeding=st.just("drawn"),
        parties=parties(addressees=addressees, everybody=everybody),
        conducts=conducts(),
    )


def day_after(day: date, count: int = 1) -> date:
    """A day so many days later."""
    return day + timedelta(days=count)
