"""`showcause schema`: what editors complete from, and what programs may rely on."""

import json as json_text
from typing import Annotated, Literal

from cyclopts import Parameter

__all__ = ["written"]

Subject = Literal["scenario", "matter", "rulebook", "fine", "output"]


def written(
    subject: Annotated[Subject, Parameter(help="What the schema is of; output is that of play.")], /
) -> int:
    """Write a JSON Schema (draft 2020-12): of a file that people write, or of `play --json`."""
    print(json_text.dumps(_schema(subject), indent=2, ensure_ascii=False))
    return 0


def _schema(subject: Subject) -> dict[str, object]:
    match subject:
        case "scenario":
            from scenarios.grammar import scenario_schema

            return scenario_schema()
        case "matter":
            from scenarios.grammar import matter_schema

            return matter_schema()
        case "rulebook":
            from domain.rulebook.loading import rulebook_schema

            return rulebook_schema()
        case "fine":
            from domain.methods import fine_schema

            return fine_schema()
        case _:
            from showcause.cli.output import play_schema

            return play_schema()
