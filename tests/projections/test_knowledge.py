"""What a party could know: its own acts, what reached it, and what was published."""

from domain.proceeding.acts.service import Notify, Publish
from projections.knowledge import known_to
from tests.domain.proceeding.stories import (
    charged,
    day,
    decision,
    eur,
    fine,
    life,
    order,
    party,
    per_day,
)

DECIDED = charged(party("a"), party("b")).and_(
    decision(fine(eur(1), id="fine"), order(per_day(1), id="order")),
    Notify(on=day("2022-10-20"), of="sanction", to="a"),
)


def kinds(given, key, on):
    return [type(one.event).__name__ for one in known_to(given.history, key, day(on))]


class TestKnownTo:
    def test_the_authority_is_everything(self):
        assert known_to(life().history, "cnil", day("2023-12-31")) == life().history

    def test_nobody_outside_the_file_is_nothing(self):
        assert known_to(life().history, "stranger", day("2023-12-31")) == ()

    def test_an_addressee_is_a_decision_from_its_notification_on(self):
        assert "FineImposed" not in kinds(DECIDED, "a", "2022-10-17")
        assert "FineImposed" in kinds(DECIDED, "a", "2022-10-20")
        assert "DecisionAdopted" not in kinds(DECIDED, "b", "2022-10-20")

    def test_anybody_is_what_was_published(self):
        public = DECIDED.and_(Publish(on=day("2022-10-25"), of="sanction"))
        for key in ("b", "person"):
            assert "DecisionAdopted" not in kinds(public, key, "2022-10-24")
            assert "DecisionAdopted" in kinds(public, key, "2022-10-25")
            assert kinds(public, key, "2022-10-25")[-1] == "ActPublished"

    def test_a_party_is_a_notification_only_with_its_act(self):
        # the charges went to both, the decision to one
        assert kinds(DECIDED, "a", "2022-10-20").count("ActNotified") == 3
        assert kinds(DECIDED, "b", "2022-10-20").count("ActNotified") == 2

    def test_a_party_is_its_own_acts(self):
        assert "ComplaintLodged" in kinds(life(), "person", "2020-05-27")
