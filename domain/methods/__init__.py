"""Fine methods beside the law: named, dated, explainable procedures, as data and as steps.

`calculate("edpb-04-2022", FineInput(...), law)` answers a Calculation or a MethodRefusal.
"""

from domain.methods.calculating import Outcome, calculate, calculate_by, version_on
from domain.methods.comparing import Comparison, Parting, compare
from domain.methods.inputs import (
    Addressee,
    Choice,
    Circumstance,
    Concurrence,
    Conduct,
    FineInput,
    Hardship,
    Infringement,
    NationalMaximum,
    Turnover,
)
from domain.methods.loading import (
    load_method,
    load_method_from,
    method_schema,
    read_method,
    shipped_methods,
)
from domain.methods.model import AnyMethod, AnyVersion
from domain.methods.numbers import ExchangeRate, Multiple, MultipleRange, ShareRange
from domain.methods.outcomes import (
    Calculation,
    CalculationRecord,
    MethodDefect,
    MethodRefusal,
    Step,
    Sums,
)
from domain.methods.reading import fine_schema, load_fine, read_fine

__all__ = [
    "Addressee",
    "AnyMethod",
    "AnyVersion",
    "Calculation",
    "CalculationRecord",
    "Choice",
    "Circumstance",
    "Comparison",
    "Concurrence",
    "Conduct",
    "ExchangeRate",
    "FineInput",
    "Hardship",
    "Infringement",
    "MethodDefect",
    "MethodRefusal",
    "Multiple",
    "MultipleRange",
    "NationalMaximum",
    "Outcome",
    "Parting",
    "ShareRange",
    "Step",
    "Sums",
    "Turnover",
    "calculate",
    "calculate_by",
    "compare",
    "fine_schema",
    "load_fine",
    "load_method",
    "load_method_from",
    "method_schema",
    "read_fine",
    "read_method",
    "shipped_methods",
    "version_on",
]
