"""What is said of sums and would never be read: keys without their sum, words without effect."""

from collections.abc import Iterator
from typing import Final

from domain.money import DECIMALS, Share
from domain.rulebook.closed_words import ACTS
from domain.rulebook.conditions import Holds
from domain.rulebook.model import DutyRule, ExchangeRule, MaximumRule, ReductionRule
from domain.rulebook.nearest import meant_word
from domain.rulebook.provisions import backwards
from domain.rulebook.reader import Reader
from domain.rulebook.sense_parts import missing

__all__ = ["check_exchange", "check_provisions", "check_reduction"]

_WHOLE: Final = Share(1, 1)
_BOTH: Final = frozenset({"higher", "lower", "sum"})

Wrong = tuple[str, str, str]
"""Where it stands, what is wrong, and what to write."""


def check_provisions(part: DutyRule | MaximumRule, reader: Reader) -> None:
    """Note ranges of articles turned round, duties of nothing, and maxima that make no sense."""
    for place, provision in enumerate(part.provisions):
        if turned := backwards(provision):
            text = f"'{provision}' ends before it begins"
            reader.note_at(part, text, f"write {turned}", at=("provisions", place))
    if isinstance(part, MaximumRule):
        _maximum(part, reader)
    elif not part.provisions:
        reader.note_at(part, "duties are of provisions", "add 'provisions:'")


def _maximum(part: MaximumRule, reader: Reader) -> None:
    """Note what contradicts itself in a maximum, and every key that its `rule` does not read."""
    for key, text, hint in (*_sums(part), *_unread(part), *_whom(part)):
        reader.note_at(part, text, hint, at=(key,) if key else ())
    for at in (part, part.repeat):
        share = None if at is None else at.share
        if share is not None and share.numerator > share.denominator:
            text = f"{share} is more than the whole, {_WHOLE}"
            reader.note_at(at, text, "write it like 4 %", at=("share",))


def _sums(part: MaximumRule) -> Iterator[Wrong]:
    """The sums that the rule chooses between."""
    if part.binds == "unread":
        if part.fixed is not None or part.share is not None:
            yield "binds", "a maximum whose sum is told is not unread", "leave out 'binds:'"
    elif part.fixed is None and part.share is None:
        yield "", "a maximum has a fixed sum, a share, or both", "add 'fixed:' or 'share:'"
    elif part.rule in _BOTH and (part.fixed is None or part.share is None):
        missing = "fixed" if part.fixed is None else "share"
        yield "rule", f"'{part.rule}' is of two sums", f"add '{missing}:'"
    elif part.rule == "share" and (part.share is None or part.fixed is not None):
        yield "rule", "'share' is of a share alone", "give 'share:' without 'fixed:'"
    elif part.rule == "fixed" and part.fixed is None:
        yield "share", "a share alone is no fixed sum", "write 'rule: share'"
    elif part.rule == "fixed" and part.share is not None:
        yield "share", "'rule: fixed' reads no share", "write 'rule: higher' or 'rule: lower'"


def _unread(part: MaximumRule) -> Iterator[Wrong]:
    """Keys that nothing reads where there is no share, or no choice."""
    shared = part.share is not None and part.rule != "fixed"
    for key, given in (("turnover", part.turnover), ("repeat", part.repeat)):
        if given is not None and not shared:
            yield key, f"'{key}' is read of a share of turnover alone", "leave it out"
    choice = shared and part.rule in _BOTH
    if part.except_ and not choice:
        yield "except", "an exception chooses between two sums", "leave it out"
    if part.without_undertaking != "fixed" and not choice:
        yield "without_undertaking", "it is read where a fixed sum is the other choice", ""


def _whom(part: MaximumRule) -> Iterator[Wrong]:
    """Whom it is for, and for what."""
    whom = part.applies_to
    if not part.provisions and whom is None:
        yield "", "a maximum is for provisions, or for one kind of addressee", "add 'provisions:'"
    if whom is not None and (whom.party != "addressee" or not (whom.is_ or whom.is_not)):
        yield "applies_to", "a maximum applies to a kind of addressee", "add 'is:' or 'is_not:'"


def check_reduction(part: ReductionRule, reader: Reader) -> None:
    """Note a reduction of all or more, and an act that nobody can earn it by."""
    if not 0 < part.share.numerator < part.share.denominator:
        text = f"a reduction of {part.share} leaves nothing to pay, or takes nothing off"
        reader.note_at(part, text, "write it like 20 %", at=("share",))
    if part.earned_by and part.earned_by not in ACTS:
        text = f"there is no act '{part.earned_by}'"
        missing(reader, part, text, part.earned_by, ACTS, at=("earned_by",))
    for condition in part.requires:
        if isinstance(condition, Holds):
            text = f"only a fine is asked whether '{condition.holds}' holds"
            reader.note_at(condition, text, "leave it out", at=("holds",))


def check_exchange(part: ExchangeRule, currency: str, reader: Reader) -> None:
    """Note a rate of what is no currency, or of the rulebook's own."""
    if part.from_ not in DECIMALS:
        text = f"'{part.from_}' is no currency; currencies have three capital letters"
        reader.note_at(part, text, meant_word(part.from_, DECIMALS), at=("from",))
    elif part.from_ == currency:
        text = f"a rate from {currency} to itself converts nothing"
        reader.note_at(part, text, "name another currency", at=("from",))
