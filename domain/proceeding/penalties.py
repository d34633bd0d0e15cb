"""What a periodic penalty runs up: its days of delay, its units, its maxima, and what is taken.

A penalty belongs to an order, or stands by itself and enforces an order or a ban. It runs from the
day after the due day, or from the act or day that its terms name, as long as the breach lasts,
and not while it is suspended. Everything here is a function of the entries and of a day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from domain.amounts import higher, lower
from domain.calendars import EventDay
from domain.days import Span, days_later, months_later
from domain.deadlines import days_to_unit, units_of_delay, without
from domain.money import Money, Per
from domain.periods import Period, Unit
from domain.proceeding.entries import JointMaximum, Order, OtherMeasure, Penalty, PenaltyTerms
from domain.proceeding.outcomes import annulling
from domain.proceeding.standing import (
    first_missed,
    lifted_on,
    met_on,
    outstanding,
    time_given_anew,
)
from domain.proceeding.state import ProceedingState, named
from domain.proceeding.suspensions import suspended_spans

Penalised = Order | Penalty
"""What carries a periodic penalty."""

NOTICE = "non-compliance notice"
"""The act with which a penalty starts to run where its terms say so."""

_ONE_DAY = timedelta(days=1)


def penalised(state: ProceedingState) -> tuple[Penalised, ...]:
    """Every order with a penalty, and every penalty that stands by itself."""
    orders = (order for order in state.orders if order.penalty is not None)
    alone = (one for one in state.penalties if one.penalty is not None)
    return (*orders, *alone)


def penalised_of(state: ProceedingState, of: str) -> Penalised | None:
    """The order or the penalty of that id, if it carries a penalty."""
    order: Order | None = named(state.orders, of)
    found: Penalised | None = named(state.penalties, of) if order is None else order
    return None if found is None or found.penalty is None else found


def duty_of(one: Penalised) -> str:
    """The order or ban whose breach is penalised."""
    return one.of if isinstance(one, Penalty) else one.id


def ended_on(state: ProceedingState, one: Penalised) -> date | None:
    """The day on which delay stopped for good or for now: met, closed, taken back, annulled."""
    duty, stops = duty_of(one), () if one.penalty is None else one.penalty.stops
    days = [
        met_on(state, duty) if "compliance shown" in stops else None,
        lifted_on(state, duty) if "order lifted" in stops else None,
        state.closed_on,
        *(gone.on for of in (one.id, duty) if (gone := annulling(state.outcomes, of))),
        *(w.on for w in state.waivers if w.of == one.id and w.amount is None),
        *(taken.revoked_on for taken in _things(state, one)),
    ]
    end: date | None = None
    for day in days:
        if day is not None:
            end = day if end is None else lower(end, day)
    return end


def _things(state: ProceedingState, one: Penalised) -> tuple[Order | Penalty | OtherMeasure, ...]:
    """The penalty itself with the order or ban that it enforces."""
    if not isinstance(one, Penalty):
        return (one,)
    orders = (order for order in state.orders if order.id == one.of)
    others = (other for other in state.other_measures if other.id == one.of)
    return (one, *orders, *others)


def starts_on(state: ProceedingState, one: Penalised) -> date | None:
    """The first day of delay if the breach lasts; None while nothing lets it begin."""
    terms = one.penalty
    if terms is None:
        return None
    duty = duty_of(one)
    due = first_missed(state, duty)
    first: date | None = None
    if due is not None:
        first = days_later(due, 1 if terms.counting.first_day is EventDay.COUNTED else 2)
        if first is None:
            return None
    elif isinstance(one, Order) or named(state.orders, duty) is not None:
        return None
    for day in (_in_force_from(state, duty), terms.run.from_day, _noticed_on(state, one, terms)):
        if day is not None:
            first = day if first is None else higher(first, day)
    waits = terms.run.starts == NOTICE and _noticed_on(state, one, terms) is None
    return None if waits else first


def _in_force_from(state: ProceedingState, duty: str) -> date | None:
    """From when a ban holds, where the duty is one; a ban under a condition may never."""
    ban: OtherMeasure | None = named(state.other_measures, duty)
    if ban is None:
        return None
    begins = higher(ban.from_day or ban.on, ban.on)
    if not ban.condition:
        return begins
    return date.max if ban.arisen_on is None else higher(begins, ban.arisen_on)


def _noticed_on(state: ProceedingState, one: Penalised, terms: PenaltyTerms) -> date | None:
    """The day of the notice with which it starts, where its terms ask for one."""
    if terms.run.starts != NOTICE:
        return None
    about = {one.id, duty_of(one)}
    notices = [act.on for act in state.acts_of(NOTICE) if act.about in about]
    return notices[0] if notices else None


def running(state: ProceedingState, one: Penalised, through: date) -> tuple[Span, ...]:
    """The stretches of days of delay up to a day, with what was paused cut out, in their order."""
    first, terms = starts_on(state, one), one.penalty
    if first is None or terms is None:
        return ()
    end = ended_on(state, one)
    last = through if end is None else lower(through, end)
    if terms.counting.last_day is EventDay.NOT_COUNTED:
        last = last - _ONE_DAY
    for until in (terms.run.until, *_holds_until(state, one), *_held_until(state, one)):
        last = last if until is None else lower(last, until)
    return () if last < first else without(Span(first, last), _pauses(state, one, through))


def _holds_until(state: ProceedingState, one: Penalised) -> tuple[date | None, ...]:
    return tuple(ban.until for ban in _things(state, one) if isinstance(ban, OtherMeasure))


def _held_until(state: ProceedingState, one: Penalised) -> Iterator[date]:
    """The day before an annulment: nobody has to comply on a day at whose end nothing binds."""
    found = (annulling(state.outcomes, of) for of in (one.id, duty_of(one)))
    return (gone.on - _ONE_DAY for gone in found if gone is not None)


def _pauses(state: ProceedingState, one: Penalised, through: date) -> tuple[Span, ...]:
    """While it was suspended, and while there was time anew after a first day of delay."""
    duty = duty_of(one)
    names = dict.fromkeys((one.id, duty))
    suspended = (span for of in names for span in suspended_spans(state, of, through))
    return (*suspended, *time_given_anew(state, duty))


def delay(state: ProceedingState, one: Penalised, through: date) -> Span | None:
    """The days of delay up to a day, from the first to the last; None if there are none."""
    stretches = running(state, one, through)
    return Span(stretches[0].first, stretches[-1].last) if stretches else None


def days_of_delay(state: ProceedingState, one: Penalised, through: date) -> int:
    """How many days of delay there are up to a day, liquidated ones included, paused ones not."""
    return sum(stretch.days for stretch in running(state, one, through))


def units(state: ProceedingState, one: Penalised, through: date) -> int:
    """How many units of the rate have run up; a pause puts off the end of the unit it falls in."""
    stretches, terms = running(state, one, through), one.penalty
    if not stretches or terms is None:
        return 0
    if terms.rate.per is Per.MISSED_DEADLINE:
        return _missed(stretches, time_given_anew(state, duty_of(one)))
    days = sum(stretch.days for stretch in stretches)
    return units_of_delay(days, stretches[0].first - _ONE_DAY, terms.rate.per, terms.part)


def _missed(stretches: tuple[Span, ...], anew: tuple[Span, ...]) -> int:
    """How many of the deadlines were missed: those after which there was a day of delay."""
    between = without(Span(date.min, date.max), anew)
    return sum(any(days.overlap(one) is not None for one in stretches) for days in between)


def run_up(state: ProceedingState, one: Penalised, through: date) -> Money:
    """Rate times units, within its own maximum and a joint one; liquidated days included."""
    own, joint = own_run_up(state, one, through), joint_maximum_of(state, one)
    if joint is None:
        return own
    over = own - within_joint(state, one, joint, through)
    return own - over


def own_run_up(state: ProceedingState, one: Penalised, through: date) -> Money:
    """Rate times units within its own maximum, before any maximum that it shares."""
    terms = one.penalty
    if terms is None:
        return Money.zero(state.currency)
    total = terms.unit * units(state, one, through)
    return total if terms.at_most is None else lower(total, terms.at_most)


def joint_maximum_of(state: ProceedingState, one: Penalised) -> JointMaximum | None:
    """The maximum that it shares with others."""
    return next((joint for joint in state.joint_maxima if one.id in joint.of), None)


def sharing(state: ProceedingState, joint: JointMaximum) -> tuple[Penalised, ...]:
    """Those that share a maximum, in the order in which the decision names them."""
    found = (penalised_of(state, of) for of in joint.of)
    return tuple(one for one in found if one is not None)


def within_joint(
    state: ProceedingState, one: Penalised, joint: JointMaximum, through: date
) -> Money:
    """What a shared maximum leaves to one of those that share it.

    All run up in full until the day on which they pass it together; what is left on that day goes
    to them in the order in which the decision names them. So no share ever falls.
    """
    all_of_them = sharing(state, joint)
    if _together(state, all_of_them, through) <= joint.amount:
        return own_run_up(state, one, through)
    passed = _passed_on(state, all_of_them, joint, through)
    before = passed - _ONE_DAY
    left = joint.amount - _together(state, all_of_them, before)
    for other in all_of_them:
        that_day = own_run_up(state, other, passed) - own_run_up(state, other, before)
        share = lower(that_day, left)
        if other.id == one.id:
            return own_run_up(state, one, before) + share
        left = left - share
    return Money.zero(state.currency)


def _together(state: ProceedingState, all_of_them: tuple[Penalised, ...], through: date) -> Money:
    total = Money.zero(state.currency)
    for one in all_of_them:
        total = total + own_run_up(state, one, through)
    return total


def _passed_on(
    state: ProceedingState,
    all_of_them: tuple[Penalised, ...],
    joint: JointMaximum,
    through: date,
) -> date:
    """The first day at whose end they are above the maximum, found by halving the days."""
    within, above = through, through
    for one in all_of_them:
        stretches = running(state, one, through)
        if stretches:
            within = lower(within, stretches[0].first - _ONE_DAY)
    while (above - within).days > 1:
        middle = within + timedelta(days=(above - within).days // 2)
        if _together(state, all_of_them, middle) > joint.amount:
            above = middle
        else:
            within = middle
    return above


def crystallised(state: ProceedingState, of: str) -> Money:
    """What liquidations and waivers took out of what had run up, reductions included."""
    total = Money.zero(state.currency)
    for liquidation in state.liquidations:
        if liquidation.of == of:
            total = total + liquidation.run_up
    for waiver in state.waivers:
        if waiver.of == of and waiver.amount is not None:
            total = total + waiver.amount
    return total


def accruing(state: ProceedingState, one: Penalised, through: date) -> Money:
    """What has run up, has not crystallised, and may still be taken."""
    by_law = one.penalty is not None and one.penalty.by_law
    if by_law or not may_crystallise(state, one):
        return Money.zero(state.currency)
    left = run_up(state, one, through) - crystallised(state, one.id)
    return higher(left, Money.zero(state.currency))


def may_crystallise(state: ProceedingState, one: Penalised) -> bool:
    """Whether what has run up may still be liquidated: it stands, and its order and file are open.

    What the authority took back, but not with all effect, may be liquidated for the days before.
    """
    gone = {one.id, duty_of(one)} & state.annulled
    lifted = lifted_on(state, duty_of(one)) is not None
    undone = any(thing.undone for thing in _things(state, one))
    waived = any(w.of == one.id and w.amount is None for w in state.waivers)
    return not (gone or lifted or undone or waived) and state.closed_on is None


def open_days(state: ProceedingState, one: Penalised, covers: Span, through: date) -> Span | None:
    """The days of delay within a stretch that may be liquidated and were not yet."""
    span = delay(state, one, through) if may_crystallise(state, one) else None
    within = None if span is None else span.overlap(covers)
    for liquidation in state.liquidations:
        taken = liquidation.of == one.id and within is not None
        if taken and within is not None and within.overlap(liquidation.days) is not None:
            return None
    return within


def run_up_within(
    state: ProceedingState, one: Penalised, days: Span | None, through: date
) -> Money:
    """What these days ran up, within what the maxima leave as of a day."""
    if one.penalty is None or days is None:
        return Money.zero(state.currency)
    before = own_units(state, one, days.first - _ONE_DAY)
    total = one.penalty.unit * (own_units(state, one, days.last) - before)
    capped = one.penalty.at_most is not None or joint_maximum_of(state, one) is not None
    return lower(total, accruing(state, one, through)) if capped else total


def own_units(state: ProceedingState, one: Penalised, through: date) -> int:
    """The units up to a day that the delay reaches, whether or not that day itself is counted."""
    return units(state, one, _counting(one, through))


def _counting(one: Penalised, on: date) -> date:
    """The day as of which a day of delay is counted: the next, where the last one never is."""
    terms = one.penalty
    last_counts = terms is None or terms.counting.last_day is EventDay.COUNTED
    return on if last_counts or on == date.max else on + _ONE_DAY


@frozen(kw_only=True)
class Forfeiture:
    """One unit that is owed by operation of law: since when, how much, and until when to pay."""

    number: int
    on: date
    amount: Money
    pay_by: date


def forfeitures(state: ProceedingState, one: Penalised, through: date) -> tuple[Forfeiture, ...]:
    """The units that were forfeited by law up to a day; what comes later does not undo them."""
    terms = one.penalty
    if terms is None or not terms.by_law:
        return ()
    stretches = running(state, one, through)
    found: list[Forfeiture] = []
    before = Money.zero(state.currency)
    most = run_up(state, one, _counting(one, through))
    for number in range(1, units(state, one, through) + 1):
        if before >= most:  # a maximum is reached: no further unit is owed
            break
        on = _day_of_unit(stretches, number, terms)
        total = run_up(state, one, _counting(one, on))
        if total > before:
            amount = total - before
            pay_by = on if terms.pay_within is None else _later(on, terms.pay_within)
            found.append(Forfeiture(number=number, on=on, amount=amount, pay_by=pay_by))
        before = total
    return tuple(found)


def _day_of_unit(stretches: tuple[Span, ...], number: int, terms: PenaltyTerms) -> date:
    """The day of delay on which a unit has run up."""
    anchor = stretches[0].first - _ONE_DAY
    left = days_to_unit(number, anchor, terms.rate.per, terms.part)
    for stretch in stretches:
        if left <= stretch.days:
            return stretch.first + timedelta(days=left - 1)
        left = left - stretch.days
    return stretches[-1].last


def _later(on: date, period: Period) -> date:
    """The last day of a period to pay, in plain calendar days: no day of rest moves it.

    One that would end after the last day that a date can hold ends on that day.
    """
    months = {Unit.MONTHS: 1, Unit.YEARS: 12}.get(period.unit)
    length = 7 if period.unit is Unit.WEEKS else 1
    try:
        if months is not None:
            return months_later(on, period.length * months) + timedelta(days=period.and_days)
        return on + timedelta(days=period.length * length + period.and_days)
    except OverflowError:
        return date.max


def forfeited(state: ProceedingState, one: Penalised, through: date) -> Money:
    """What is owed by operation of law, before payments and what was given up."""
    total = Money.zero(state.currency)
    for unit in forfeitures(state, one, through):
        total = total + unit.amount
    return total


def forfeited_left(state: ProceedingState, one: Penalised, through: date) -> Money:
    """What is still open of it."""
    left = forfeited(state, one, through) - crystallised(state, one.id)
    for payment in state.payments:
        if payment.of == one.id:
            left = left - payment.amount
    gone = {one.id, duty_of(one)} & state.annulled
    undone = any(thing.undone for thing in _things(state, one))
    waived = any(w.of == one.id and w.amount is None for w in state.waivers)
    zero = Money.zero(state.currency)
    return zero if gone or undone or waived else higher(left, zero)


def owed_by_law(state: ProceedingState) -> tuple[str, ...]:
    """The penalties whose units are owed without any further decision."""
    return tuple(
        one.id for one in penalised(state) if one.penalty is not None and one.penalty.by_law
    )


def open_sum(state: ProceedingState, of: str, on: date) -> Money:
    """What is open of a sum that was imposed, or of a penalty that is owed by law."""
    one = penalised_of(state, of)
    if one is None or of not in owed_by_law(state):
        return outstanding(state, of)
    return forfeited_left(state, one, on)


def penalty_status(state: ProceedingState, one: Penalised, on: date) -> str:
    """`not started`, `accruing`, `paused`, `at its maximum`, `ended`, or what became of it."""
    if one.id in state.annulled or duty_of(one) in state.annulled:
        gone = annulling(state.outcomes, one.id) or annulling(state.outcomes, duty_of(one))
        return "annulled" if gone is None or gone.result != "revoked" else "revoked"
    if any(thing.revoked_on is not None for thing in _things(state, one)):
        return "revoked"
    if any(waiver.of == one.id and waiver.amount is None for waiver in state.waivers):
        return "waived"
    stretches, end = running(state, one, on), ended_on(state, one)
    over = end is not None or not _may_run(state, one, on)
    taken = any(liquidation.of == one.id for liquidation in state.liquidations)
    if over and taken and accruing(state, one, on).minor == 0:
        return "liquidated"
    if over:
        return "ended"
    if not stretches:
        return "not started"
    if _at_maximum(state, one, on):
        return "at its maximum"
    return "accruing" if stretches[-1].last >= _reckoned(one, on) else "paused"


def _may_run(state: ProceedingState, one: Penalised, on: date) -> bool:
    """Whether neither it nor the ban that it enforces has had its last day."""
    terms = one.penalty
    lasts = () if terms is None else (terms.run.until, *_holds_until(state, one))
    return all(last is None or on <= last for last in lasts)


def _at_maximum(state: ProceedingState, one: Penalised, on: date) -> bool:
    joint, total = joint_maximum_of(state, one), run_up(state, one, on)
    own = one.penalty is not None and one.penalty.at_most == total
    shared = joint is not None and joint.amount == _shared(state, joint, on)
    return own or shared


def _shared(state: ProceedingState, joint: JointMaximum, on: date) -> Money:
    total = Money.zero(state.currency)
    for one in sharing(state, joint):
        total = total + run_up(state, one, on)
    return total


def _reckoned(one: Penalised, on: date) -> date:
    """The last day that counts when delay is reckoned on a day."""
    last_day = one.penalty is not None and one.penalty.counting.last_day
    return on - _ONE_DAY if last_day is EventDay.NOT_COUNTED else on
