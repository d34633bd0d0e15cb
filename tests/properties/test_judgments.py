"""Law 6 over courts alone: whatever judges decide on judges, no money is made and none is lost."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.deciding import decide
from domain.proceeding.messages import Accepted
from domain.rulebook.loading import changed
from projections import ExposureLedger
from projections.accounts import Account
from showcause.testing.checks.ledger import check_ledger
from showcause.testing.drawing import commands
from showcause.testing.playing import Played
from tests.domain.proceeding.stories import FR, eur, fine, liquidated, order, per_day
from tests.domain.proceeding.stories import decided as decided_by_authority

COURTS = {
    "appeal",
    "judgment",
    "reconsideration request",
    "reconsideration",
    "suspension request",
    "suspension",
    "payment",
    "confirmation",
    "stay",
    "resumption",
}
SUSPENDING = changed(FR, "acts.appeal.suspends", "[fine, liquidation]")
CONFIRMING = changed(FR, "measures.fine.payable", "after confirmation")
STORIES = (
    decided_by_authority(fine(eur(1000), id="fine"), order(per_day(10), id="injunction")),
    decided_by_authority(fine(eur(1000), id="fine"), law=SUSPENDING),
    decided_by_authority(fine(eur(1000), id="fine"), law=CONFIRMING),
    liquidated(),
    liquidated(SUSPENDING),
)


def played(story):
    """The story as a proceeding that goes on."""
    first = story.past[0]
    assert isinstance(first, RegisterProceeding)
    found = Played.begin(first, story.law)
    for command in story.past[1:]:
        found = found.on(command.on).after(command)
    return found


PLAYED = tuple(played(story) for story in STORIES)


@st.composite
def court_histories(draw):
    """A story of the authority, and then up to ten acts of parties, courts and payers."""
    file = draw(st.sampled_from(PLAYED))
    for _ in range(draw(st.integers(1, 10))):
        file = file.on(file.day + timedelta(days=draw(st.integers(0, 40))))
        offers = [one for one in file.offers() if one.act in COURTS]
        if not offers:
            break
        likely = [one for one in offers if one.act in {"appeal", "judgment"}]
        offer = draw(st.sampled_from([*offers, *likely, *likely]))
        command = draw(commands(offer, file.state, file.law))
        verdict = decide(file.state, command, file.law)
        note(f"{command}: {verdict}")
        assert isinstance(verdict, Accepted), f"{command} was refused: {verdict}"
        file = file.with_accepted(command, verdict)
    return file


QUICK = settings(
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
)


@pytest.mark.slow
@QUICK
@given(court_histories())
def test_the_ledger_is_what_adding_up_the_rulings_that_stand_gives(file):
    check_ledger(file.history, file.state, file.law, file.day)


@pytest.mark.slow
@QUICK
@given(court_histories())
def test_no_sum_is_ever_more_than_what_was_set_or_paid(file):
    exposure = ExposureLedger(file.history).at(file.day, file.law)
    for one in file.state.sums():
        lines = [m for m in exposure.movements if m.about == one.id]
        balances = dict.fromkeys(Account, 0)
        for movement in lines:
            balances[movement.leaves] -= movement.amount.minor
            balances[movement.enters] += movement.amount.minor
        assert sum(balances.values()) == 0
        paid = sum(p.amount.minor for p in file.state.payments if p.of == one.id)
        assert balances[Account.PAID] + balances[Account.REFUNDABLE] == paid
        most = max([one.amount.minor, *_set_to(file, one.id)])
        owed = (Account.DUE, Account.NOT_DUE, Account.SUSPENDED, Account.PAID)
        assert sum(balances[account] for account in owed) <= most


def _set_to(file, of):
    """Every amount that some ruling set a sum to."""
    outcomes = (one for one in file.state.outcomes if one.of == of and one.amount is not None)
    return [one.amount.minor for one in outcomes]


def test_the_stories_can_be_played():
    assert all(COURTS & {offer.act for offer in file.offers()} for file in PLAYED)
