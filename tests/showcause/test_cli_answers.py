"""Every answer about law says what it is not, and what the law leaves out, in text and as JSON."""

import pytest

from scenarios.answering import DISCLAIMER

AS_TEXT = [
    ("play", "clearview-cnil"),
    ("play", "clearview"),
    ("options", "clearview-cnil"),
    ("explain", "clearview-cnil", "imposed"),
    ("explain", "clearview-cnil", "injunction"),
    ("docket", "show", "clearview-cnil"),
]
AS_JSON = [*AS_TEXT, ("rules", "fr"), ("rules",)]
GAP = "Claims for damages under GDPR 82"


@pytest.fixture
def opened(run, store):
    assert run("docket", "open", "clearview-cnil").status == 0


@pytest.mark.usefixtures("opened")
class TestAnAnswer:
    @pytest.mark.parametrize("words", AS_JSON, ids=" ".join)
    def test_as_an_object_has_the_disclaimer_and_what_is_not_counted(self, run, words):
        answer = run(*words, "--json").answer
        assert next(iter(answer)) == "schema_version"
        assert answer["disclaimer"] == DISCLAIMER
        gaps = [tuple(one.values()) for one in answer["not_counted"]]
        assert GAP in {what for what, _, _ in gaps}
        assert len(gaps) == len(set(gaps))

    @pytest.mark.parametrize("words", AS_TEXT, ids=" ".join)
    def test_as_text_has_them_once(self, run, words):
        done = run(*words)
        assert done.words.count(DISCLAIMER) == 1
        assert done.words.count(GAP) == 1
