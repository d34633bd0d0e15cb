"""Finland: the ombudsman orders, and the sanctions board fines."""

import pytest

from domain.proceeding.maxima import fine_maximum
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, fine, money, order

FI = load_rulebook("fi")
DISOBEYED = ("GDPR 83(6)",)


def charged():
    """Suomen Asiakastieto: heard on a fine for an order that it had not met."""
    return filed("fi", *DISOBEYED, on="2023-01-16", turnover=(("2021", "EUR 65 500 000"),))


def fined(by):
    return decided(fine("EUR 440 000"), by=by, on="2023-02-17", finds=DISOBEYED)


class TestAFine:
    def test_is_for_the_sanctions_board(self):
        assert charged().when(fined("sanctions board")).events

    def test_is_not_for_the_ombudsman(self):
        charged().when(fined("ombudsman")).then_refused("irregular", ["may"])

    def test_for_disobedience_goes_up_to_twenty_million(self):
        given = charged()
        most = fine_maximum(given.state, FI, day("2023-02-17"), provisions=DISOBEYED, to=("firm",))
        # 4 % of EUR 65 500 000 are EUR 2 620 000
        assert most.floor == most.ceiling == money("EUR 20 000 000")


class TestAnOrder:
    @pytest.mark.parametrize("by", ["ombudsman", ""])
    def test_is_for_the_ombudsman(self, by):
        command = decided(order(), by=by, on="2023-02-17", finds=DISOBEYED)
        (adopted, _) = charged().when(command).events
        assert adopted.by == "ombudsman"

    def test_is_not_for_the_sanctions_board(self):
        command = decided(order(), by="sanctions board", on="2023-02-17", finds=DISOBEYED)
        charged().when(command).then_refused("irregular", ["organ"])


class TestAProvisionalMeasure:
    def test_is_for_the_ombudsman_alone_and_is_none_that_the_regulation_does_not_know(self):
        powers = [p for p in FI.powers("decision", day("2023-02-17")) if p.when is not None]
        assert {(p.by, p.may) for p in powers} == {
            (("ombudsman",), ("order", "ban", "suspension of flows"))
        }
