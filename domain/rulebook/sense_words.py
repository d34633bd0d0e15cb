"""The words and sums of a rulebook that load, and would never bind anybody as they are written."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final, TypeAlias

from domain.money import DECIMALS, Money, Rate
from domain.rulebook.closed_words import (
    ACTS,
    ADDRESSEE_KINDS,
    EFFECTS,
    MAIN_ESTABLISHMENTS,
    MEASURES,
    PROCEDURES,
    STAGES,
    STATUS_WORDS,
    WAIVABLE,
)
from domain.rulebook.conditions import InProcedure, Limit, NotIn, PartyIs, StatusIs, Waives
from domain.rulebook.countries import country_mistake
from domain.rulebook.model import (
    DutyRule,
    ExchangeRule,
    MaximumException,
    MaximumRule,
    PeriodEnd,
    PeriodRule,
    Power,
    ReductionRule,
    RulebookFile,
)
from domain.rulebook.nearest import meant_word
from domain.rulebook.reader import Reader
from domain.rulebook.sense_maxima import check_exchange, check_provisions, check_reduction
from domain.rulebook.sense_parts import missing, sourced

__all__ = ["check_words"]

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_words(file: RulebookFile, chain: Sequence[RulebookFile], reader: Reader) -> None:
    """Note every word that is outside its list, and every sum that no law can mean."""
    _head(file, reader)
    _kinds(file, reader)
    currency = next((one.currency for one in chain if one.currency), "EUR")
    for part in sourced(file):
        match part:
            case StatusIs():
                _status(part, reader)
            case NotIn() | PartyIs() | MaximumException() | Power() | InProcedure() | Waives():
                _listed(part, reader)
            case PeriodRule():
                _period(part, reader)
            case DutyRule() | MaximumRule():
                check_provisions(part, reader)
            case ReductionRule():
                check_reduction(part, reader)
            case ExchangeRule():
                check_exchange(part, currency, reader)
        for key, sum_ in _sums(part):
            if sum_.currency != currency:
                text = f"'{sum_}' is in another currency than the rulebook, {currency}"
                reader.note_at(part, text, f"write it in {currency}", at=(key,))


def _head(file: RulebookFile, reader: Reader) -> None:
    _name(file, reader)
    if file.country and (wrong := country_mistake(file.country)):
        reader.note_at(file, *wrong, at=("country",))
    if file.currency and file.currency not in DECIMALS:
        message = f"'{file.currency}' is no currency; currencies have three capital letters"
        hint = meant_word(file.currency, DECIMALS)
        near = hint if hint.startswith("did you mean") else "write it like EUR"
        reader.note_at(file, message, near, at=("currency",))


def _name(file: RulebookFile, reader: Reader) -> None:
    mark = reader.mark_of(file)
    stem = PurePath(mark.file).name.removesuffix(".yaml") if mark else ""
    named = mark is not None and mark.file.endswith(".yaml")
    if not _NAME.fullmatch(file.rulebook):
        message = f"'{file.rulebook}' is no name; names have small letters, digits and hyphens"
        near = re.sub(r"[^a-z0-9]+", "-", file.rulebook.lower()).strip("-")
        reader.note_at(file, message, f"write {near}" if near else "", at=("rulebook",))
    elif named and stem != file.rulebook:
        message = f"the rulebook is named '{file.rulebook}', its file '{stem}.yaml'"
        reader.note_at(file, message, "give both the same name", at=("rulebook",))


def _kinds(file: RulebookFile, reader: Reader) -> None:
    """Acts and measures that the simulator knows no room for."""
    for section, known in (("acts", ACTS), ("measures", MEASURES)):
        for name, powers in getattr(file, section):
            for power in powers:
                word = power.act or name
                if word not in known:
                    text = f"there is no {section[:-1]} '{word}' in this simulator"
                    at = ("act",) if power.act else ()
                    missing(reader, power, text, word, known, at=at)


_Listed: TypeAlias = NotIn | PartyIs | MaximumException | Power | InProcedure | Waives | PeriodRule


def _listed(part: _Listed, reader: Reader) -> None:
    for at, word, known in _words(part):
        if word and word not in known:
            reader.note_at(part, f"'{word}' cannot stand here", meant_word(word, known), at=at)


def _words(part: _Listed) -> Iterator[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
    """Where a word of a closed list stands, the word, and the list."""
    match part:
        case NotIn():
            yield ("not_in",), part.not_in, STAGES
        case PartyIs():
            yield ("is",), part.is_, ADDRESSEE_KINDS
            yield ("is_not",), part.is_not, ADDRESSEE_KINDS
            yield ("not_acting_as",), part.not_acting_as, ("undertaking",)
            yield ("main_establishment",), part.main_establishment, MAIN_ESTABLISHMENTS
        case MaximumException():
            yield ("is",), part.is_, ADDRESSEE_KINDS
        case InProcedure() | Waives() | PeriodRule():
            yield from _procedural(part)
        case Power():
            for place, word in enumerate(part.may):
                yield ("may", place), word, MEASURES
            for place, word in enumerate(part.is_):
                yield ("is", place), word, EFFECTS


def _procedural(
    part: InProcedure | Waives | PeriodRule,
) -> Iterator[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
    match part:
        case InProcedure():
            for place, word in enumerate(part.procedure):
                yield ("procedure", place), word, PROCEDURES
        case Waives():
            yield ("waives",), part.waives, tuple(WAIVABLE)
        case PeriodRule(when_it_ends=PeriodEnd(silence=silence)):
            yield ("when_it_ends", "silence"), silence, ("agreement",)


def _status(part: StatusIs, reader: Reader) -> None:
    for thing, word in part.status:
        if thing not in STATUS_WORDS:
            text = f"nothing has a status by the name of '{thing}'"
            missing(reader, part, text, thing, list(STATUS_WORDS), at=("status", thing))
        elif word not in STATUS_WORDS[thing]:
            text = f"'{word}' is no status of the {thing}"
            missing(reader, part, text, word, STATUS_WORDS[thing], at=("status", thing))


def _period(part: PeriodRule, reader: Reader) -> None:
    _listed(part, reader)
    word = part.answered_by
    if word and word not in ACTS:
        missing(reader, part, f"there is no act '{word}'", word, ACTS, at=("answered_by",))
    for key, length in (("length", part.length), ("abroad", part.abroad)):
        if length is not None and not length.length and not length.and_days:
            reader.note_at(
                part, f"a period of {length} is none", "write it like 1 month", at=(key,)
            )


def _sums(part: object) -> Iterator[tuple[str, Money]]:
    match part:
        case MaximumRule(fixed=Money() as fixed):
            yield "fixed", fixed
        case Limit(at_most=Money() as most):
            yield "at_most", most
        case Limit(at_most=Rate(amount=most)):
            yield "at_most", most
