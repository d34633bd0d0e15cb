"""How a broken invariant names the event that breaks it."""

from domain.proceeding.messages import Event


def named(event: Event) -> str:
    """The class, the act or measure, and the day of an event."""
    about = getattr(event, "measure", "") or event.act
    return f"{type(event).__name__} '{about}' of {event.on}"
