"""Labels: what sort of text a statement rests on, and how well it was checked."""

import enum

from attrs import frozen


class Kind(enum.Enum):
    """What sort of text a rule or a value rests on."""

    STATUTE = "statute"
    CASE_LAW = "case-law"
    DECISION = "decision"
    GUIDELINE = "guideline"
    PRACTICE = "practice"
    PRESS = "press"
    MODEL = "model"
    ASSUMPTION = "assumption"


class Confidence(enum.Enum):
    """How well a value was checked; `memory` warns where another would refuse."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    MEMORY = "memory"


@frozen(kw_only=True)
class Sourced:
    """A statement with its source; a part of a rule without its own takes that of the rule."""

    cite: str = ""
    kind: Kind | None = None
    confidence: Confidence | None = None
    read_in: str = ""

    @property
    def from_memory(self) -> bool:
        """Whether nobody has checked it against a text."""
        return self.confidence is Confidence.MEMORY

    @property
    def label(self) -> str:
        """Citation, and the labels that a reader has to know: `CPC 642 (model)`."""
        if self.cite == Kind.MODEL.value:
            return self.cite
        quiet = {None, Kind.STATUTE, Confidence.VERIFIED}
        marks = [m.value for m in (self.kind, self.confidence) if m is not None and m not in quiet]
        cite = self.cite or "no text"
        return f"{cite} ({', '.join(marks)})" if marks else cite
