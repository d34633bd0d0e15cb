"""The pieces that sentences are made of."""

from domain.days import in_words
from domain.proceeding.entries import Outcome, RunningPeriod
from domain.proceeding.messages import Allegations, joined


def with_(said: str, what: str) -> str:
    """A sentence, with what it is about after a colon."""
    return f"{said}: {what.rstrip('.')}." if what else f"{said}."


def provisions(alleges: Allegations) -> str:
    """The provisions of all conducts, each once."""
    return joined(list(dict.fromkeys(p for _, provisions in alleges for p in provisions)))


def starts(periods: tuple[RunningPeriod, ...]) -> str:
    """The days by which something is now due."""
    said = (f" {p.name.capitalize()} by {in_words(p.deadline.on)} ({p.of})." for p in periods)
    return "".join(said)


def outcomes_of(outcomes: tuple[Outcome, ...]) -> str:
    """What a judgment made of each thing."""
    said = []
    for outcome in outcomes:
        result = outcome.result
        if outcome.amount is not None:
            word = "set" if result == "varied" else result
            result = f"{word} to {outcome.amount}"
        because = f" ({outcome.because})" if outcome.because else ""
        said.append(f"{outcome.of} {result}{because}")
    return joined(said)
