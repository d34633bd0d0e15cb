"""Succession and insolvency: who owes what, after another stepped into its place (pl-virgin)."""

import attrs

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Notify
from domain.proceeding.acts.succession import DeclareInsolvency, InsolvencyDeclared, Succeed
from domain.proceeding.acts.turnover import EstablishTurnover
from domain.proceeding.entries import Party
from domain.proceeding.standing import outstanding
from projections import ExposureLedger, Status
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    NEGLIGENT,
    charged,
    day,
    decision,
    eur,
    fine,
    order,
    party,
    per_day,
    registration,
)

P4 = Party(key="p4", role="third party", kind="undertaking", country="US")


def file():
    one = registration()
    return attrs.evolve(one, parties=(*one.parties, P4))


CHARGED = charged(file=file())
DECIDED = CHARGED.and_(
    decision(fine(eur(3000), id="fine"), order(per_day(10), id="injunction")),
    Notify(on=day("2022-10-18"), of="sanction"),
)
SUCCEED = Succeed(on=day("2022-11-01"), from_="clearview", to="p4")


class TestSuccession:
    def test_puts_the_successor_in_the_place_of_the_addressee(self):
        state = DECIDED.when(SUCCEED).after.state
        assert state.addressees == ("p4",)
        assert state.party("clearview").role == "third party"
        assert state.fines[0].to == state.orders[0].to == state.charges[0].to == ("p4",)
        assert state.act("sanction").notified_on("p4") == day("2022-10-18")

    def test_can_be_by_another_addressee_into_which_it_merges(self):
        given = charged(party("a"), party("b")).and_(
            decision(fine(eur(1), id="fa", to=("a",)), fine(eur(2), id="fb", to=("a", "b"))),
        )
        state = given.when(Succeed(on=day("2022-11-01"), from_="a", to="b")).after.state
        assert state.addressees == ("b",)
        assert [one.to for one in state.fines] == [("b",), ("b",)]
        given.when(Succeed(on=day("2022-11-01"), from_="a", to="a")).then_refused("impossible")

    def test_leaves_sums_and_deadlines_as_they_are(self):
        before, after = DECIDED, DECIDED.and_(SUCCEED)
        for on in ("2022-11-02", "2023-01-10"):
            told = [ExposureLedger(g.history).at(day(on), FR).movements for g in (before, after)]
            assert told[0] == told[1]
        owed = Status(after.history).at(day("2023-01-10"), FR).next_steps
        assert any(step.party == "p4" and "EUR 3 000" in step.what for step in owed)

    def test_lets_the_successor_pay_and_appeal(self):
        given = DECIDED.and_(SUCCEED)
        assert given.when(Pay(on=day("2022-11-02"), for_="fine", amount=eur(3000), by="p4")).events
        assert given.when(LodgeAppeal(on=day("2022-11-02"), against=("fine",), by="p4")).events

    def test_lets_the_successor_be_fined_for_what_was_charged_before(self):
        """UODO fined P4 for Virgin Mobile, by the turnover of P4."""
        given = CHARGED.and_(
            SUCCEED,
            EstablishTurnover(
                on=day("2022-11-02"), of="p4", year="2021", amount=eur(1_000_000_000)
            ),
        )
        command = AdoptDecision(
            on=day("2022-12-20"),
            id="second",
            finds=ALLEGED,
            fault=NEGLIGENT,
            measures=(fine(eur(40_000_000)),),
        )
        (_, event) = given.when(command).events
        assert (event.to, event.maximum.floor) == (("p4",), eur(40_000_000))

    def test_is_by_a_party_that_is_nobody_in_the_file_yet(self):
        wrong = Succeed(on=day("2022-11-01"), from_="clearview", to="person")
        DECIDED.when(wrong).then_refused("impossible", ["to"])


class TestInsolvency:
    FLAG = DeclareInsolvency(on=day("2022-11-01"), of="clearview")

    def test_is_a_flag_and_changes_no_sum(self):
        when = DECIDED.when(self.FLAG)
        (event,) = when.events
        assert isinstance(event, InsolvencyDeclared)
        state = when.after.state
        assert outstanding(state, "fine") == eur(3000)
        assert [one.of for one in state.insolvencies] == ["clearview"]

    def test_stands_in_the_status(self):
        given = DECIDED.and_(self.FLAG)
        register = Status(given.history)
        assert register.at(day("2022-11-02"), FR).of("clearview").status == "insolvent"
        assert register.at(day("2022-10-31"), FR).of("clearview") is None

    def test_is_told_once(self):
        given = DECIDED.and_(self.FLAG)
        again = DeclareInsolvency(on=day("2022-12-01"), of="clearview")
        given.when(again).then_refused("impossible", ["of"])
