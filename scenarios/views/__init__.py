"""Answers of one or two readings as one: equal where they agree, bounds where they do not."""

from scenarios.views.due import DeadlineTold, deadlines_told
from scenarios.views.happened import EntryTold, timeline_told
from scenarios.views.merging import NOT_THERE, bounds, distinct, first_event_sentence, grouped
from scenarios.views.offers import NOT_OFFERED, offers_told
from scenarios.views.standing import StatusTold, StepTold, ThingTold, status_told
from scenarios.views.sums import ExposureTold, exposure_told

__all__ = [
    "NOT_OFFERED",
    "NOT_THERE",
    "DeadlineTold",
    "EntryTold",
    "ExposureTold",
    "StatusTold",
    "StepTold",
    "ThingTold",
    "bounds",
    "deadlines_told",
    "distinct",
    "exposure_told",
    "first_event_sentence",
    "grouped",
    "offers_told",
    "status_told",
    "timeline_told",
]
