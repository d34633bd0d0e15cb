"""`showcause fine`: what a fine method makes of a case, step by step, and methods side by side."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from showcause.cli.parameters import Json, day_parameter
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from domain.methods import (
        Comparison,
        FineInput,
        MethodDefect,
        Outcome,
        Step,
        Turnover,
    )
    from domain.money import Money

__all__ = ["Told", "figured"]

_REFUSED = 1
_ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Told:
    """A case of one infringement, told by options instead of a file."""

    provision: Annotated[
        tuple[str, ...],
        Parameter(help='What was infringed, such as "GDPR 32"; may be given several times.'),
    ] = ()
    seriousness: Annotated[
        Literal["low", "medium", "high", "very high"] | None,
        Parameter(help="How serious it is.", show_default=False),
    ] = None
    category: Annotated[
        str, Parameter(help="The category, for a method with categories.", show_default=False)
    ] = ""
    turnover: Annotated[
        str, Parameter(help='Worldwide turnover, "EUR 30 000 000" or unknown.', show_default=False)
    ] = ""
    static_maximum: Annotated[
        str,
        Parameter(
            help="Why to start from the fixed maximum, where turnover is unknown.",
            show_default=False,
        ),
    ] = ""
    addressee: Annotated[
        Literal["undertaking", "association", "public body", "state", "person"],
        Parameter(help="What the addressee is."),
    ] = "undertaking"
    law: Annotated[
        str, Parameter(help="A shipped rulebook whose maxima apply.", show_default=False)
    ] = ""
    day: Annotated[
        date | None, day_parameter("The day of the decision. [default: today]", "--day")
    ] = None


def figured(
    file: Annotated[str, Parameter(help="A file that tells the case.", show_default=False)] = "",
    /,
    *,
    method: Annotated[
        str,
        Parameter(help="A method by name, or all to lay them side by side.", show_default=False),
    ] = "",
    told: Annotated[Told, Parameter(name="*")] = Told(),
    json: Json = False,
) -> int:
    """Work out a fine by a method: a sum, or a range where the authority's choice is missing.

    Each step stands with its source. Exit status 1 says that the method refuses what was asked.
    Without a file and without a provision, the methods are listed.
    """
    if not file and not told.provision:
        return _listed(json=json)
    given = _given(file, told)
    found = _compared(given, method or given.method or _ALL)
    if json:
        print_json(_answer(given, found))
    else:
        from showcause.cli.pages.fine import fine_page
        from showcause.cli.terminal import Terminal

        Terminal().show(fine_page(given, found))
    return 0 if found.calculations else _REFUSED


def _given(file: str, told: Told) -> "FineInput":
    """The case that a file or the options tell."""
    from pathlib import Path

    from domain.methods import load_fine

    return load_fine(Path(file)) if file else _case(told)


def _case(told: Told) -> "FineInput":
    from domain.methods import (
        Addressee,
        Conduct,
        FineInput,
        Infringement,
    )
    from showcause.bootstrap import today

    one = Infringement(
        provisions=told.provision, seriousness=told.seriousness, category=told.category
    )
    return FineInput(
        fine="as told",
        day=told.day or today(),
        law=told.law,
        addressee=Addressee(kind=told.addressee),
        turnover=_turnover(told),
        conducts=(("conduct", Conduct(infringements=(("infringement", one),))),),
    )


def _turnover(told: Told) -> "Turnover":
    from domain.methods import Turnover
    from domain.money import Money

    if told.turnover not in {"", "unknown"}:
        return Turnover(amount=Money.parse(told.turnover))
    if not told.static_maximum:
        return Turnover(amount="unknown")
    because = told.static_maximum
    return Turnover(amount="unknown", start_from="static maximum", because=because)


def _compared(given: "FineInput", method: str) -> "Comparison":
    from domain.methods import compare, shipped_methods

    return compare(shipped_methods() if method == _ALL else (method,), given)


def _listed(*, json: bool) -> int:
    from domain.methods import load_method, shipped_methods

    methods = [load_method(name) for name in shipped_methods()]
    if json:
        heads = [
            {
                "method": one.method,
                "title": one.title,
                "currency": one.currency,
                "versions": [
                    {"version": v.version, "since": str(v.since), "kind": v.kind and v.kind.value}
                    for v in one.versions
                ],
            }
            for one in methods
        ]
        print_json({"methods": heads})
        return 0
    from showcause.cli.pages.fine import methods_page
    from showcause.cli.terminal import Terminal

    Terminal().show(methods_page(methods))
    return 0


def _answer(given: "FineInput", found: "Comparison") -> dict[str, object]:
    return {
        "fine": given.fine,
        "day": given.day.isoformat(),
        "methods": [_outcome(one) for one in found.outcomes],
        "partings": [
            {"step": p.key, "of": p.of, "why": p.why, "says": dict(p.says)} for p in found.partings
        ],
    }


def _outcome(one: "Outcome") -> dict[str, object]:
    from domain.methods import Calculation

    if not isinstance(one, Calculation):
        return {
            "method": one.method,
            "version": one.version,
            "refused": [_defect(defect) for defect in one.defects],
        }
    return {
        "method": one.method,
        "version": one.version,
        "kind": one.kind,
        "label": one.label,
        "currency": one.sums.low.currency,
        "low": one.sums.low.minor,
        "high": one.sums.high.minor,
        "amount": _minor(one.amount),
        "maximum": one.maximum.minor,
        "bound_by": list(one.bound_by),
        "warnings": list(one.warnings),
        "steps": [_step(step) for step in one.steps],
    }


def _step(step: "Step") -> dict[str, object]:
    return {
        "step": step.key,
        "number": step.number,
        "name": step.name,
        "of": step.of,
        "text": step.text,
        "currency": None if step.low is None else step.low.currency,
        "low": _minor(step.low),
        "high": _minor(step.high),
        "chosen": _minor(step.chosen),
        "binds": step.binds,
        "because": step.because,
        "kind": step.kind,
        "cite": step.cite,
        "label": step.label,
    }


def _defect(defect: "MethodDefect") -> dict[str, object]:
    return {
        "rule": defect.rule,
        "of": defect.of,
        "message": defect.message,
        "asked": defect.asked,
        "limit": defect.limit,
        "cite": defect.cite,
        "label": defect.label,
    }


def _minor(money: "Money | None") -> int | None:
    return None if money is None else money.minor
