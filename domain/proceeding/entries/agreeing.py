"""What parties and authorities agree on, or differ about: settlements, drafts, objections."""

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class Settlement:
    """A settlement proposed to some, or a commitment offered by one, and what became of it.

    `answers` holds what each party said to it: accepted or refused. `binding_on` is the day from
    which a commitment binds whoever offered it.
    """

    id: str
    kind: str
    by: str
    to: tuple[str, ...]
    on: date
    content: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    withdrawn_on: date | None = None
    binding_on: date | None = None


@frozen(kw_only=True)
class DraftDecision:
    """A draft that a lead authority shares with the others concerned (GDPR 60(3) and (5))."""

    id: str
    on: date
    to: tuple[str, ...]
    replaces: str = ""


@frozen(kw_only=True)
class Objection:
    """A relevant and reasoned objection to a draft; one out of time does not bind the lead."""

    id: str
    by: str
    on: date
    against: str
    in_time: bool


@frozen(kw_only=True)
class Referral:
    """A question that was put to the Board or to another authority, and who answered it when."""

    id: str
    of: str
    to: str
    on: date
    procedure: str = ""
    answered_on: date | None = None
