"""What happens to the file itself, and settlements and commitments on the way."""

import attrs
import pytest

from domain.periods import TimeLimit
from domain.proceeding.acts.charges import MakeRepresentations
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.extension import ExtendPeriod
from domain.proceeding.acts.file import (
    Anonymise,
    ChangeLaw,
    GiveDefaultNotice,
    OweForLateness,
    Reopen,
)
from domain.proceeding.acts.inquiry import (
    Alert,
    ExtendScope,
    Inspect,
    LodgeComplaint,
    NotifyBreach,
    ScopeExtended,
)
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Publish
from domain.proceeding.acts.settlement import (
    AcceptCommitment,
    AnswerSettlement,
    OfferCommitment,
    ProposeSettlement,
    WithdrawSettlement,
)
from domain.proceeding.deciding import options
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.messages import Refusal
from domain.proceeding.standing import stage
from projections import ExposureLedger, Status
from projections.sentences import sentence
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    IT,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    ordered,
    registration,
)

FILE = Given((registration(),), FR)


class TestInquiry:
    def test_alerts_and_breaches_start_nothing(self):
        given = FILE.and_(
            Alert(on=day("2021-06-02"), by="cnil", what="No officer"),
            NotifyBreach(on=day("2021-06-03"), by="clearview"),
        )
        assert stage(given.state, day("2021-07-01")) == "not opened"

    def test_an_inspection_does(self):
        given = FILE.and_(Inspect(on=day("2020-06-16"), by="cnil", what="Online"))
        assert stage(given.state, day("2020-06-16")) == "inquiry"

    def test_a_complaint_may_be_received_later(self):
        (event,) = FILE.when(
            LodgeComplaint(on=day("2023-07-18"), by="person", received=day("2023-07-19"))
        ).events
        assert event.received == day("2023-07-19")
        early = LodgeComplaint(on=day("2023-07-18"), by="person", received=day("2023-07-17"))
        FILE.when(early).then_refused("impossible", ["received"])


class TestExtensionOfScope:
    MORE = tuple(Party(key=f"town-{k}", role="addressee", kind="public body") for k in range(52))

    def test_takes_in_fifty_two_further_addressees(self):
        given = FILE.and_(
            ExtendScope(on=day("2022-10-24"), by="cnil", addressees=self.MORE, what="Same orders")
        )
        assert len(given.state.addressees) == 53
        assert sentence(given.events[-1]) == (
            "The file is extended to 52 more addressees: Same orders."
        )

    def test_takes_in_a_conduct_that_can_then_be_charged(self):
        more = ExtendScope(on=day("2021-01-04"), conducts=(Conduct(key="sales"),))
        (event,) = FILE.when(more).events
        assert isinstance(event, ScopeExtended)
        assert charged(alleges=(("sales", ("GDPR 6",)),), file=registration(conducts=("sales",)))

    @pytest.mark.parametrize(
        ("more", "says"),
        [
            ({}, "adds nobody and nothing"),
            ({"addressees": (Party(key="clearview", role="addressee"),)}, "is in the file already"),
            ({"addressees": (Party(key="c", role="court"),)}, "only addressees can be"),
            ({"conducts": (Conduct(key="faceprints"),)}, "is in the file already"),
        ],
    )
    def test_of_what_is_there_or_nothing_is_impossible(self, more, says):
        refusal = FILE.when(ExtendScope(on=day("2021-01-04"), **more)).then_refused("impossible")
        assert says in str(refusal)

    def test_comes_after_a_decision_as_well_and_not_once_the_file_is_closed(self):
        # Datatilsynet took in 52 towns more than a year after its first decision.
        late = ExtendScope(on=day("2023-01-14"), conducts=(Conduct(key="sales"),))
        after = decided(fine(eur(1)))
        assert after.and_(late).state.conducts[-1].key == "sales"
        closed = after.and_(CloseProceeding(on=day("2023-01-10")))
        closed.when(late).then_refused("irregular", ["closed"])


class TestSettlement:
    """Mediahuis: proposed on 20 October 2023, not accepted, withdrawn on 18 December."""

    PROPOSED = FILE.and_(
        ProposeSettlement(on=day("2023-10-20"), by="cnil", reply=TimeLimit.parse("by 2023-11-20"))
    )
    WITHDRAWN = PROPOSED.and_(
        WithdrawSettlement(on=day("2023-12-18"), by="cnil", of="settlement proposal")
    )

    def status(self, given, on="2024-01-01"):
        return Status(given.history).at(day(on), FR).of(given.state.settlements[0].id).status

    def test_is_on_the_table_until_it_is_withdrawn(self):
        assert self.status(self.PROPOSED) == "proposed"
        assert self.status(self.WITHDRAWN) == "withdrawn"
        again = WithdrawSettlement(on=day("2023-12-19"), by="cnil", of="settlement proposal")
        self.WITHDRAWN.when(again).then_refused("impossible", ["of"])

    def test_leaves_a_time_that_can_be_extended(self):
        longer = ExtendPeriod(
            on=day("2023-11-10"), by="cnil", of="settlement proposal", until=day("2023-11-27")
        )
        (period,) = self.PROPOSED.and_(longer).state.periods_of("settlement proposal")
        assert period.deadline.on == day("2023-11-27")

    def test_is_answered_once_by_those_it_is_for(self):
        refused = AnswerSettlement(
            on=day("2023-12-11"), by="clearview", answers="settlement proposal", result="refused"
        )
        given = self.PROPOSED.and_(refused)
        assert self.status(given) == "refused"
        given.when(refused).then_refused("impossible", ["answers"])

    def test_is_accepted_by_all_it_is_for(self):
        yes = AnswerSettlement(
            on=day("2023-12-11"), by="clearview", answers="settlement proposal", result="accepted"
        )
        assert self.status(self.PROPOSED.and_(yes)) == "accepted"

    def test_can_be_commented_on(self):
        said = MakeRepresentations(
            on=day("2023-11-27"), by="clearview", answers="settlement proposal"
        )
        assert self.PROPOSED.when(said).events

    def test_is_the_authority_s_to_withdraw(self):
        stolen = WithdrawSettlement(on=day("2023-12-18"), by="clearview", of="settlement proposal")
        self.PROPOSED.when(stolen).then_refused("impossible", ["of"])


class TestCommitment:
    OFFERED = FILE.and_(
        OfferCommitment(on=day("2023-03-01"), by="clearview", content=("Delete all",))
    )

    def test_binds_once_it_is_accepted(self):
        given = self.OFFERED.and_(AcceptCommitment(on=day("2023-04-01"), of="commitment"))
        (found,) = given.state.settlements
        assert found.binding_on == day("2023-04-01")
        assert Status(given.history).at(day("2023-04-02"), FR).of("commitment").status == "binding"

    def test_can_be_taken_back_before(self):
        back = WithdrawSettlement(on=day("2023-03-15"), by="clearview", of="commitment")
        given = self.OFFERED.and_(back)
        given.when(AcceptCommitment(on=day("2023-04-01"), of="commitment")).then_refused(
            "impossible", ["of"]
        )


class TestReopening:
    CLOSED = ordered().and_(CloseProceeding(on=day("2023-01-10")))

    def test_lets_the_file_go_on(self):
        assert stage(self.CLOSED.state, day("2023-02-01")) == "closed"
        given = self.CLOSED.and_(Reopen(on=day("2023-02-01"), because="New facts"))
        assert stage(given.state, day("2023-02-01")) == "decided"

    def test_of_an_open_file_is_impossible(self):
        ordered().when(Reopen(on=day("2023-02-01"))).then_refused("impossible", ["closed"])
        (answer,) = [
            a for a in options(ordered().state, FR, day("2023-02-01")) if a.act == "reopening"
        ]
        assert isinstance(answer, Refusal)


class TestAnonymisation:
    def test_takes_the_names_out_two_years_on(self):
        given = decided(fine(eur(1))).and_(
            Publish(on=day("2022-10-20"), of="sanction"),
            Anonymise(on=day("2024-10-20"), of="sanction"),
        )
        assert given.state.act("sanction").anonymised_on == day("2024-10-20")
        given.when(Anonymise(on=day("2024-10-21"), of="sanction")).then_refused(
            "impossible", ["of"]
        )

    def test_of_what_is_not_public_is_impossible(self):
        decided(fine(eur(1))).when(Anonymise(on=day("2024-10-20"), of="sanction")).then_refused(
            "impossible", ["of"]
        )


class TestLateness:
    GIVEN = FILE.and_(
        GiveDefaultNotice(on=day("2023-05-01"), by="person", what="No decision on the complaint")
    )
    OWED = GIVEN.and_(
        OweForLateness(on=day("2023-06-15"), by="cnil", of="default notice", amount=eur(1_442))
    )

    def test_is_owed_by_the_authority_and_is_no_exposure(self):
        (found,) = self.OWED.state.late_payments
        assert (found.to, found.amount) == ("person", eur(1_442))
        ledger = ExposureLedger(self.OWED.history).at(day("2023-07-01"), FR)
        assert {name: ledger.figure(name).minor for name in ("imposed", "due", "outstanding")} == {
            "imposed": 0,
            "due": 0,
            "outstanding": 0,
        }

    def test_is_shown_in_the_status(self):
        shown = Status(self.OWED.history).at(day("2023-07-01"), FR).of("late payment owed")
        assert shown.status == "the authority owes EUR 1 442 to person"

    def test_is_paid_by_the_authority_and_moves_nothing_of_the_addressee(self):
        pay = Pay(on=day("2023-07-01"), by="cnil", for_="late payment owed", amount=eur(1_000))
        part = self.OWED.and_(pay)
        assert (part.events[-1].by, part.events[-1].amount) == ("cnil", eur(1_000))
        shown = Status(part.history).at(day("2023-07-01"), FR).of("late payment owed")
        assert shown.status == "the authority owes EUR 442 to person"
        whole = part.and_(attrs.evolve(pay, amount=eur(442)))
        shown = Status(whole.history).at(day("2023-07-01"), FR).of("late payment owed")
        assert shown.status == "paid"
        assert ExposureLedger(whole.history).at(day("2023-07-01"), FR).movements == ()
        whole.when(pay).then_refused("irregular", ["outstanding"])

    def test_is_not_for_the_addressee_to_pay_nor_a_fine_for_the_authority(self):
        pay = Pay(on=day("2023-07-01"), by="clearview", for_="late payment owed", amount=eur(1))
        self.OWED.when(pay).then_refused("irregular", ["organ"])
        fined = decided(fine(eur(1), id="fine"))
        own = attrs.evolve(pay, by="cnil", for_="fine")
        fined.when(own).then_refused("irregular", ["organ"])

    def test_needs_a_default_notice_and_only_one_sum_for_each(self):
        owed = OweForLateness(on=day("2023-07-01"), by="cnil", of="default notice", amount=eur(1))
        FILE.when(owed).then_refused("impossible")
        self.OWED.when(owed).then_refused("impossible", ["of"])


class TestChangeOfLaw:
    def test_is_decided_under_the_law_that_comes(self):
        turn = ChangeLaw(on=day("2023-01-02"), law=IT.name, digest=IT.digest)
        (event,) = Given((registration(),), IT).when(turn).events
        assert (event.law, event.digest) == ("it", IT.digest)
        FILE.when(turn).then_refused("impossible", ["law", "digest"])

    def test_keeps_the_currency(self):
        state = attrs.evolve(FILE.state, currency="GBP")
        answers = options(state, FR, day("2023-01-02"))
        (answer,) = [a for a in answers if a.act == "change of law"]
        assert isinstance(answer, Refusal)
        assert [d.rule for d in answer.defects] == ["currency"]


def test_a_decision_needs_no_settlement():
    assert charged().when(decision(fine(eur(1)))).events
