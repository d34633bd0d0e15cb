"""Rows about money as files write them: proposals, reductions, conversion, costs, succession."""

import pytest

from scenarios import ScenarioError, load_text, play
from scenarios.writing import dump

HEAD = """\
scenario: small
title: Small
kind: invented
law: {law}
parties:
  office: {{role: authority, country: {country}}}
  vivus: {{role: addressee, kind: undertaking, country: {country}}}
  p4: {{role: third party, kind: undertaking, country: {country}}}
conducts: {{access: Giving data away}}
timeline:
"""

SPAIN = (
    HEAD.format(law="es", country="ES")
    + """\
  - {day: 2024-01-10, act: opening}
  - day: 2024-04-08
    act: charges
    id: opening-agreement
    alleges: {access: [GDPR 5, GDPR 32]}
    turnover: {2022: EUR 66 551 000}
    proposes:
      - {measure: fine, amount: EUR 200 000, for: {access: [GDPR 5]}}
      - {measure: fine, amount: EUR 400 000, for: {access: [GDPR 32]}}
    notified: 2024-04-11
  - day: 2024-04-25
    act: acknowledgment
    by: vivus
    of: opening-agreement
    waives: administrative appeal
  - day: 2024-04-25
    act: payment
    id: paying
    by: vivus
    for: opening-agreement
    amount: EUR 360 000
    claims: [acknowledgment, voluntary payment]
    waives: administrative appeal
  - {day: 2024-05-07, act: decision, finds: {access: [GDPR 5, GDPR 32]}}
expect:
  - as_of: 2024-04-24
    status: {opening-agreement: proposed}
    exposure: {imposed: EUR 0, at_stake: EUR 20 000 000}
    offers:
      opening-agreement:
        acknowledgment: EUR 480 000
        voluntary payment: EUR 480 000
        acknowledgment and voluntary payment: EUR 360 000
  - as_of: 2024-05-07
    stage: decided
    status: {opening-agreement: paid}
    exposure:
      fined: EUR 360 000
      paid: EUR 360 000
      outstanding: EUR 0
      extinguished: EUR 240 000
      at_stake: EUR 0
"""
)

POLAND = (
    HEAD.format(law="pl", country="PL")
    + """\
  - {day: 2021-12-01, act: charges, alleges: {access: [GDPR 32]}, notified: 2021-12-02}
  - {day: 2022-02-01, act: succession, id: merger, by: office, from: vivus, to: p4}
  - {day: 2022-02-02, act: turnover, of: p4, amounts: {2021: PLN 95 578 126}}
  - day: 2022-06-01
    act: decision
    finds: {access: [GDPR 32]}
    fault: negligence
    measures:
      - measure: fine
        id: fine
        amount: PLN 1 599 395
        for: access
        converted: {from: EUR 350 000, rate: 4.5697, rate_of: 2022-01-28}
        pay: within 14 days of notification
    notified: {p4: 2022-06-03}
  - day: 2022-07-01
    act: instalments
    by: office
    of: fine
    parts: {2022-08-01: PLN 599 395, 2022-09-01: PLN 1 000 000}
  - {day: 2022-08-02, act: payment, by: p4, for: fine, amount: PLN 599 395}
  - {day: 2022-10-01, act: collection, of: fine, amount: maximum}
  - {day: 2022-11-01, act: remission, of: fine, amount: PLN 400 000, because: hardship}
  - {day: 2022-11-02, act: sum correction, of: fine, right: PLN 1 199 394}
  - {day: 2022-12-01, act: insolvency, by: office, of: p4}
  - {day: 2022-12-02, act: write-off, of: fine, amount: maximum}
expect:
  - {at: merger, exposure: {fined: PLN 0}}
  - {as_of: 2022-06-03, exposure: {not_due: PLN 1 599 395}, maxima: {fine: PLN 45 697 000}}
  - {as_of: 2022-06-18, exposure: {due: PLN 1 599 395}}
  - {as_of: 2022-07-01, exposure: {not_due: PLN 1 599 395, due: PLN 0}}
  - {as_of: 2022-08-02, exposure: {not_due: PLN 1 000 000, paid: PLN 599 395, due: PLN 0}}
  - {as_of: 2022-09-02, exposure: {due: PLN 1 000 000}}
  - {as_of: 2022-11-02, exposure: {due: PLN 599 999, extinguished: PLN 400 001}}
  - {as_of: 2022-12-02, status: {p4: insolvent}, exposure: {due: PLN 0, fined: PLN 599 395}}
"""
)

AUSTRIA = (
    HEAD.format(law="at", country="AT")
    + """\
  - {day: 2019-02-01, act: charges, alleges: {access: [GDPR 6]}, notified: 2019-02-04}
  - day: 2019-10-23
    act: decision
    finds: {access: [GDPR 6]}
    fault: negligence
    measures:
      - {measure: fine, id: fine, amount: EUR 18 000 000, for: access}
      - {measure: costs, id: costs, amount: EUR 1 800 000, of: fine}
    notified: 2019-10-28
expect:
  - as_of: 2019-10-28
    status: {costs: payable}
    exposure: {fined: EUR 18 000 000, imposed: EUR 19 800 000, liquidated: EUR 0}
"""
)


@pytest.mark.parametrize("text", [SPAIN, POLAND, AUSTRIA], ids=["Spain", "Poland", "Austria"])
def test_every_expectation_holds(text):
    checks = play(load_text(text, "small.yaml")).expectations()
    assert [check.message for check in checks if not check.ok] == []


def test_a_reduction_that_is_not_on_offer_is_told():
    text = SPAIN.replace("voluntary payment: EUR 480 000", "good looks: EUR 480 000", 1)
    checks = play(load_text(text, "small.yaml")).expectations()
    (wrong,) = [check for check in checks if not check.ok]
    assert wrong.found == "not on offer"


WRONG = {
    "a conversion that does not multiply out": (
        POLAND.replace("amount: PLN 1 599 395", "amount: PLN 1 599 396"),
        "EUR 350 000 at 4.5697 is PLN 1 599 395, not PLN 1 599 396",
    ),
    "a party that is not there": (POLAND.replace("to: p4}", "to: p5}"), "'p5'"),
    "a turnover of nobody": (POLAND.replace("of: p4, amounts", "of: p5, amounts"), "'p5'"),
    "a rate that is none": (POLAND.replace("rate: 4.5697", "rate: 4,5697"), "4"),
    "a sum that is not there": (POLAND.replace("for: fine, amount", "for: fin, amount"), "'fin'"),
    "a conduct that is proposed for": (
        SPAIN.replace("for: {access: [GDPR 32]}", "for: {acces: [GDPR 32]}"),
        "'acces'",
    ),
}


@pytest.mark.parametrize(("text", "names"), WRONG.values(), ids=WRONG)
def test_what_leads_nowhere_is_a_mistake_of_the_file(text, names):
    with pytest.raises(ScenarioError) as error:
        load_text(text, "small.yaml")
    assert names in str(error.value)


def test_a_row_is_written_and_read_again():
    scenario = load_text(POLAND, "small.yaml")
    assert load_text(dump(scenario), "small.yaml") == scenario
