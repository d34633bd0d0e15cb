"""The JSON Schema of `showcause play --json`: what programs may rely on.

Within one `schema_version` keys are added and never taken away, so a reader ignores what it does
not know; the schema itself is exact, so that a test sees every change.
"""

from collections.abc import Mapping
from typing import Final

from projections import FIGURES
from scenarios.answering import SCHEMA_VERSION

__all__ = ["play_schema"]

Schema = dict[str, object]

_TEXT: Final[Schema] = {"type": "string"}
_FLAG: Final[Schema] = {"type": "boolean"}
_ISO: Final[Schema] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
_ISO_OR_NULL: Final[Schema] = {"anyOf": [_ISO, {"type": "null"}]}
_MINOR: Final[Schema] = {"type": ["integer", "null"]}


def _object(properties: Mapping[str, object], says: str = "", optional: str = "") -> Schema:
    """An object with these keys and no others; all of them are there but those named."""
    left_out = optional.split()
    return {
        **({"description": says} if says else {}),
        "type": "object",
        "properties": dict(properties),
        "required": [key for key in properties if key not in left_out],
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _table(values: Schema, says: str = "") -> Schema:
    return {
        **({"description": says} if says else {}),
        "type": "object",
        "additionalProperties": values,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _per_reading(value: Schema) -> Schema:
    """One value, or one for each reading where they differ."""
    both = _object({"earliest": value, "latest": value})
    return {"anyOf": [value, both]}


def _texts(words: str) -> Schema:
    return dict.fromkeys(words.split(), _TEXT)


def _days() -> Schema:
    bounds = _object({"earliest": _ISO_OR_NULL, "latest": _ISO_OR_NULL}, "Bounds; null is open.")
    return {
        "day": {"anyOf": [_ISO, bounds]},
        "day_or_null": {"anyOf": [_ref("day"), {"type": "null"}]},
    }


def _sums() -> Schema:
    bounds = _object(
        {"floor": _MINOR, "ceiling": _MINOR}, "Minor units; a ceiling of null is open."
    )
    sums = {"anyOf": [{"type": "integer"}, bounds]}
    figures = {name: bounds if name == "at_stake" else sums for name in FIGURES}
    return {
        "exposure": _table(_object(figures), "Figures in minor units, by currency."),
        "count": {"anyOf": [{"type": ["integer", "null"]}, bounds]},
    }


def _status() -> Schema:
    force = _object(
        {
            "adopted_on": _ISO,
            "notified_on": _ISO_OR_NULL,
            "payable_from": _ISO_OR_NULL,
            "enforceable": _FLAG,
            "suspended": _FLAG,
            "appeal_by": _ISO_OR_NULL,
            "under_appeal": _FLAG,
            "final_on": _ISO_OR_NULL,
        }
    )
    thing = _object(
        {
            "kind": _TEXT,
            "status": _TEXT,
            "days_of_delay": _ref("count"),
            "force": _per_reading({"anyOf": [force, {"type": "null"}]}),
        }
    )
    step = _object({**_texts("party what cite"), "until": _ref("day_or_null"), "certain": _FLAG})
    status = {
        **_texts("stage sentence"),
        "things": _table(thing, "Notices and measures, by id."),
        "next_steps": _list(step),
    }
    return {"status": _object(status, "Where a proceeding stands.")}


def _deadlines() -> Schema:
    step = _object({"kind": _TEXT, "on": _ISO, "sentence": _TEXT})
    steps: Schema = {"anyOf": [_list(step), {"type": "null"}]}
    sentence: Schema = {"type": ["string", "null"]}
    due = {
        **_texts("name of party status cite calendar mark why"),
        "since": _ref("day"),
        "on": _ref("day"),
        "steps": _per_reading(steps),
        "explanation": _per_reading(sentence),
        "inferred": _FLAG,
    }
    return {"deadline": _object(due, "A period, its last day, and the steps that led there.")}


def _timeline() -> Schema:
    defect = _object(_texts("rule message asked limit cite label measure gravity why"))
    other = _ref("told_differently")
    entry = {
        "on": _ref("day"),
        **_texts("act event by local sentence cite command_id told mark why what inferred"),
        "defects": _list(defect),
        "warnings": _list(defect),
        "row": {"type": "integer"},
        "source": _list(_TEXT),
        "told_differently": _list(other),
        "scenario": _TEXT,
    }
    return {
        "told_differently": _object(_texts("said source but")),
        "entry": _object(entry, "An event, with what the file says of it.", "scenario"),
    }


def _expectations() -> Schema:
    check = {**_texts("path at expected found message because"), "as_of": _ISO, "ok": _FLAG}
    return {"expectation": _object(check, "What the file expects, and what was found.")}


_ON_A_DAY: Final[Schema] = {
    "as_of": _ISO,
    "law": _object(_texts("name title digest")),
    "readings": _list({"enum": ["earliest", "latest"]}),
    "caution": _TEXT,
    "status": _ref("status"),
    "exposure": _ref("exposure"),
    "deadlines": _list(_ref("deadline")),
    "timeline": _list(_ref("entry")),
    "notes": _list(_TEXT),
}


def _answers() -> list[Schema]:
    head = {"schema_version": {"const": SCHEMA_VERSION}, "disclaimer": _TEXT, "title": _TEXT}
    not_counted = {"not_counted": _list(_object(_texts("what cite effect")))}
    scenario = {
        **head,
        "scenario": _TEXT,
        "kind": {"enum": ["real", "invented"]},
        **_ON_A_DAY,
        "expectations": _list(_ref("expectation")),
        **not_counted,
        "not_expressed": _list(_TEXT),
        "not_played": _list(_TEXT),
    }
    matter = {
        **head,
        **_texts("matter why_separate sentence"),
        "source": _list(_TEXT),
        "told_differently": _list(_ref("told_differently")),
        "not_expressed": _list(_TEXT),
        "as_of": _ISO,
        "proceedings": _table(_object({"title": _TEXT, **_ON_A_DAY}), "By scenario."),
        "exposure": _ref("exposure"),
        "timeline": _list(_ref("entry")),
        "expectations": _list(_ref("expectation")),
        **not_counted,
    }
    return [_object(scenario, "A scenario."), _object(matter, "A matter: several side by side.")]


def play_schema() -> Schema:
    """The schema of the whole answer, for a scenario and for a matter."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "output.schema.json",
        "title": "Showcause answer",
        "oneOf": _answers(),
        "$defs": {
            **_days(),
            **_sums(),
            **_status(),
            **_deadlines(),
            **_timeline(),
            **_expectations(),
        },
    }
