"""`showcause docket verify` and `rebuild`: is the store whole, and its views anew."""

from showcause.cli.parameters import Json, Store
from showcause.cli.streams import print_json

__all__ = ["rebuilt", "verified"]

_FAILED = 1


def verified(*, store: Store = None, json: Json = False) -> int:
    """Check the log, the laws and the views; exit status 1 says that something is not whole."""
    from showcause.cli.stores import kept

    with kept(store) as docket:
        problems = docket.verify()
        count = docket.count()  # the views may rest on a row that is broken
    if json:
        told = [{"where": one.where, "what": one.what} for one in problems]
        print_json({"proceedings": count, "problems": told})
    else:
        from showcause.cli.terminal import Terminal
        from showcause.cli.words import line, plural

        rows = [line(("✗ ", "bad"), str(one)) for one in problems]
        good = line(("✓ ", "good"), f"{plural(count, 'proceeding')}: log, laws and views are whole")
        Terminal().show(*(rows or [good]))
    return _FAILED if problems else 0


def rebuilt(*, store: Store = None, json: Json = False) -> int:
    """Fold the whole log into new views. The log itself is not touched."""
    from showcause.cli.stores import kept

    with kept(store) as docket:
        events = docket.rebuild()
    if json:
        print_json({"events": events})
    else:
        from showcause.cli.words import plural

        print(f"views made anew from {plural(events, 'event')}")
    return 0
