"""Working out a fine by a named method: a sum or a range with its steps, or a refusal."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from domain.errors import RuleNotFoundError
from domain.methods.circumstances import relieved
from domain.methods.conducts import Worked, work_out
from domain.methods.inputs import FineInput
from domain.methods.loading import load_method
from domain.methods.maxima import barred
from domain.methods.model import AnyMethod, AnyVersion
from domain.methods.outcomes import Calculation, MethodRefusal, Sums
from domain.methods.turnovers import check_turnover
from domain.methods.worksheet import Worksheet
from domain.money import Money
from domain.rulebook.labels import Confidence, Sourced
from domain.rulebook.loading import load_rulebook
from domain.rulebook.model import MaximumRule
from domain.rulebook.rulebook import Rulebook, in_force

__all__ = ["Outcome", "calculate", "calculate_by", "version_on"]

Outcome = Calculation | MethodRefusal


def calculate(
    name: str, given: FineInput, law: Rulebook | None = None, *, version: str = ""
) -> Outcome:
    """Work out a fine by a shipped method, in the version of that day or in the one that is named.

    The law gives the maxima; left out, it is the rulebook that the input or the method names.
    """
    return calculate_by(load_method(name), given, law, version=version)


def calculate_by(
    method: AnyMethod, given: FineInput, law: Rulebook | None = None, *, version: str = ""
) -> Outcome:
    """The same by a method of one's own; RuleNotFoundError if it has no such version."""
    chosen = _named(method, version) if version else version_on(method, given.day)
    law = law or (load_rulebook(given.law) if given.law else None)
    sheet = _sheet(method, chosen, given, law)
    _check(sheet, law)
    worked = [work_out(sheet, name, conduct) for name, conduct in given.conducts]
    done = [one for one in worked if one is not None]
    _unused(sheet)
    if sheet.defects or len(done) < len(worked):
        return _refusal(sheet)
    return _answer(sheet, done)


def version_on(method: AnyMethod, on: date) -> AnyVersion:
    """The version in force that day; else the one nearest to it, for what-ifs."""
    versions: tuple[AnyVersion, ...] = method.versions
    found: tuple[AnyVersion, ...] = in_force(versions, on)
    begun = [one for one in versions if one.certain(on)]
    return (*found[-1:], *begun[-1:], *versions[:1])[0]


def _named(method: AnyMethod, version: str) -> AnyVersion:
    for one in method.versions:
        if one.version == version:
            return one
    known = ", ".join(one.version for one in method.versions)
    raise RuleNotFoundError(f"{method.method} has no version '{version}'; there are: {known}")


def _sheet(
    method: AnyMethod, version: AnyVersion, given: FineInput, law: Rulebook | None
) -> Worksheet:
    """The maxima are those of the law, if it has any in the currency of the method."""
    own = tuple(rule for _, rules in method.maxima for rule in in_force(rules, given.day)[-1:])
    named = load_rulebook(method.law) if method.law else None
    for source in (law, named):
        maxima = () if source is None else _maxima(source, given.day, method.currency)
        if source is not None and any(rule.applies_to is None for rule in maxima):
            joint = next(iter(source.joint_maxima(given.day)), None)
            return Worksheet(method, version, given, maxima, joint)
    rules = own or tuple(rule for _, rules in method.maxima for rule in rules[:1])
    return Worksheet(method, version, given, rules, method.joint_maximum)


def _maxima(law: Rulebook, on: date, currency: str) -> tuple[MaximumRule, ...]:
    """The maxima with a fixed sum: no method knows how to begin from others.

    Those for anybody are in the currency of the method; one for a kind of addressee may be in
    another, as a national maximum that is told may.
    """
    return tuple(
        rule
        for rule in law.maxima(on)
        if rule.fixed is not None
        and (rule.applies_to is not None or rule.fixed.currency == currency)
    )


def _check(sheet: Worksheet, law: Rulebook | None) -> None:
    """What concerns the whole: the day, the addressee, the turnover."""
    method, given = sheet.method, sheet.given
    if not given.conducts:
        sheet.refuse("", "conducts", "a fine is for at least one conduct", asked="none")
    if not sheet.version.possible(given.day):
        span = f"in force {sheet.version.since} to {sheet.version.until or 'today'}"
        sheet.warn(f"{method.method} {sheet.version.version} ({span}) is applied to {given.day}")
    kind = given.addressee.kind
    if method.only_for and kind not in method.only_for and not given.addressee.is_undertaking:
        allowed = ", ".join(method.only_for)
        text = f"the method is for {allowed}, not for {kind}"
        sheet.refuse("", "addressee", text, asked=kind, limit=allowed)
    bar = None if law is None else barred(law, kind, given.day)
    if bar is not None:
        sheet.refuse("", "addressee", f"no fine against {kind}", asked=kind, source=bar)
    check_turnover(sheet)


def _unused(sheet: Worksheet) -> None:
    """A choice that no step asked for is told, never swallowed."""
    for name, conduct in sheet.given.conducts:
        choices = [*conduct.choices, *(c for _, one in conduct.infringements for c in one.choices)]
        for choice in choices:
            if choice.only in {"", sheet.method.method} and id(choice) not in sheet.used:
                sheet.warn(f"{name}: the choice of {choice.step} is not used in this calculation")


def _refusal(sheet: Worksheet) -> MethodRefusal:
    return MethodRefusal(
        method=sheet.method.method,
        version=sheet.version.version,
        defects=tuple(dict.fromkeys(sheet.defects)),
    )


def _answer(sheet: Worksheet, done: list[Worked]) -> Outcome:
    total, most = done[0].sums, done[0].most.amount
    for one in done[1:]:
        total, most = total + one.sums, most + one.most.amount
    if len(done) > 1:
        text = f"{len(done)} conducts together: {total}"
        sheet.write("sum", "", text, sums=total, chosen=total.single)
    total = relieved(sheet, total)
    total, most = _converted(sheet, total, most)
    if sheet.defects:
        return _refusal(sheet)
    label = Sourced(
        cite=sheet.version.cite,
        kind=sheet.version.kind,
        confidence=Confidence.MEMORY if sheet.from_memory else sheet.version.confidence,
    ).label
    return Calculation(
        method=sheet.method.method,
        title=sheet.method.title,
        version=sheet.version.version,
        kind=sheet.kind,
        label=label,
        fine=sheet.given.fine,
        steps=tuple(sheet.steps),
        sums=total,
        maximum=most,
        bound_by=tuple(sheet.bound_by),
        warnings=tuple(sheet.warnings),
    )


def _converted(sheet: Worksheet, total: Sums, most: Money) -> tuple[Sums, Money]:
    """The result in the currency in which the fine is imposed, at the rate that was given."""
    wanted = sheet.given.currency or total.low.currency
    if wanted == total.low.currency:
        return total, most
    rate = sheet.rate(total.low.currency, wanted, "")
    if rate is None:
        return total, most
    after = Sums(rate.convert(total.low), rate.convert(total.high))
    text = f"{total} is {after} at {rate}"
    source = evolve(sheet.source_of("conversion"), cite=rate.cite, kind=None)
    sheet.write("conversion", "", text, source=source, sums=after, chosen=after.single)
    return after, rate.convert(most)
