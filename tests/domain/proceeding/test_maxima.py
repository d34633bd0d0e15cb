"""Maxima in every shape that a law gives them; each figure is worked out by hand."""

from datetime import date

import attrs
import pytest

from domain.money import Money, Price, Share
from domain.proceeding.entries import Fine, Party, Turnover
from domain.proceeding.limits import bounded
from domain.proceeding.maxima import fine_maximum, maximum_of_fine, only_warns
from domain.proceeding.state import ProceedingState
from domain.rulebook.conditions import Limit, ShareOf
from domain.rulebook.documents import MalformedFileError
from domain.rulebook.loading import compose_text, load_rulebook

D = date(2026, 11, 24)


def law(maxima, currency="EUR", extends="common", more=""):
    text = (
        f"rulebook: mine\ntitle: Mine\nextends: [{extends}]\ncurrency: {currency}\n"
        f"instruments: {{ACT: An act}}\n{more}maxima:\n{maxima}"
    )
    return compose_text(text, "mine.yaml")


def rule(body, name="most"):
    labels = "since: 2018-05-25, cite: ACT 1, confidence: memory"
    return f"  {name}: [{{{labels}, {body}}}]\n"


TURNOVER = "turnover: {base: worldwide, of: undertaking, year: before the decision}"


def state(*parties, currency="EUR", turnovers=()):
    return ProceedingState(
        id="file", currency=currency, parties=parties or (party(),), turnovers=tuple(turnovers)
    )


def party(key="firm", kind="undertaking", **more):
    return Party(key=key, role="addressee", kind=kind, **more)


def turnover(amount, year="2025", of="firm", base="worldwide"):
    return Turnover(party=of, year=year, amount=Money.parse(amount), on=D, base=base)


def maximum(book, where, *, provisions=("ACT 5",), to=("firm",), on=D, **more):
    return fine_maximum(where, book, on, provisions=provisions, to=to, **more)


def bounds(found):
    return (str(found.floor), None if found.ceiling is None else str(found.ceiling))


class TestAShareWithoutAFixedSum:
    DSA = law(rule(f"provisions: [ACT 5], share: 6 %, rule: share, {TURNOVER}"))

    def test_is_the_share(self):
        where = state(turnovers=[turnover("EUR 1 000 000 000")])
        assert bounds(maximum(self.DSA, where)) == ("EUR 60 000 000", "EUR 60 000 000")

    def test_is_anything_from_nothing_while_turnover_is_unknown(self):
        assert bounds(maximum(self.DSA, state())) == ("EUR 0", None)

    def test_is_of_whoever_it_is_for_undertaking_or_not(self):
        where = state(party(kind="association"), turnovers=[turnover("EUR 100")])
        assert bounds(maximum(self.DSA, where)) == ("EUR 6", "EUR 6")

    def test_is_told_in_words(self):
        where = state(turnovers=[turnover("EUR 1 000 000 000")])
        assert maximum(self.DSA, where).because == (
            "for ACT 5: 6 % of worldwide turnover; 6 % of EUR 1 000 000 000 (turnover of 2025) "
            "is EUR 60 000 000"
        )


class TestAFixedSumAlone:
    def test_is_that_sum_whatever_the_turnover(self):
        book = law(rule("provisions: [ACT 5], fixed: EUR 1 000 000"))
        where = state(turnovers=[turnover("EUR 1 000 000 000")])
        assert bounds(maximum(book, where)) == ("EUR 1 000 000", "EUR 1 000 000")


class TestTheAiAct:
    ACT = law(
        rule(
            f"provisions: [ACT 5], fixed: EUR 35 000 000, share: 7 %, rule: higher, {TURNOVER}, "
            "except: [{party: addressee, is: sme, rule: lower, cite: ACT 99(6)}]"
        )
    )

    def test_takes_the_higher_for_a_large_undertaking(self):
        where = state(turnovers=[turnover("EUR 1 000 000 000")])
        assert bounds(maximum(self.ACT, where)) == ("EUR 70 000 000", "EUR 70 000 000")

    def test_takes_the_lower_for_a_small_one(self):
        where = state(party(kind="sme"), turnovers=[turnover("EUR 10 000 000")])
        found = maximum(self.ACT, where)
        assert bounds(found) == ("EUR 700 000", "EUR 700 000")
        assert "whichever is lower for what is sme (ACT 99(6))" in found.because

    def test_is_up_to_the_fixed_sum_for_a_small_one_whose_turnover_is_unknown(self):
        assert bounds(maximum(self.ACT, state(party(kind="sme")))) == ("EUR 0", "EUR 35 000 000")

    def test_of_a_small_and_a_large_one_together_is_the_higher(self):
        where = state(
            party(kind="sme"), party("giant"), turnovers=[turnover("EUR 1 000 000 000", of="giant")]
        )
        found = maximum(self.ACT, where, to=("firm", "giant"))
        assert bounds(found) == ("EUR 70 000 000", "EUR 70 000 000")


class TestTheDma:
    DMA = law(
        rule(
            f"provisions: [ACT 5], share: 10 %, rule: share, {TURNOVER}, "
            "repeat: {share: 20 %, within: 8 years, of: same or similar infringement, "
            "cite: ACT 30(2)}"
        )
    )
    KNOWN = state(turnovers=[turnover("EUR 300 000 000 000")])

    def test_doubles_the_share_of_a_gatekeeper_that_does_it_again(self):
        assert bounds(maximum(self.DMA, self.KNOWN))[0] == "EUR 30 000 000 000"
        again = maximum(self.DMA, self.KNOWN, repeat_of=date(2024, 3, 25))
        assert bounds(again)[0] == "EUR 60 000 000 000"
        assert "after the decision of 25 March 2024 (ACT 30(2))" in again.because

    @pytest.mark.parametrize(
        ("before", "floor"),
        [
            ("2018-11-24", "EUR 60 000 000 000"),
            ("2018-11-23", "EUR 30 000 000 000"),
            ("2026-11-25", "EUR 30 000 000 000"),
        ],
    )
    def test_counts_eight_years_and_no_later_decision(self, before, floor):
        found = maximum(self.DMA, self.KNOWN, repeat_of=date.fromisoformat(before))
        assert bounds(found)[0] == floor


class TestAPublicBody:
    IE = law(
        rule(
            "applies_to: {party: addressee, is: public body, not_acting_as: undertaking}, "
            "fixed: EUR 1 000 000, rule: fixed",
            name="public body",
        ),
        extends="eu-gdpr",
    )

    def test_has_a_maximum_of_its_own_in_place_of_the_others(self):
        where = state(party(kind="public body"))
        found = maximum(self.IE, where, provisions=("GDPR 5", "GDPR 32"))
        assert bounds(found) == ("EUR 1 000 000", "EUR 1 000 000")
        assert found.because == "for GDPR 5 and GDPR 32: EUR 1 000 000"

    def test_has_none_for_what_cannot_be_fined_at_all(self):
        assert maximum(self.IE, state(party(kind="public body")), provisions=("GDPR 24",)) is None

    def test_has_that_of_an_undertaking_where_it_acts_as_one(self):
        where = state(party(kind="public body", acting_as="undertaking"))
        assert bounds(maximum(self.IE, where, provisions=("GDPR 5",))) == ("EUR 20 000 000", None)

    @pytest.mark.parametrize("kind", ["undertaking", "sme", "", "person"])
    def test_is_nobody_else(self, kind):
        found = maximum(self.IE, state(party(kind=kind)), provisions=("GDPR 5",))
        assert found.floor == Money.parse("EUR 20 000 000")

    def test_and_an_undertaking_together_have_the_general_one(self):
        where = state(party(kind="public body"), party("shop"))
        found = maximum(self.IE, where, provisions=("GDPR 5",), to=("firm", "shop"))
        assert bounds(found) == ("EUR 20 000 000", None)


class TestANaturalPerson:
    def test_can_have_a_maximum_of_its_own(self):
        book = law(
            rule("provisions: [ACT 5], fixed: CHF 50 000", name="firms")
            + rule(
                "provisions: [ACT 5], applies_to: {party: addressee, is: person}, "
                "fixed: CHF 250 000",
                name="persons",
            ),
            currency="CHF",
        )
        where = state(party(kind="person"), currency="CHF")
        assert bounds(maximum(book, where)) == ("CHF 250 000", "CHF 250 000")


class TestWhatIsNoUndertaking:
    BODY = f"provisions: [ACT 5], fixed: EUR 10, share: 4 %, rule: higher, {TURNOVER}"

    def test_has_the_fixed_sum(self):
        where = state(party(kind="association"), turnovers=[turnover("EUR 1 000")])
        book = law(rule(f"{self.BODY}, without_undertaking: fixed"))
        assert bounds(maximum(book, where)) == ("EUR 10", "EUR 10")

    def test_is_held_like_one_where_the_law_says_so(self):
        where = state(party(kind="association"), turnovers=[turnover("EUR 1 000")])
        book = law(rule(f"{self.BODY}, without_undertaking: as an undertaking"))
        assert bounds(maximum(book, where)) == ("EUR 40", "EUR 40")


class TestPerViolation:
    BOOK = law(rule("provisions: [ACT 5], fixed: USD 2 663, per: violation"), currency="USD")
    US = state(currency="USD")

    def test_has_no_total(self):
        found = maximum(self.BOOK, self.US, violations=1000)
        assert bounds(found) == ("USD 2 663 000", "USD 2 663 000")

    def test_is_open_while_nobody_counted(self):
        found = maximum(self.BOOK, self.US)
        assert bounds(found) == ("USD 2 663", None)
        assert found.open_while == "nobody counted the violations"
        assert not only_warns(attrs.evolve(found, from_memory=False), untold=True)


class TestAFloorUnderNationalLaw:
    NIS2 = law(
        rule(
            f"provisions: [ACT 5], fixed: EUR 10 000 000, share: 2 %, rule: higher, {TURNOVER}, "
            "binds: national law"
        )
    )

    def test_is_no_maximum_and_says_so(self):
        found = maximum(self.NIS2, state(turnovers=[turnover("EUR 1 000 000 000")]))
        assert bounds(found) == ("EUR 20 000 000", None)
        assert found.because.endswith("; no maximum, but the least that national law has to allow")


class TestASumOfBoth:
    def test_adds(self):
        book = law(rule(f"provisions: [ACT 5], fixed: EUR 10, share: 1 %, rule: sum, {TURNOVER}"))
        where = state(turnovers=[turnover("EUR 1 000")])
        assert bounds(maximum(book, where)) == ("EUR 20", "EUR 20")
        assert bounds(maximum(book, state())) == ("EUR 10", None)


class TestNationalTurnover:
    BR = law(
        rule(
            "provisions: [ACT 5], fixed: BRL 50 000 000, share: 2 %, rule: lower, "
            "turnover: {base: national, of: undertaking, year: before the decision}"
        ),
        currency="BRL",
    )

    def test_counts_what_was_made_in_the_country_alone(self):
        known = [turnover("BRL 9 000 000 000"), turnover("BRL 100 000 000", base="national")]
        where = state(currency="BRL", turnovers=known)
        assert bounds(maximum(self.BR, where)) == ("BRL 2 000 000", "BRL 2 000 000")


class TestTheGroup:
    GDPR = load_rulebook("eu-gdpr")
    SUBSIDIARY = party(undertaking="group")

    def test_has_the_turnover_that_counts_even_if_only_a_subsidiary_is_addressed(self):
        known = [turnover("EUR 80 000 000"), turnover("EUR 3 630 000 000", of="group")]
        where = state(self.SUBSIDIARY, turnovers=known)
        found = maximum(self.GDPR, where, provisions=("GDPR 32",))
        assert bounds(found) == ("EUR 72 600 000", "EUR 72 600 000")

    def test_counts_the_biggest(self):
        known = [turnover("EUR 2 000 000 000"), turnover("EUR 80 000 000", of="group")]
        where = state(self.SUBSIDIARY, turnovers=known)
        assert bounds(maximum(self.GDPR, where, provisions=("GDPR 32",)))[0] == "EUR 40 000 000"

    def test_counts_for_nothing_where_the_law_looks_at_the_addressee_alone(self):
        alone = "turnover: {base: worldwide, of: addressee, year: before the decision}"
        book = law(rule(f"provisions: [ACT 5], share: 1 %, rule: share, {alone}"))
        known = [turnover("EUR 100"), turnover("EUR 10 000", of="group")]
        assert bounds(maximum(book, state(self.SUBSIDIARY, turnovers=known)))[0] == "EUR 1"


class TestTheYear:
    GDPR = load_rulebook("eu-gdpr")
    FINE = Fine(
        id="fine",
        decision="decision",
        on=date(2019, 11, 27),
        to=("firm",),
        amount=Money.parse("EUR 9 550 000"),
        conduct="hotline",
        provisions=("GDPR 32",),
    )

    def test_is_that_before_the_fining_decision_and_not_before_the_judgment(self):
        known = [turnover("EUR 3 630 000 000", "2018"), turnover("EUR 3 760 000 000", "2019")]
        found = maximum_of_fine(state(turnovers=known), self.GDPR, self.FINE)
        assert bounds(found) == ("EUR 72 600 000", "EUR 72 600 000")
        assert "(turnover of 2018)" in found.because

    def test_can_be_counted_otherwise_by_each_body(self):
        """LG Bonn 29 OWi 1/20: the authority had used EUR 73 260 000."""
        said = Money.parse("EUR 3 663 000 000")
        found = maximum_of_fine(state(), self.GDPR, self.FINE, turnover=said)
        assert bounds(found) == ("EUR 73 260 000", "EUR 73 260 000")


class TestRealCases:
    GDPR = load_rulebook("eu-gdpr")

    def test_google_ireland_two_percent_of_thirty_eight_billion(self):
        where = state(turnovers=[turnover("EUR 38 000 000 000")])
        found = maximum(self.GDPR, where, provisions=("GDPR 32",))
        assert bounds(found)[0] == "EUR 760 000 000"

    def test_asiakastieto_four_percent_of_65_million_is_below_the_fixed_sum(self):
        where = state(turnovers=[turnover("EUR 65 500 000", "2021")])
        found = maximum(self.GDPR, where, provisions=("GDPR 83(6)",), on=date(2023, 3, 1))
        assert bounds(found) == ("EUR 20 000 000", "EUR 20 000 000")
        assert "is EUR 2 620 000" in found.because

    def test_dpp_law_four_percent_is_below_seventeen_and_a_half_million(self):
        book = law(
            rule(
                f"provisions: [ACT 5], fixed: GBP 17 500 000, share: 4 %, rule: higher, {TURNOVER}"
            ),
            currency="GBP",
        )
        where = state(currency="GBP", turnovers=[turnover("GBP 3 486 494")])
        found = maximum(book, where)
        assert bounds(found) == ("GBP 17 500 000", "GBP 17 500 000")
        assert "is GBP 139 459.76" in found.because

    def test_openai_four_percent_is_above_the_fixed_sum(self):
        where = state(turnovers=[turnover("EUR 948 487 890", "2025")])
        assert bounds(maximum(self.GDPR, where, provisions=("GDPR 5",)))[0] == "EUR 37 939 515.60"


class TestAnotherCurrency:
    PL = (
        "exchange:\n  euro:\n"
        "    - {since: 2020-01-28, from: EUR, rate: 4.2794, rate_of: 2020-01-28, cite: ACT 103, "
        "confidence: memory}\n"
        "    - {since: 2022-01-28, from: EUR, rate: 4.5697, rate_of: 2022-01-28, cite: ACT 103, "
        "confidence: memory}\n"
    )
    BODY = "fixed: PLN 100 000, rule: fixed"

    def polish(self):
        return law(
            rule(f"{self.BODY}, applies_to: {{party: addressee, is: public body}}"),
            currency="PLN",
            extends="eu-gdpr",
            more=self.PL,
        )

    def test_is_converted_at_the_rate_of_the_law(self):
        where = state(currency="PLN")
        found = maximum(self.polish(), where, provisions=("GDPR 5",), on=date(2020, 12, 3))
        assert bounds(found) == ("PLN 85 588 000", None)
        assert "EUR 20 000 000 at 4.2794 of 28 January 2020 (ACT 103)" in found.because

    def test_leaves_the_share_where_no_rate_is_known(self):
        """Klarna: 4 % of SEK 10 093 659 000; at what rate EUR 20 000 000 counts nobody told."""
        book = compose_text(
            "rulebook: mine\ntitle: Mine\nextends: [eu-gdpr]\ncurrency: SEK\n", "mine.yaml"
        )
        where = state(currency="SEK", turnovers=[turnover("SEK 10 093 659 000")])
        found = maximum(book, where, provisions=("GDPR 13",))
        assert bounds(found) == ("SEK 403 746 360", None)

    def test_is_open_for_want_of_a_rate_with_or_without_turnover(self):
        book = compose_text(
            "rulebook: mine\ntitle: Mine\nextends: [eu-gdpr]\ncurrency: SEK\n", "mine.yaml"
        )
        known = state(currency="SEK", turnovers=[turnover("SEK 10 000 000")])
        for where, floor in ((state(currency="SEK"), "SEK 0"), (known, "SEK 400 000")):
            found = maximum(book, where, provisions=("GDPR 13",))
            assert bounds(found) == (floor, None)
            assert found.open_while == "no rate of EUR in SEK is known"
            assert only_warns(found)

    def test_takes_the_rate_of_the_act_where_the_law_has_none(self):
        book = compose_text(
            "rulebook: mine\ntitle: Mine\nextends: [eu-gdpr]\ncurrency: SEK\n", "mine.yaml"
        )
        found = maximum(
            book,
            state(party(kind="association"), currency="SEK"),
            provisions=("GDPR 13",),
            rate=Price.parse("10.5"),
        )
        assert bounds(found) == ("SEK 210 000 000", "SEK 210 000 000")

    def test_of_a_public_body_stops_the_sum(self):
        where = state(party(kind="public body"), currency="PLN")
        found = maximum(self.polish(), where, provisions=("GDPR 5",))
        assert bounds(found) == ("PLN 100 000", "PLN 100 000")


LIMIT = Limit(
    limit="rate",
    at_most=ShareOf(share=Share.parse("5 %"), of="average daily worldwide turnover"),
    cite="DSA 76(1)",
)


class TestAverageDailyTurnover:
    def test_bounds_a_rate_by_a_share_of_it(self):
        (found,) = bounded(
            (LIMIT,),
            {"rate": "penalty"},
            turnover=turnover("EUR 3 650 000 000", "2025"),
        )
        assert str(found.domain.at_most) == "EUR 500 000 per day"

    def test_counts_the_days_of_a_leap_year(self):
        (found,) = bounded(
            (LIMIT,),
            {"rate": "penalty"},
            turnover=turnover("EUR 3 660 000 000", "2024"),
        )
        assert str(found.domain.at_most) == "EUR 500 000 per day"

    def test_bounds_nothing_while_turnover_is_unknown(self):
        assert bounded((LIMIT,), {"rate": "penalty"}) == ()


EXCEPT = "except: [{party: addressee, is: sme, rule: lower}]"
LIKE = "within: 8 years, of: same or similar infringement"

WRONG = {
    "no sum": ("provisions: [ACT 5]", "a maximum has a fixed sum, a share, or both"),
    "one sum of two": (
        "provisions: [ACT 5], fixed: EUR 5, rule: higher",
        "rule: 'higher' is of two sums; add 'share:'",
    ),
    "a share called fixed": (
        "provisions: [ACT 5], share: 5 %",
        "share: a share alone is no fixed sum; write 'rule: share'",
    ),
    "a fixed sum under share": (
        "provisions: [ACT 5], fixed: EUR 5, share: 5 %, rule: share",
        "rule: 'share' is of a share alone",
    ),
    "a share under fixed": (
        "provisions: [ACT 5], fixed: EUR 5, share: 5 %",
        "share: 'rule: fixed' reads no share",
    ),
    "turnover of nothing": (
        f"provisions: [ACT 5], fixed: EUR 5, {TURNOVER}",
        "turnover: 'turnover' is read of a share of turnover alone",
    ),
    "an exception from one sum": (
        f"provisions: [ACT 5], share: 5 %, rule: share, {EXCEPT}",
        "except: an exception chooses between two sums",
    ),
    "nobody and nothing": ("fixed: EUR 5", "a maximum is for provisions, or for one kind"),
    "no kind": (
        "applies_to: {party: complainant, is: person}, fixed: EUR 5",
        "applies_to: a maximum applies to a kind of addressee",
    ),
    "a word": (
        "applies_to: {party: addressee, is: publik body}, fixed: EUR 5",
        "is: 'publik body' cannot stand here",
    ),
    "more than the whole": (
        f"provisions: [ACT 5], share: 10 %, rule: share, repeat: {{share: 120 %, {LIKE}}}",
        "repeat.share: 120 % is more than the whole, 100 %",
    ),
}


@pytest.mark.parametrize(("body", "mistake"), WRONG.values(), ids=WRONG)
def test_what_nothing_would_read_is_refused_with_its_place(body, mistake):
    with pytest.raises(MalformedFileError) as error:
        law(rule(body))
    assert mistake in str(error.value)
