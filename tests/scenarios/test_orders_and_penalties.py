# ruff: noqa: E501 - rows as files write them
"""Orders, bans and penalties as files write them, down to the figures that they lead to."""

import pytest

from scenarios import load_text, play
from scenarios.errors import ScenarioError

HEAD = """\
scenario: written-here
title: Written here
story: Made up.
kind: invented
law: {law}
parties:
  authority: {{role: authority, name: Authority, country: {country}}}
  firm: {{role: addressee, kind: undertaking, name: Firm, country: US}}
  court: {{role: court, name: Court}}
conducts: {{cookies: Cookies}}
timeline:
"""
EXPECT = "expect: [{as_of: 2030-01-01, stage: decided}]\n"


def played(law, country, timeline, expect):
    text = HEAD.format(law=law, country=country) + timeline + expect
    run = play(load_text(text, "written-here.yaml"))
    failed = [one for one in run.expectations() if not one.ok]
    assert not failed, failed
    return run


def test_dutch_orders_each_have_their_unit_and_maximum():
    played(
        "nl",
        "NL",
        """\
  - day: 2022-02-24
    act: decision
    id: decision
    measures:
      - measure: order
        id: information
        content: Tell applicants who receives their data
        comply: by 2022-03-24
        penalty: {rate: EUR 10 000 per whole week, at_most: EUR 300 000}
      - measure: order
        id: security
        content: Secure the visa system
        comply: by 2022-10-24
        penalty: {rate: EUR 50 000 per 2 weeks, at_most: EUR 500 000}
    notified: 2022-02-24
""",
        """\
expect:
  - {as_of: 2022-10-20, exposure: {liquidated: EUR 300 000, accruing: EUR 0}}
  - {as_of: 2023-03-13, exposure: {liquidated: EUR 800 000, due: EUR 600 000, not_due: EUR 200 000}}
""",
    )


def test_belgian_orders_share_a_maximum_and_wait_for_a_notice():
    penalty = "{rate: EUR 25 000 per started day, times: 4 websites, starts: non-compliance notice}"
    played(
        "be",
        "BE",
        f"""\
  - day: 2024-09-06
    act: decision
    id: decision
    measures:
      - measure: order
        id: order-1
        content: A way to refuse on every layer
        comply: within 45 days of notification
        penalty: {penalty}
      - measure: order
        id: order-2
        content: No misleading colours
        comply: within 45 days of notification
        penalty: {penalty}
    joint_maximum: {{of: [order-1, order-2], amount: EUR 10 000 000}}
    notified: 2024-09-06
  - {{day: 2024-10-22, act: non-compliance notice, of: order-1}}
  - {{day: 2024-10-22, act: non-compliance notice, of: order-2}}
""",
        """\
expect:
  - {as_of: 2024-10-21, exposure: {accruing: EUR 0}, status: {order-1: running}}
  - {as_of: 2024-10-22, exposure: {accruing: EUR 200 000}, days_of_delay: {order-1: 1}}
  - {as_of: 2024-12-10, exposure: {accruing: EUR 10 000 000}, days_of_delay: {order-2: 50}}
  - {as_of: 2025-01-31, exposure: {accruing: EUR 10 000 000}}
""",
    )


def test_a_norwegian_penalty_stands_apart_from_its_ban():
    played(
        "nor",
        '"NO"',
        """\
  - day: 2023-07-14
    act: decision
    id: banning
    measures:
      - {measure: ban, id: ban, content: No ads, from: 2023-08-04, until: 2023-11-03}
    notified: 2023-07-14
  - day: 2023-07-14
    act: decision
    id: warning
    measures: [{measure: penalty warning, of: ban, rate: NOK 1 000 000 per day}]
  - day: 2023-08-07
    act: decision
    id: fining
    measures:
      - {measure: penalty, id: penalty, of: ban, rate: NOK 1 000 000 per day, from: 2023-08-14, until: 2023-11-03}
    notified: 2023-08-07
  - {day: 2023-08-28, act: appeal, by: firm, to: court, against: [penalty]}
  - {day: 2024-06-18, act: judgment, by: court, on_appeal: appeal, outcome: {penalty: revoked}}
""",
        """\
expect:
  - {as_of: 2023-08-04, status: {ban: in force}}
  - {as_of: 2023-11-04, status: {ban: lapsed, penalty: ended}, days_of_delay: {penalty: 82}}
  - {as_of: 2024-06-17, exposure: {accruing: NOK 82 000 000}}
  - {as_of: 2024-06-18, exposure: {accruing: NOK 0, extinguished: NOK 82 000 000}, status: {penalty: revoked}}
""",
    )


def test_a_ban_arises_is_suspended_and_comes_back():
    played(
        "dk",
        "DK",
        """\
  - day: 2021-09-10
    act: decision
    measures:
      - {measure: ban, id: limitation, under: GDPR 58(2)(f), content: No programs, condition: the risk stays high}
      - {measure: order, id: assess, under: GDPR 58(2)(d), content: Assess the risk, comply: by 2021-11-01}
      - {measure: warning, content: Do not add programs}
    notified: 2021-09-10
  - {day: 2021-10-20, act: amendment, of: assess, comply: by 2021-11-15}
  - {day: 2022-07-14, act: finding, of: limitation, result: condition met}
  - {day: 2022-09-08, act: amendment, of: limitation, suspended: 2022-11-05}
  - {day: 2022-11-04, act: amendment, of: limitation, suspended: unknown}
  - {day: 2024-01-30, act: amendment, of: limitation, resumed: from now on}
  - {day: 2024-02-01, act: amendment, of: limitation, revoked: from now on}
""",
        """\
expect:
  - {as_of: 2021-11-02, status: {limitation: not yet in force, assess: running}, deadlines: {assess: 2021-11-15}}
  - {as_of: 2021-11-16, status: {assess: overdue}}
  - {as_of: 2022-07-14, status: {limitation: in force}}
  - {as_of: 2022-09-08, status: {limitation: suspended}}
  - {as_of: 2023-12-31, status: {limitation: suspended}}
  - {as_of: 2024-01-30, status: {limitation: in force}}
  - {as_of: 2024-02-01, status: {limitation: revoked}}
""",
    )


def test_a_sum_for_a_missed_deadline_is_fixed_once():
    played(
        "ee",
        "EE",
        """\
  - day: 2026-11-20
    act: decision
    measures:
      - {measure: order, id: order, content: Answer, comply: by 2026-12-04, penalty: {sum: EUR 5 000}}
    notified: 2026-11-20
  - {day: 2026-12-10, act: liquidation, of: order, covers: 2026-12-05..2026-12-10, amount: EUR 5 000}
  - {day: 2026-12-11, act: amendment, of: order, comply: by 2027-01-11}
  - {day: 2027-01-20, act: waiver, of: order, because: answered in the end}
""",
        """\
expect:
  - {as_of: 2026-12-09, exposure: {accruing: EUR 5 000}}
  - {as_of: 2026-12-31, exposure: {accruing: EUR 0, liquidated: EUR 5 000}}
  - {as_of: 2027-01-12, exposure: {accruing: EUR 5 000, liquidated: EUR 5 000}}
  - {as_of: 2027-01-20, exposure: {accruing: EUR 0, extinguished: EUR 5 000, liquidated: EUR 5 000}}
""",
    )


def test_a_report_is_due_unless_appealed():
    order = "{measure: order, id: order, content: Delete, report: by 2022-01-31 unless appealed}"
    played(
        "fi",
        "FI",
        f"""\
  - {{day: 2021-11-09, act: decision, by: ombudsman, measures: [{order}], notified: 2021-11-09}}
""",
        """\
expect:
  - {as_of: 2022-01-31, status: {order: running}}
  - {as_of: 2022-02-01, status: {order: overdue}}
""",
    )


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        (
            "{measure: order, content: x}",
            "an order says by when to comply or to report",
        ),
        (
            "{measure: order, content: x, comply: at once, penalty: {at_most: EUR 5}}",
            "a penalty has a rate, or a sum for each missed deadline",
        ),
        (
            "{measure: order, content: x, comply: at once, penalty: {rate: EUR 1 per day, sum: EUR 5}}",
            "a penalty has a rate, or a sum for each missed deadline",
        ),
        (
            "{measure: penalty, of: rumour, rate: EUR 1 per day}",
            "'rumour'",
        ),
        (
            "{measure: order, content: x, comply: at once, penalty: {rate: EUR 1 per day, from: 2022-02-01, until: 2022-01-01}}",
            "the penalty ends on 2022-01-01, before it begins",
        ),
        (
            "{measure: order, content: x, comply: at once, penalty: {rate: EUR 1 per day, times: many}}",
            "does not say how many times",
        ),
        (
            "{measure: order, content: x, comply: at once, penalty: {rate: EUR 1 per year}}",
            "the units of a rate are day, week, 2 weeks, month, missed deadline",
        ),
    ],
)
def test_a_wrong_measure_is_noted_with_its_reason(measure, message):
    timeline = f"  - {{day: 2021-11-09, act: decision, measures: [{measure}]}}\n"
    text = HEAD.format(law="nl", country="NL") + timeline + EXPECT
    with pytest.raises(ScenarioError, match=message):
        load_text(text, "written-here.yaml")
