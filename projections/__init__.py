"""What the events of a proceeding add up to: pure folds, each answered as of a day."""

from projections.accounts import Account, Movement
from projections.deadlines import DeadlineRegister, DueDay
from projections.exposure import FIGURES, Exposure, ExposureLedger, Line, Stake
from projections.folding import History, Kept, ReadModel, project, state_of
from projections.knowledge import known_to
from projections.matter import MatterOnADay, MatterView
from projections.sentences import sentence
from projections.status import Force, NextStep, Standing, Status, ThingStatus
from projections.timeline import Entry, Timeline

READ_MODELS: tuple[type[Kept], ...] = (Status, ExposureLedger, DeadlineRegister, Timeline)
"""The read models that a store keeps for every proceeding."""

__all__ = [
    "FIGURES",
    "READ_MODELS",
    "Account",
    "DeadlineRegister",
    "DueDay",
    "Entry",
    "Exposure",
    "ExposureLedger",
    "Force",
    "History",
    "Kept",
    "Line",
    "MatterOnADay",
    "MatterView",
    "Movement",
    "NextStep",
    "ReadModel",
    "Stake",
    "Standing",
    "Status",
    "ThingStatus",
    "Timeline",
    "known_to",
    "project",
    "sentence",
    "state_of",
]
