"""Generated rulebooks: a small law of an invented authority over the GDPR, part by part."""

from collections.abc import Iterator

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.rulebook.loading import compose_text
from domain.rulebook.rulebook import Rulebook

LENGTHS = (
    "1 day",
    "10 days",
    "5 working days",
    "3 weeks",
    "1 month",
    "2 months",
    "1 month and 1 day",
)

CONDITIONS = (
    "",
    "{not_in: closed}",
    "{after: charges}",
    "{after_end_of: answer}",
    "{not_yet: decision}",
    "{states: it is called for}",
    "{party: addressee, is_not: state}",
)
ACTORS = ("authority", "board", "chair")


UNITS = ("day", "week", "2 weeks", "month", "missed deadline")
STARTS = ("day after the order falls due", "non-compliance notice", "day it names")
STOPS = ("compliance shown", "order lifted")
PARTS = ("1 %", "20 %", "1/3")
SMALL = "{limit: fine.amount, at_most: EUR 20 000}, {limit: penalty.rate, at_most: EUR 100 per day}"
PROCEDURES = (
    "",
    f"simplified decision: may: [order, fine], publication: never, limits: [{SMALL}]",
    "urgent decision: may: [order, ban, penalty], limits: [{limit: ban.length, at_most: 3 months}]",
)
"""Decisions in another procedure: the procedure and, after a colon, what such a decision may."""


@st.composite
def generated(draw: DrawFn) -> Rulebook:
    """A law of an invented authority over the GDPR: who, after what, how long, how much.

    It has acts and penalties of every kind that some country has: other procedures, reductions,
    a lapse, confirmation, costs, each unit, owed by law or by liquidation.
    """
    word = st.sampled_from
    lines = [
        "rulebook: generated",
        "title: Generated",
        "extends: [eu-gdpr]",
        "country: FR",
        "instruments: {GEN: Generated law}",
        "currency: EUR",
        "time_rule: union periods",
        "calendar: FR",
        "organs: {board: {local: board}, chair: {local: chair}}",
        "acts:",
    ]
    lines += [
        _act(act, draw(word(ACTORS)), draw(word(CONDITIONS)), draw(_labels()))
        for act in ("opening", "formal notice", "charges", "hearing", "decision")
    ]
    for act in ("liquidation proposal", "liquidation"):
        lines.append(_act(act, "board", draw(word(LIQUIDATED)), draw(_labels()), LIMIT))
    lines.append(_act("appeal", "addressee", "{before_end_of: appeal}", draw(_labels()), SUSPENDS))
    lines += [
        _act("notice closure", "chair", "", CHECKED),
        _act("change of procedure", "chair", "{not_in: closed}", CHECKED),
        _act("acknowledgment", "addressee", "{before_end_of: answer}", draw(_labels())),
        _act("confirmation", "court", "", CHECKED),
        _act("decision against a lapse", "board", "{not_in: lapsed}", CHECKED, "act: decision, "),
    ]
    lines += _procedure(draw(word(PROCEDURES)))
    lines.append("periods:")
    for name, start in (("answer", "charges"), ("appeal", "decision"), ("payment", "decision")):
        lines.append(_period(name, f"{start}.notified", draw(word(LENGTHS)), draw(_labels())))
    lapse = "runs_for: authority, extended_by: nobody, when_it_ends: {closes: proceeding}, "
    lines.append(_period("lapse", "charges", "12 months", CHECKED, lapse))
    lines += _measures(draw(word(("", "payable: after confirmation, "))))
    lines += draw(_penalty())
    lines += _reductions(draw(word(PARTS)), draw(word(PARTS)))
    text = "\n".join(lines)
    note(text)
    return compose_text(f"{text}\n", "generated.yaml")


LIMIT = "limits: [{limit: amount, at_most: rate times days of delay}], "
SUSPENDS = "suspends: [fine], "
LIQUIDATED = ("", "{status: {order: overdue}}")
CHECKED = "confidence: verified, read_in: GEN"


def _labels() -> SearchStrategy[str]:
    """A rule that was checked binds; one from memory only warns."""
    return st.sampled_from((CHECKED, CHECKED, CHECKED, "confidence: memory"))


def _act(act: str, by: str, requires: str, labels: str, more: str = "") -> str:
    asked = f"requires: [{requires}], " if requires else ""
    return f"  {act}: [{{since: ..2018-05-25, by: {by}, {asked}{more}cite: GEN 1, {labels}}}]"


def _procedure(words: str) -> Iterator[str]:
    """A decision in another procedure, if there is one."""
    if words:
        name, _, may = words.partition(": ")
        when = f"act: decision, when: {{procedure: {name.split()[0]}}}, {may}, "
        yield _act(name, "chair", "", CHECKED, when)


def _period(name: str, start: str, length: str, labels: str, more: str = "") -> str:
    said = "answered_by: representations, " if name == "answer" else more
    head = f"{{since: ..2018-05-25, length: {length}, from: {start}, {said}"
    return f"  {name}: [{head}cite: GEN 2, {labels}}}]"


def _measures(payable: str) -> tuple[str, ...]:
    """Fines, perhaps payable only once confirmed; costs; and all that a penalty can be about."""
    labels = f"cite: GEN 3, {CHECKED}"
    costs = "limits: [{limit: amount, at_most: {share: 10 %, of: the fine}}], "
    return (
        "measures:",
        f"  fine: [{{since: ..2018-05-25, requires: [{{holds: charged}}], {payable}{labels}}}]",
        f"  costs: [{{since: ..2018-05-25, {costs}{labels}}}]",
        f"  order: [{{since: ..2018-05-25, penalty: daily, {labels}}}]",
        f"  penalty: [{{since: ..2018-05-25, penalty: daily, {labels}}}]",
        f"  penalty warning: [{{since: ..2018-05-25, penalty: daily, {labels}}}]",
        f"  publication: [{{since: ..2018-05-25, {labels}}}]",
    )


@st.composite
def _penalty(draw: DrawFn) -> list[str]:
    """A periodic penalty: its units, its rate, its first and last day, and how it crystallises."""
    word = st.sampled_from
    units = draw(st.lists(word(UNITS), min_size=1, max_size=3, unique=True))
    most = f"EUR {draw(word(('1', '1 000', '500 000.50')))} per {units[0]}"
    limits = f"[{{limit: rate, at_most: {most}}}]" if len(units) == 1 else "[]"
    first, last = (draw(word(("counted", "not counted"))) for _ in range(2))
    whole = draw(word(("started", "whole")))
    stops = draw(st.lists(word(STOPS), max_size=2, unique=True))
    again = draw(word(("for later days", "no")))
    by_decision = (
        "crystallises: by liquidation",
        f"liquidation: {{by: board, amount: rate times days or less, repeated: {again}}}",
    )
    by_law = ("crystallises: by law", f"forfeiture: {{pay_within: {draw(word(PAY_WITHIN))}}}")
    ways = (by_decision,) if "missed deadline" in units else (by_decision, by_law)
    head = f"first_day: {first}, last_day: {last}, units: {whole}"
    said = (
        "since: ..2018-05-25",
        f"attached_to: [{', '.join(draw(word((('order',), ('order', 'ban')))))}]",
        f"per: [{', '.join(units)}]",
        f"limits: {limits}",
        f"starts: {draw(word((STARTS[0], *STARTS)))}",
        f"counting: {{{head}, kind: model}}",
        f"stops: [{', '.join(stops)}]",
        *draw(word(ways)),
        "cite: GEN 3",
        "confidence: verified",
        "read_in: GEN",
    )
    first_line, *others = said
    listed = (f"    - {first_line}", *(f"      {line}" for line in others))
    return ["periodic_penalties:", "  daily:", *listed]


PAY_WITHIN = ("6 weeks", "10 days", "1 month")


def _reductions(acknowledged: str, early: str) -> tuple[str, ...]:
    """What an acknowledgment and a payment take off what is proposed, and early pay off a fine."""
    labels = f"cite: GEN 4, {CHECKED}"
    waives = "requires: [{not_yet: decision}, {waives: administrative appeal}], "
    head = "since: ..2018-05-25, share"
    proposed = "of: proposed sum, "
    earned = "earned_by: acknowledgment, requires: [{before_end_of: answer}], "
    soon = "requires: [{before_end_of: payment}], "
    return (
        "reductions:",
        f"  acknowledgment: [{{{head}: {acknowledged}, {proposed}{earned}{labels}}}]",
        f"  voluntary payment: [{{{head}: {early}, {proposed}{waives}{labels}}}]",
        f"  early payment: [{{{head}: {early}, of: imposed sum, {soon}{labels}}}]",
    )
