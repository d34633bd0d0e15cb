"""What loads in a rulebook, and would bind nobody where it stands: limits, `holds`, some keys."""

from typing import Final, TypeAlias

from domain.money import Money, Rate
from domain.periods import Period
from domain.rulebook.closed_words import MEASURES
from domain.rulebook.conditions import Holds, Limit, ShareOf
from domain.rulebook.model import PenaltyRule, Power, RulebookFile
from domain.rulebook.nearest import meant_word
from domain.rulebook.reader import Reader
from domain.rulebook.sense_parts import missing

__all__ = ["SUSPENDABLE", "check_binding"]

_Bound: TypeAlias = "type | str"

_DELAY: Final = "rate times days of delay"
_RATE: Final[dict[str, tuple[_Bound, ...]]] = {"rate": (Rate, ShareOf)}
_LIMITED: Final[dict[tuple[str, str], dict[str, tuple[_Bound, ...]]]] = {
    ("acts", "formal notice"): {"comply": (Period,)},
    ("acts", "liquidation proposal"): {"amount": (_DELAY,)},
    ("acts", "liquidation"): {"amount": (_DELAY,)},
    ("acts", "judgment"): {"amount": ("asked",)},
    ("acts", "decision"): {
        "fine.amount": (Money,),
        "penalty.rate": (Rate,),
        "ban.length": (Period,),
        "suspension of flows.length": (Period,),
    },
    ("measures", "fine"): {"amount": (Money, "maximum")},
    ("measures", "order"): {"comply": (Period,)},
    ("measures", "costs"): {"amount": (ShareOf,)},
}
"""What is held to a limit, and to which kind of bound; a limit of anything else binds nobody."""

_WRITTEN: Final[dict[_Bound, str]] = {
    Period: "at_least: 10 days",
    Money: "at_most: EUR 5 000 000",
    Rate: "at_most: EUR 5 000 per day",
    ShareOf: "at_most: {share: 5 %, of: average daily worldwide turnover}",
    "maximum": "at_most: maximum",
    _DELAY: f"at_most: {_DELAY}",
    "asked": "at_most: asked",
}

SUSPENDABLE: Final = (*MEASURES, "liquidation")
"""What an appeal can suspend: the measures of a decision, and the sum of a liquidation."""

APPEALABLE: Final = (*SUSPENDABLE, "decision", "closure", "judgment", "silence")
"""What an appeal can be against: acts and measures of the authority, a judgment, silence."""

_READ_BY: Final = {
    "penalty": (("measures", "order"), ("measures", "penalty"), ("measures", "penalty warning")),
    "under": tuple(("measures", kind) for kind in MEASURES),
    "counted_by": (("acts", "formal notice"), ("measures", "order")),
    "suspends": (("acts", "appeal"), ("acts", "reconsideration request")),
    "against": (("acts", "appeal"), ("acts", "reconsideration request")),
    "to": (("acts", "appeal"),),
    "payable": (("measures", "fine"),),
    "may": (("acts", "decision"),),
    "publication": (("acts", "decision"),),
}
"""The keys of a power that only some acts and measures read."""


def check_binding(file: RulebookFile, reader: Reader) -> None:
    """Note every limit, condition and key that stands where nothing reads it."""
    for section in ("acts", "measures"):
        for name, powers in getattr(file, section):
            for power in powers:
                _power(section, power.act or name, power, reader)
    for _, rules in file.periodic_penalties:
        for rule in rules:
            _limits("a periodic penalty", rule, _RATE, reader)
            _holds(rule, reader)
            _units(rule, reader)
            _crystallising(rule, reader)


def _units(rule: PenaltyRule, reader: Reader) -> None:
    """A limit in another unit than that in which the penalty runs would let no rate pass."""
    for limit in rule.limits:
        most = limit.at_most
        if isinstance(most, Rate) and most.per.value not in rule.per:
            units = " or ".join(rule.per)
            text = f"'{most}' bounds a penalty that runs per {units}"
            reader.note_at(limit, text, f"write it per {units}", at=("at_most",))


def _crystallising(rule: PenaltyRule, reader: Reader) -> None:
    """A penalty says how it becomes a sum that is owed: by a decision, or by law alone."""
    by_law = rule.crystallises == "by law"
    needed, idle = ("forfeiture", "liquidation") if by_law else ("liquidation", "forfeiture")
    if getattr(rule, needed) is None:
        text = f"a penalty that crystallises {rule.crystallises} says how"
        reader.note_at(rule, text, f"add '{needed}:'")
    if getattr(rule, idle) is not None:
        text = f"a penalty that crystallises {rule.crystallises} does not read '{idle}'"
        reader.note_at(rule, text, "leave it out", at=(idle,))
    if by_law and "missed deadline" in rule.per:
        text = "a lump sum for a missed deadline is fixed by a decision"
        reader.note_at(rule, text, "write 'crystallises: by liquidation'", at=("crystallises",))


def _power(section: str, kind: str, power: Power, reader: Reader) -> None:
    _limits(f"the {section[:-1]} '{kind}'", power, _LIMITED.get((section, kind), {}), reader)
    if (section, kind) != ("measures", "fine"):
        _holds(power, reader, found=section == "measures")
    for key, readers in _READ_BY.items():
        if getattr(power, key) and (section, kind) not in readers:
            text = f"the {section[:-1]} '{kind}' does not read '{key}'"
            where = " and ".join(f"{one}.{name}" for one, name in readers)
            reader.note_at(power, text, f"it is read in {where}", at=(key,))
    for place, word in enumerate(power.suspends):
        if word not in SUSPENDABLE:
            text = f"'{word}' is nothing that an appeal can suspend"
            hint = meant_word(word, SUSPENDABLE)
            reader.note_at(power, text, hint, at=("suspends", place))
    for place, word in enumerate(power.against):
        if word not in APPEALABLE:
            text = f"'{word}' is nothing that can be appealed"
            hint = meant_word(word, APPEALABLE)
            reader.note_at(power, text, hint, at=("against", place))
        elif word in {"judgment", "silence"} and len(power.against) > 1:
            text = f"an appeal against a {word} rests on a power of its own"
            reader.note_at(power, text, "write a second power", at=("against", place))


def _limits(
    what: str, part: Power | PenaltyRule, read: dict[str, tuple[_Bound, ...]], reader: Reader
) -> None:
    for limit in part.limits:
        bounds = [one for one in (limit.at_least, limit.at_most) if one is not None]
        if not read:
            reader.note_at(limit, f"{what} reads no limit", "leave it out", at=("limit",))
        elif limit.limit not in read:
            text = f"{what} has no limit by the name of '{limit.limit}'"
            missing(reader, limit, text, limit.limit, list(read), at=("limit",))
        elif len(bounds) != 1:
            reader.note_at(limit, "a limit has one bound", "give either 'at_least:' or 'at_most:'")
        elif not any(_is(bounds[0], one) for one in read[limit.limit]):
            text = f"'{bounds[0]}' cannot be the bound of '{limit.limit}' in {what}"
            written = " or ".join(_WRITTEN[one] for one in read[limit.limit])
            reader.note_at(limit, text, f"write it like {written}", at=(_bound_key(limit),))
        elif isinstance(limit.at_most, str) and limit.unless is not None:
            text = f"no judgement lifts the bound '{limit.at_most}'"
            reader.note_at(limit, text, "leave 'unless:' out", at=("unless",))


def _is(bound: object, wanted: _Bound) -> bool:
    return bound == wanted if isinstance(wanted, str) else isinstance(bound, wanted)


_OF_ANY_MEASURE = ("found", "nothing found")


def _bound_key(limit: Limit) -> str:
    return "at_least" if limit.at_most is None else "at_most"


def _holds(part: Power | PenaltyRule, reader: Reader, *, found: bool = False) -> None:
    """What a fine rests on is asked of a fine alone; any measure can ask what was `found`."""
    for condition in part.requires:
        asked = isinstance(condition, Holds) and found and condition.holds in _OF_ANY_MEASURE
        if isinstance(condition, Holds) and not asked:
            text = f"only a fine is asked whether '{condition.holds}' holds"
            hint = "write it under measures.fine, or require 'after:' an act"
            reader.note_at(condition, text, hint, at=("holds",))
