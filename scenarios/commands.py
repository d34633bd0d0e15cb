"""From a row of the file to the commands that the core decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypedDict, TypeVar, cast

import attrs

from domain.proceeding.acts.appeal import GiveJudgment, LodgeAppeal, Ruling
from domain.proceeding.acts.charges import IssueCharges, MakeRepresentations
from domain.proceeding.acts.closure import CloseOrder, CloseProceeding
from domain.proceeding.acts.compliance import FindCompliance, ShowCompliance
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.hearing import HoldHearing
from domain.proceeding.acts.information import GiveInformation, RequestInformation
from domain.proceeding.acts.inquiry import AppointRapporteur, LodgeComplaint, OpenInquiry
from domain.proceeding.acts.liquidation import Liquidate, ProposeLiquidation
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.acts.notice import CloseNotice, IssueFormalNotice
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.acts.turnover import CorrectTurnover, EstablishTurnover
from domain.proceeding.acts.warning import IssueWarning
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.measures import (
    AnyMeasure,
    BanMeasure,
    FineMeasure,
    OrderMeasure,
    ReprimandMeasure,
)
from domain.proceeding.messages import Command
from domain.proceeding.standing import outstanding
from scenarios import rows
from scenarios.measures import AnyMeasureRow, Fine, Order, Reprimand
from scenarios.model import Scenario
from scenarios.reckoning import NoMaximumError, Scene, fined, money, taken
from scenarios.rows import Row

__all__ = ["NoMaximumError", "Scene", "commands_of", "notifying", "publishing", "registering"]


class _Common(TypedDict):
    on: date
    id: str
    by: str
    despite: tuple[tuple[str, str], ...]
    denies: tuple[str, ...]
    states: tuple[str, ...]
    rests_on: tuple[tuple[str, str], ...]


def _common(row: Row, scene: Scene) -> _Common:
    return {
        "on": scene.on,
        "id": scene.name,
        "by": row.by,
        "despite": row.despite,
        "denies": row.denies,
        "states": row.states,
        "rests_on": row.rests_on,
    }


def registering(scenario: Scenario, on: date) -> RegisterProceeding:
    """The command that enters the proceeding, without the names of its parties."""
    parties = tuple(
        Party(
            key=key,
            role=party.role,
            kind=party.kind or "",
            country=party.country,
            main_establishment=party.main_establishment,
        )
        for key, party in scenario.parties
    )
    conducts = tuple(Conduct(key=key, what=what) for key, what in scenario.conducts)
    return RegisterProceeding(
        on=on, proceeding=scenario.scenario, parties=parties, conducts=conducts
    )


def notifying(name: str, on: date, party: str, act_id: str) -> Notify:
    """The command that a row's key `notified` stands for."""
    return Notify(on=on, id=act_id, of=name, to=party)


def publishing(name: str, on: date, act_id: str) -> Publish:
    """The command that a row's key `published` stands for."""
    return Publish(on=on, id=act_id, of=name)


def commands_of(row: Row, scene: Scene) -> tuple[Command, ...]:
    """The commands of a row, one except for turnovers by year and notifications by party."""
    return _BUILDERS[type(row)](row, scene)


R = TypeVar("R", bound=Row)
Builder = Callable[[Row, Scene], tuple[Command, ...]]


def _for(row: type[R], build: Callable[[R, Scene], Command]) -> tuple[type[Row], Builder]:
    """A row of the table for a row that is one command; the table hands it only such rows."""
    return row, cast("Builder", lambda one, scene: (build(one, scene),))


def _several(
    row: type[R], build: Callable[[R, Scene], Iterator[Command]]
) -> tuple[type[Row], Builder]:
    """The same for a row that may be several commands; each has an id of its own."""
    return row, cast("Builder", lambda one, scene: tuple(build(one, scene)))


def _notice(row: rows.FormalNotice, scene: Scene) -> Command:
    return IssueFormalNotice(
        **_common(row, scene),
        alleges=row.alleges,
        content=row.content,
        comply=row.comply,
        proof=row.proof,
        to=row.to,
    )


def _decision(row: rows.Decision, scene: Scene) -> Command:
    conducts = tuple(conduct for conduct, _ in row.finds)
    fault: tuple[tuple[str, str], ...] = ()
    if isinstance(row.fault, tuple):
        fault = row.fault
    elif row.fault is not None:
        fault = tuple((conduct, row.fault) for conduct in conducts)
    bare = AdoptDecision(
        **_common(row, scene),
        finds=row.finds,
        dismisses=row.dismisses,
        fault=fault,
        turnover=() if row.turnover == "unknown" else row.turnover,
        turnover_untold=row.turnover == "unknown",
        to=row.to,
    )
    named_measures = zip(row.measures, scene.measures, strict=True)
    measures = tuple(_measure(one, name, bare, scene) for one, name in named_measures)
    return attrs.evolve(bare, measures=measures)


def _measure(row: AnyMeasureRow, name: str, decision: AdoptDecision, scene: Scene) -> AnyMeasure:
    if isinstance(row, Fine):
        return _fine(row, name, decision, scene)
    if isinstance(row, Order):
        return _order(row, name)
    if isinstance(row, Reprimand):
        return ReprimandMeasure(id=name, to=row.to, content=row.content)
    return BanMeasure(id=name, to=row.to, content=row.content)


def _order(row: Order, name: str) -> OrderMeasure:
    return OrderMeasure(
        id=name,
        to=row.to,
        content=row.content,
        comply=None if row.comply == "unknown" else row.comply,
        proof=row.proof,
        penalty=None if row.penalty is None else row.penalty.rate,
        at_most=None if row.penalty is None else row.penalty.at_most,
    )


def _fine(row: Fine, name: str, decision: AdoptDecision, scene: Scene) -> FineMeasure:
    return FineMeasure(
        id=name,
        to=row.to,
        amount=fined(row, decision, scene),
        conduct=row.conducts[0],
        provisions=row.provisions,
        parts=row.parts,
    )


def _payment(row: rows.Payment, scene: Scene) -> Command:
    amount = money(row.amount, scene, lambda: outstanding(scene.state, row.for_))
    return Pay(**_common(row, scene), for_=row.for_, amount=amount)


def _notifications(row: rows.Notification, scene: Scene) -> Iterator[Command]:
    for place, party in enumerate(row.to or ("",)):
        common = _common(row, scene)
        common["id"] = scene.name if not place else f"{scene.name}.{party}"
        yield Notify(**common, of=row.of, to=party)


def _turnovers(row: rows.Turnover, scene: Scene) -> Iterator[Command]:
    for place, (year, amount) in enumerate(row.amounts):
        common = _common(row, scene)
        common["id"] = scene.name if not place else f"{scene.name}.{year}"
        yield EstablishTurnover(**common, of=row.of, year=year, amount=amount)


def _corrections(row: rows.TurnoverCorrection, scene: Scene) -> Iterator[Command]:
    for place, (year, right) in enumerate(row.right):
        common = _common(row, scene)
        common["id"] = scene.name if not place else f"{scene.name}.{year}"
        yield CorrectTurnover(**common, of=row.of, year=year, right=right)


def _judgment(row: rows.Judgment, scene: Scene) -> Command:
    rulings = tuple(
        Ruling(of=of, result=result.word, amount=result.amount) for of, result in row.outcome
    )
    return GiveJudgment(**_common(row, scene), on_appeal=row.on_appeal, outcome=rulings)


_BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        _for(rows.Complaint, lambda r, s: LodgeComplaint(**_common(r, s), what=r.what)),
        _for(rows.Opening, lambda r, s: OpenInquiry(**_common(r, s), what=r.what)),
        _for(
            rows.InformationRequest,
            lambda r, s: RequestInformation(**_common(r, s), what=r.what),
        ),
        _for(
            rows.Information,
            lambda r, s: GiveInformation(**_common(r, s), answers=r.answers, what=r.what),
        ),
        _for(rows.Warning_, lambda r, s: IssueWarning(**_common(r, s), content=r.content)),
        _for(rows.FormalNotice, _notice),
        _for(
            rows.NoticeClosure,
            lambda r, s: CloseNotice(**_common(r, s), of=r.of, because=r.because),
        ),
        _for(rows.RapporteurAppointment, lambda r, s: AppointRapporteur(**_common(r, s))),
        _for(
            rows.Charges,
            lambda r, s: IssueCharges(**_common(r, s), alleges=r.alleges, to=r.to, what=r.what),
        ),
        _for(
            rows.Representations,
            lambda r, s: MakeRepresentations(**_common(r, s), answers=r.answers, what=r.what),
        ),
        _for(rows.Hearing, lambda r, s: HoldHearing(**_common(r, s))),
        _for(rows.Decision, _decision),
        _several(rows.Notification, _notifications),
        _for(rows.Publication, lambda r, s: Publish(**_common(r, s), of=r.of)),
        _for(
            rows.ComplianceRow,
            lambda r, s: ShowCompliance(**_common(r, s), with_=r.with_, share=r.share),
        ),
        _for(rows.Finding, lambda r, s: FindCompliance(**_common(r, s), of=r.of, result=r.result)),
        _for(
            rows.LiquidationProposal,
            lambda r, s: ProposeLiquidation(
                **_common(r, s), of=r.of, covers=r.covers, amount=taken(r, s)
            ),
        ),
        _for(
            rows.Liquidation,
            lambda r, s: Liquidate(**_common(r, s), of=r.of, covers=r.covers, amount=taken(r, s)),
        ),
        _for(
            rows.OrderClosure, lambda r, s: CloseOrder(**_common(r, s), of=r.of, because=r.because)
        ),
        _several(rows.Turnover, _turnovers),
        _several(rows.TurnoverCorrection, _corrections),
        _for(rows.Appeal, lambda r, s: LodgeAppeal(**_common(r, s), against=r.against, to=r.to)),
        _for(rows.Judgment, _judgment),
        _for(rows.Payment, _payment),
        _for(rows.Closure, lambda r, s: CloseProceeding(**_common(r, s), because=r.because)),
        _for(rows.Note, lambda r, s: MakeNote(**_common(r, s), what=r.what)),
    ]
)
