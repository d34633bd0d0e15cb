"""The timeline: each event a sentence that can be read aloud, with provision and local name."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.proceeding.acts.appeal import AppealLodged
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.compliance import ComplianceShown
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.deciding import EVOLUTIONS
from domain.proceeding.entries import Outcome
from domain.proceeding.measures import OrderIssued
from domain.proceeding.messages import Event
from projections.sentences import sentence
from projections.timeline import Timeline
from showcause.testing import Given
from showcause.testing.instances import events
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    TWO_MONTHS,
    charged,
    day,
    eur,
    life,
    registration,
)

D = day("2022-10-17")
LIFE = Timeline(life().history).at(day("2023-12-31"), FR)
SENTENCES = """\
The file file is registered.
A complaint is lodged: No answer to a request.
The authority opens the case.
The authority asks for information: A questionnaire.
An answer to the information request comes in: In part.
A warning is given: Do not sell to shops.
Note: An association writes.
A formal notice is issued under GDPR 6: comply within 2 months of notification.
Notified to clearview: notice. Comply by 1 February 2022 (notice).
Published: notice.
The notice is closed: it ran out.
A rapporteur is appointed.
Charges are brought under GDPR 6, GDPR 12, GDPR 15, GDPR 17 and GDPR 31.
Notified to clearview: charges. Observations by 16 August 2022 (charges).
The addressee answers the charges: Not us.
The turnover of clearview for 2021 is EUR 900 000 000.
The turnover of clearview for 2021 is corrected to EUR 600 000 000.
The case is heard.
A decision finds GDPR 6, GDPR 12, GDPR 15, GDPR 17 and GDPR 31 infringed.
A fine of EUR 20 000 000 is imposed for faceprints.
An order is made: Stop. Comply within 2 months of notification, \
under EUR 100 000 per day of delay.
A reprimand is given: For the past.
Processing is banned: No more faces.
Notified to clearview: sanction. Comply by 19 December 2022 (injunction). \
Appeal by 20 February 2023 (sanction).
Compliance with the injunction is shown in part.
The authority finds the injunction partly met.
The authority finds the injunction not met.
A liquidation of EUR 5 200 000 is announced, for 2022-12-19..2023-02-09.
Notified to clearview: liquidation proposal. \
Observations before liquidation by 24 February 2023 (liquidation proposal).
clearview appeals against fine.
The periodic penalty of the injunction is liquidated at EUR 5 200 000, for 52 days of delay.
Notified to clearview: liquidation. Appeal by 14 August 2023 (liquidation).
The appeal is decided: fine set to EUR 15 000 000.
EUR 15 000 000 is paid for the fine.
The injunction is closed: satisfied.
The proceeding is closed: done.
"""


def test_a_whole_life_can_be_read_aloud():
    assert [entry.sentence for entry in LIFE] == SENTENCES.splitlines()


@pytest.mark.parametrize("cls", EVOLUTIONS, ids=lambda cls: cls.__name__)
@given(st.data())
@settings(max_examples=3)
def test_every_event_class_has_a_sentence(cls, data):
    said = sentence(data.draw(events(cls)))
    assert said.strip(), f"{cls.__name__} says nothing"


def test_every_sentence_but_of_a_measure_names_its_provision():
    assert all(entry.cite for entry in LIFE)


class TestEntry:
    def test_tells_day_place_act_and_actor(self):
        entry = LIFE[7]
        assert (entry.on, entry.position, entry.proceeding, entry.act, entry.by) == (
            day("2021-11-26"),
            8,
            "file",
            "notice",
            "chair",
        )
        assert (entry.event, entry.cite) == ("FormalNoticeIssued", "LIL 20 II")

    @pytest.mark.parametrize(
        ("event", "local"),
        [
            ("FormalNoticeIssued", "mise en demeure"),
            ("WarningIssued", "avertissement"),
            ("ChargesIssued", "rapport"),
            ("DecisionAdopted", "délibération"),
            ("OrderIssued", "injonction"),
            ("FineImposed", ""),
            ("ProceedingRegistered", ""),
        ],
    )
    def test_gives_the_local_name_of_acts_and_measures(self, event, local):
        assert next(e.local for e in LIFE if e.event == event) == local

    def test_is_there_from_its_day_on(self):
        assert len(Timeline(life().history).at(day("2020-08-26"), FR)) == 3
        assert Timeline(life().history).at(day("2020-04-30"), FR) == ()

    def test_carries_the_defects_of_its_act(self):
        command = IssueCharges(
            on=D, alleges=ALLEGED, despite=(("rapporteur appointment", "none was named"),)
        )
        given = Given((registration(), command), FR)
        *_, entry = Timeline(given.history).at(D, FR)
        assert [d.why for d in entry.defects] == ["none was named"]
        assert entry.sentence.endswith("Irregular: rapporteur appointment.")


class TestSentences:
    def test_of_a_decision_that_dismisses(self):
        event = DecisionAdopted(
            on=D, act="d", to=(), finds=(), dismisses=ALLEGED, fault=(), turnover=()
        )
        assert sentence(event).startswith("A decision dismisses GDPR 6, GDPR 12")
        nothing = attrs.evolve(event, dismisses=())
        assert sentence(nothing) == "A decision is adopted."

    def test_of_compliance_in_whole(self):
        event = ComplianceShown(on=D, act="c", with_="injunction", share="whole")
        assert sentence(event) == "Compliance with the injunction is shown."

    def test_of_an_order_without_penalty_or_period(self):
        event = OrderIssued(
            on=D,
            act="d",
            measure="o",
            to=(),
            content=("x",),
            comply=TWO_MONTHS,
            proof=None,
            penalty=None,
        )
        assert sentence(event) == "An order is made: x. Comply within 2 months of notification."
        untold = attrs.evolve(event, comply=None)
        assert sentence(untold) == "An order is made: x. Comply by a day that no text tells."

    def test_of_an_appeal_by_somebody_unknown(self):
        event = AppealLodged(on=D, act="a", against=("sanction", "fine"), to="", suspends=())
        assert sentence(event) == "A party appeals against sanction and fine."

    def test_of_a_judgment_tell_what_fell_and_through_what(self):
        outcomes = (
            Outcome(of="sanction", on=D, result="annulled", act="j"),
            Outcome(of="fine", on=D, result="annulled", act="j", because="it rested on sanction"),
            Outcome(of="ban", on=D, result="varied", act="j", amount=eur(1)),
        )
        event = AppealDecided(on=D, act="j", on_appeal="appeal", outcomes=outcomes)
        assert sentence(event) == (
            "The appeal is decided: sanction annulled, fine annulled (it rested on sanction) "
            "and ban set to EUR 1."
        )

    def test_of_an_event_of_others_is_our_mistake(self):
        with pytest.raises(TypeError, match="no sentence for Event"):
            sentence(Event(on=D, act="x"))


def test_an_answer_does_not_change_when_later_events_are_added():
    given = charged()
    timeline = Timeline(given.history)
    assert timeline.at(day("2022-06-30"), FR) == Timeline(given.history[:2]).at(
        day("2022-06-30"), FR
    )
