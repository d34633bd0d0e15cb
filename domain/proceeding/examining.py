"""A command held to one power of the rulebook: its offer, its conditions, and who may act."""

from collections.abc import Iterator

from attrs import frozen

from domain.proceeding.conditions import unmet
from domain.proceeding.messages import Command, Defect, joined
from domain.proceeding.offers import Offer
from domain.proceeding.rooms import NO_POWER, Case, Room
from domain.proceeding.state import ProceedingState
from domain.proceeding.tracks import powers_for, procedure_of
from domain.rulebook.conditions import Condition, States, Waives
from domain.rulebook.model import Power
from domain.rulebook.rulebook import Rulebook

ROLES = ("authority", "addressee", "complainant", "court", "other authority")
"""What a rulebook can call somebody who is no organ."""


@frozen(kw_only=True)
class Findings:
    """What one power says of a command."""

    case: Case
    defects: tuple[Defect, ...]
    warnings: tuple[Defect, ...]


def cases(state: ProceedingState, command: Command, law: Rulebook, room: Room) -> Iterator[Case]:
    """The case under each power for the act; under none where the rulebook has none."""
    procedure = str(getattr(command, "procedure", "")) or procedure_of(state)
    target = room.target_of(command)
    powers = powers_for(law, room.act, command.on, procedure)
    for power in tuple(p for p in powers if room.fits(p, state, target)) or (NO_POWER,):
        yield Case(
            state=state,
            law=law,
            on=command.on,
            power=power,
            act=room.act,
            by=command.by or only(state, power.by),
            target=target,
            procedure=procedure,
            waives=tuple(getattr(command, "waives", ())),
        )


def examined(case: Case, command: Command, room: Room) -> Findings:
    """Every defect under one power, those that only warn apart."""
    found = [*offer(case, room).broken_by(command), *room.extra(case, command)]
    found.extend(room.bars(case))
    for condition in required(case.power):
        defect = unmet(case, condition, command.denies)
        if defect is not None:
            found.append(defect)
    found.extend(wrong_actor(case, room))
    found = [defect for defect in found if counts(case, defect)]
    # of two defects under one rule the later is the more exact; what is impossible stays so
    by_rule = {(d.gravity, d.rule, d.measure): d for d in found}
    defects = tuple(d for d in by_rule.values() if d.gravity != "warns")
    firm = {(d.rule, d.measure) for d in defects}
    soft = (d for d in by_rule.values() if d.gravity == "warns")
    warnings = tuple(d for d in soft if (d.rule, d.measure) not in firm)
    return Findings(case=case, defects=defects, warnings=warnings)


def required(power: Power) -> tuple[Condition, ...]:
    """What a power asks for, the procedure that it is for included."""
    return power.requires if power.when is None else (power.when, *power.requires)


def counts(case: Case, defect: Defect) -> bool:
    """Whether a defect is one: an act that the law does not know has no bounds of law either."""
    return case.power is not NO_POWER or defect.rule == "power" or defect.gravity == "impossible"


def wrong_actor(case: Case, room: Room) -> Iterator[Defect]:
    """The defect of an act that the law does not know, or gives to somebody else."""
    if case.power is NO_POWER:
        message = f"no act '{room.act}' exists in {case.law.title}"
        yield Defect(rule="power", message=message, asked=room.act)
    elif case.by and not _may(case):
        message = f"it is for {joined(case.power.by)}, not for {case.by}"
        yield Defect.under(case.power, "organ", message, asked=case.by, limit=joined(case.power.by))
    elif not case.by and len(case.power.by) == 1:
        several = case.state.with_role(case.power.by[0])
        if len(several) > 1:
            message = f"it does not say which of {joined(several)} acts"
            yield Defect(rule="by", message=message, gravity="impossible")


def _may(case: Case) -> bool:
    """Whether who acts is one of those the power names; the authority stands for its organs."""
    names = case.power.by
    if not names or "anybody" in names or case.by in names:
        return True
    party = case.state.party(case.by)
    if party is None:
        return "authority" in names
    if party.role == "authority":
        return "authority" in names or any(name in case.law.organs for name in names)
    return party.role in names


def only(state: ProceedingState, names: tuple[str, ...]) -> str:
    """Who acts where nobody is named and only one can."""
    able = tuple(name for one in names for name in state.with_role(one) or _organ(one))
    if "anybody" in names or len(able) > 1:
        return ""
    return "".join(able or names[:1])


def _organ(name: str) -> tuple[str, ...]:
    """An organ under its own name; a role that no party has is nobody."""
    return () if name in ROLES else (name,)


def _supposed(power: Power) -> Iterator[str]:
    """What is so by the act itself: a judgement, or that something is given up."""
    for condition in power.requires:
        match condition:
            case States(states=judged):
                yield judged
            case Waives(waives=given_up):
                yield f"{given_up} is waived"


def offer(case: Case, room: Room) -> Offer:
    """What each field of an act may hold under the power of the case."""
    power = case.power
    return Offer(
        act=room.act,
        by=power.by,
        on=case.on,
        target=case.target,
        local=power.local,
        fields=room.fields(case),
        supposes=tuple(_supposed(power)),
        source=power,
    )
