"""Provisions that can be found infringed, and for which nobody is fined (GDPR 10 and 24)."""

import pytest

from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.measures import FineMeasure, ReprimandMeasure
from domain.rulebook.documents import MalformedFileError
from domain.rulebook.loading import compose_text, load_rulebook
from tests.domain.proceeding.stories import IT, charged, day, eur

D = day("2022-10-17")
DUTY = (("faceprints", ("GDPR 24",)),)
BOTH = (("faceprints", ("GDPR 6", "GDPR 24")),)
NEGLIGENT = (("faceprints", "negligence"),)
HEAD = "rulebook: mine\ntitle: Mine\nextends: [eu-gdpr]\n"


def deciding(finds, *measures):
    return AdoptDecision(on=D, finds=finds, fault=NEGLIGENT, measures=measures)


class TestADutyWithoutAFine:
    def test_is_found_and_reprimanded(self):
        events = charged(alleges=DUTY, law=IT).when(deciding(DUTY, ReprimandMeasure())).events
        assert events[0].finds == DUTY

    def test_is_no_ground_for_a_fine(self):
        fine = FineMeasure(amount=eur(1), conduct="faceprints")
        given = charged(alleges=DUTY, law=IT)
        refusal = given.when(deciding(DUTY, fine)).then_refused("irregular", ["maximum"])
        (defect,) = refusal.defects
        assert defect.limit == "EUR 0"

    def test_adds_nothing_to_the_maximum_of_what_is_found_beside_it(self):
        fine = FineMeasure(id="fine", amount=eur(20_000_000), conduct="faceprints")
        events = charged(alleges=BOTH, law=IT).when(deciding(BOTH, fine)).events
        assert events[1].maximum.floor == eur(20_000_000)

    def test_has_no_maximum(self):
        state = charged(alleges=BOTH, law=IT).state
        assert fine_maximum(state, IT, D, provisions=("GDPR 24",), to=("clearview",)) is None


class TestTheSectionOfARulebook:
    def test_lists_two_articles_of_the_regulation(self):
        (rule,) = load_rulebook("eu-gdpr").duties(D)
        assert rule.provisions == ("GDPR 10", "GDPR 24")

    @pytest.mark.parametrize(
        ("provisions", "says"),
        [
            ("[GDPR 24-10]", "'GDPR 24-10' ends before it begins"),
            ("[]", "duties are of provisions"),
        ],
    )
    def test_refuses_a_range_turned_round_and_nothing_at_all(self, provisions, says):
        duty = f"{{since: 2020, provisions: {provisions}, cite: GDPR 83, confidence: memory}}"
        with pytest.raises(MalformedFileError) as error:
            compose_text(f"{HEAD}duties:\n  more: [{duty}]\n", "mine.yaml")
        assert says in str(error.value)
