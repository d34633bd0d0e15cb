"""A proceeding exists once, with an authority and somebody it is against."""

import attrs
import pytest

from domain.proceeding.acts.inquiry import LodgeComplaint
from domain.proceeding.acts.registration import ProceedingRegistered, RegisterProceeding
from domain.proceeding.entries import Conduct
from showcause.testing import Given
from tests.domain.proceeding.stories import CLEARVIEW, CNIL, FR, day, party, registration

NOTHING = Given((), FR)
FILE = RegisterProceeding(
    on=day("2020-05-01"),
    proceeding="fr-clearview",
    parties=(CNIL, CLEARVIEW),
    conducts=(Conduct(key="faceprints", what="Collecting faces"),),
)


class TestRegistration:
    def test_names_the_rulebook_and_its_currency(self):
        NOTHING.when(FILE).then(
            ProceedingRegistered(
                on=day("2020-05-01"),
                act="registration",
                basis="model",
                proceeding="fr-clearview",
                rulebook="fr",
                currency="EUR",
                parties=(CNIL, CLEARVIEW),
                conducts=(Conduct(key="faceprints", what="Collecting faces"),),
            )
        )

    def test_is_given_once(self):
        refusal = Given((FILE,), FR).when(FILE).then_refused("impossible", ["registration"])
        assert str(refusal) == "registration: this proceeding is registered already"

    @pytest.mark.parametrize(
        ("parties", "message"),
        [
            ((CLEARVIEW,), "there is no authority among the parties"),
            ((CNIL,), "there is no addressee among the parties"),
            ((CNIL, CLEARVIEW, CLEARVIEW), "the party 'clearview' is named twice"),
        ],
    )
    def test_is_impossible_with_the_wrong_parties(self, parties, message):
        command = attrs.evolve(FILE, parties=parties)
        refusal = NOTHING.when(command).then_refused("impossible", ["parties"])
        assert message in str(refusal)

    def test_comes_before_every_other_act(self):
        refusal = NOTHING.when(LodgeComplaint(on=day("2020-05-01"))).then_refused("impossible")
        assert str(refusal) == "complaint: there is no proceeding yet"

    def test_takes_several_addressees(self):
        given = Given((registration(party("a"), party("b")),), FR)
        assert given.state.addressees == ("a", "b")
        assert given.state.with_role("court") == ("council",)
