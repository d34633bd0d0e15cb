"""The record of a calculation: what a fine's event stores, complete and small."""

from domain.methods import CalculationRecord, calculate
from showcause.store.codec import Codec
from tests.domain.methods.cases import case, eur, fine, gbp, infringement, worked


def test_it_holds_the_method_its_steps_with_their_sums_and_the_result():
    record = worked("nl-2019", case("haga")).record
    assert (record.method, record.version, record.kind) == (
        "nl-2019",
        "19 February 2019",
        "practice",
    )
    assert record.result == eur("460 000")
    assert [str(step) for step in record.steps][-2:] == [
        "EUR 460 000 is within the band EUR 120 000..500 000 [NL-2019 6 (practice)]",
        "EUR 460 000 is within the maximum of EUR 10 000 000 [GDPR 83(4)]",
    ]


def test_where_the_authority_chose_nothing_it_holds_a_range():
    record = worked("edpb-04-2022", fine(infringement())).record
    assert record.result is None
    assert (record.low, record.high) == (eur("15 000"), eur("200 000"))


def test_it_says_which_fines_it_allows():
    record = worked("edpb-04-2022", fine(infringement())).record
    assert record.allows(eur("15 000"))
    assert record.allows(eur("200 000"))
    assert not record.allows(eur("14 999.99"))
    assert not record.allows(eur("200 000.01"))
    assert not record.allows(gbp("20 000"))


def test_it_survives_storage():
    codec = Codec.of(CalculationRecord)
    for name in ("haga", "dpp-law", "clearview-nl", "openai"):
        given = case(name)
        record = calculate(given.method or "edpb-04-2022", given).record
        assert codec.read(codec.write(record)) == record


def test_each_step_says_whether_it_is_law_guideline_or_practice():
    found = worked("edpb-04-2022", case("clearview-nl"))
    kinds = {step.key: step.kind for step in found.steps}
    assert kinds["legal maximum"] == kinds["joint maximum"] == "law"
    assert kinds["seriousness"] == kinds["effectiveness"] == "guideline"
    assert kinds["turnover"] == "practice"
