"""Provisions as they are cited: an instrument, an article, and what follows it."""

import re
from functools import lru_cache

_CITED = re.compile(r"^(?P<instrument>[^\s]+) (?P<first>\d+)(?:-(?P<last>\d+))?(?P<rest>.*)$")


@lru_cache(maxsize=4096)
def covers(listed: str, provision: str) -> bool:
    """Whether a provision lies within a listed one: `GDPR 12-22` covers `GDPR 15(1)`."""
    wide, narrow = _CITED.match(listed), _CITED.match(provision)
    if wide is None or narrow is None:
        return listed == provision
    if wide["instrument"] != narrow["instrument"]:
        return False
    first, last = (int(wide[end] or wide["first"]) for end in ("first", "last"))
    begin, end = (int(narrow[end] or narrow["first"]) for end in ("first", "last"))
    return first <= begin <= end <= last and narrow["rest"].startswith(wide["rest"])


def covered(listed: tuple[str, ...], provision: str) -> bool:
    """Whether any of the listed provisions covers it."""
    return any(covers(one, provision) for one in listed)


def instrument_of(provision: str) -> str:
    """The first word of a citation."""
    return provision.split(" ", 1)[0]


def backwards(listed: str) -> str:
    """A range of articles turned round if it ends before it begins: `GDPR 49-44`; else nothing."""
    found = _CITED.match(listed)
    if found is None or not found["last"] or int(found["first"]) <= int(found["last"]):
        return ""
    return f"{found['instrument']} {found['last']}-{found['first']}{found['rest']}"
