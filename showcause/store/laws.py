"""Is a stored law what its own rules make? Its digest is of the rules alone."""

import attrs

from domain.rulebook.loading import composed, digest_of
from domain.rulebook.rulebook import Rulebook
from showcause.store.errors import UnreadableError

__all__ = ["recomposed"]


def recomposed(law: object, digest: str) -> Rulebook:
    """The law, composed again from its layers; raises UnreadableError if that is another one."""
    if not isinstance(law, Rulebook) or digest_of(law.layers, law.calendar) != digest:
        raise UnreadableError("its rules are not those of its digest")
    again = composed(law.layers, law.calendar)
    if attrs.asdict(again, recurse=False) != attrs.asdict(law, recurse=False):
        raise UnreadableError("it is not what its rules amount to")
    return again
