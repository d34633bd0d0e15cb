"""What the tests of fine methods start from: one infringement, and the files of real cases."""

from datetime import date
from pathlib import Path

from domain.amounts import Share
from domain.methods import (
    Addressee,
    Calculation,
    Choice,
    Circumstance,
    Conduct,
    ExchangeRate,
    FineInput,
    Infringement,
    MethodRefusal,
    Multiple,
    NationalMaximum,
    Turnover,
    calculate,
    load_fine,
)
from domain.money import Money

CASES = Path(__file__).parent / "cases"
UNDERTAKING = Addressee(kind="undertaking")
BODY = Addressee(kind="public body")
STATIC = Turnover(amount="unknown", start_from="static maximum", because="No figure was given")


def eur(text):
    return Money.parse(f"EUR {text}")


def gbp(text):
    return Money.parse(f"GBP {text}")


def of(amount, **more):
    return Turnover(amount=amount, **more)


def take(step, what, because="A reason", **more):
    return Choice(step=step, take=what, because=because, **more)


def share(text):
    return Share.parse(text)


def infringement(*provisions, **more):
    told = {"seriousness": "medium", **more}
    return Infringement(provisions=provisions or ("GDPR 32",), **told)


def fine(*infringements, conducts=None, **more):
    """One conduct with these infringements, or the conducts that are given."""
    numbered = tuple((f"i{n}", one) for n, one in enumerate(infringements, 1))
    told = {
        "fine": "test",
        "day": date(2024, 6, 1),
        "addressee": UNDERTAKING,
        "turnover": of(eur("30 000 000")),
        "conducts": conducts or (("c", Conduct(infringements=numbered)),),
        **more,
    }
    return FineInput(**told)


def worked(method, given, **more):
    """The calculation; a refusal fails the test with its reasons."""
    outcome = calculate(method, given, **more)
    assert isinstance(outcome, Calculation), str(outcome)
    return outcome


def refused(method, given, **more):
    """The defects of a refusal; a sum fails the test."""
    outcome = calculate(method, given, **more)
    assert isinstance(outcome, MethodRefusal), str(outcome.sums)
    return outcome.defects


def rules(method, given, **more):
    return [defect.rule for defect in refused(method, given, **more)]


def case(name):
    return load_fine(CASES / f"{name}.yaml")


def factor(letter, **more):
    return Circumstance(**{"factor": f"GDPR 83(2)({letter})", "because": "A reason", **more})


def polish(amount="PLN 100 000"):
    return NationalMaximum(
        amount=Money.parse(amount), cite="PL 102(1)", because="The addressee is a public body"
    )


def rate(one, other, number, day=date(2024, 1, 29)):
    return ExchangeRate(from_=one, to=other, rate=Multiple.parse(number), day=day, cite="bank")
