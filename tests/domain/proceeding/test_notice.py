"""A formal notice: a period to comply, no sanction, and its closure."""

import attrs
import pytest

from domain.periods import TimeLimit
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.compliance import ShowCompliance
from domain.proceeding.acts.notice import (
    CloseNotice,
    FormalNoticeIssued,
    IssueFormalNotice,
    NoticeClosed,
)
from domain.proceeding.acts.service import Notify
from domain.proceeding.standing import notice_status
from showcause.testing import Given
from tests.domain.proceeding.stories import FR, IT, TWO_MONTHS, day, party, registration

D = day("2021-11-26")
FILE = Given((registration(),), FR)
NOTICE = IssueFormalNotice(
    on=D,
    id="notice",
    alleges=(("faceprints", ("GDPR 6",)),),
    content=("Stop", "Answer"),
    comply=TWO_MONTHS,
)
ISSUED = FILE.and_(NOTICE)
SERVED = ISSUED.and_(Notify(on=day("2021-12-01"), of="notice"))


def status(given, on):
    return notice_status(given.state, given.state.notices[0], day(on))


class TestFormalNotice:
    def test_is_for_every_addressee_that_it_does_not_name(self):
        FILE.when(NOTICE).then(
            FormalNoticeIssued(
                on=D,
                act="notice",
                by="chair",
                basis="LIL 20 II",
                to=("clearview",),
                alleges=(("faceprints", ("GDPR 6",)),),
                content=("Stop", "Answer"),
                comply=TWO_MONTHS,
                proof=None,
            )
        )

    def test_is_for_those_it_names(self):
        given = Given((registration(party("a"), party("b")),), FR)
        (event,) = given.when(attrs.evolve(NOTICE, to=("b",))).events
        assert event.to == ("b",)

    def test_leaves_ten_days_at_least(self):
        short = attrs.evolve(NOTICE, comply=TimeLimit.parse("within 9 days of notification"))
        (defect,) = FILE.when(short).then_refused("irregular", ["comply"]).defects
        assert (defect.asked, defect.limit) == ("within 9 days of notification", "10 days")
        assert (defect.cite, defect.label) == ("DEC 38", "DEC 38")

    def test_may_leave_less_when_it_says_that_it_is_urgent(self):
        at_once = attrs.evolve(NOTICE, comply=TimeLimit.parse("at once"), states=("urgent",))
        assert FILE.when(at_once).events

    def test_leaves_none_at_once_without_urgency(self):
        at_once = attrs.evolve(NOTICE, comply=TimeLimit.parse("at once"))
        FILE.when(at_once).then_refused("irregular", ["comply"])

    def test_of_a_month_leaves_long_enough_whatever_the_month(self):
        month = attrs.evolve(NOTICE, comply=TimeLimit.parse("within 1 month of notification"))
        assert FILE.when(month).events

    def test_that_names_a_day_is_measured_from_its_own(self):
        assert FILE.when(attrs.evolve(NOTICE, comply=TimeLimit.parse("by 2021-12-06"))).events
        early = attrs.evolve(NOTICE, comply=TimeLimit.parse("by 2021-12-05"))
        FILE.when(early).then_refused("irregular", ["comply"])

    def test_supposes_that_the_breach_can_be_cured(self):
        denied = attrs.evolve(NOTICE, denies=("the breach can be cured",))
        refusal = FILE.when(denied).then_refused("irregular", ["the breach can be cured"])
        assert "it is denied that the breach can be cured (LIL 20 II)" in str(refusal)

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"alleges": ()}, "what the act alleges names no conduct"),
            ({"alleges": (("emails", ("GDPR 6",)),)}, "'emails', which is none of: faceprints"),
            ({"alleges": (("faceprints", ()),)}, "names no provision for faceprints"),
            ({"alleges": (("faceprints", ("GDPR 57",)),)}, "names GDPR 57, which is none of:"),
            (
                {"alleges": (("faceprints", ("GDPR 6",)), ("faceprints", ("GDPR 12",)))},
                "names the conduct 'faceprints' twice",
            ),
            ({"content": ()}, "a notice says nothing"),
            ({"to": ("nobody",)}, "the act names nobody, which is none of: clearview"),
        ],
    )
    def test_is_impossible_about_what_is_not_there(self, change, message):
        refusal = FILE.when(attrs.evolve(NOTICE, **change)).then_refused("impossible")
        assert message in str(refusal)

    def test_does_not_exist_in_italy(self):
        given = Given((registration(),), IT)
        given.when(NOTICE).then_refused("irregular", ["power"])

    def test_is_refused_once_the_file_is_closed(self):
        FILE.and_(CloseProceeding(on=D)).when(NOTICE).then_refused("irregular", ["closed"])


class TestStatusOfANotice:
    def test_is_not_notified_before_it_is_served(self):
        assert status(ISSUED, "2021-11-30") == "not notified"

    @pytest.mark.parametrize(("on", "told"), [("2021-12-01", "running"), ("2022-02-01", "running")])
    def test_runs_to_the_end_of_its_last_day(self, on, told):
        assert status(SERVED, on) == told

    def test_has_run_out_on_the_day_after(self):
        assert status(SERVED, "2022-02-02") == "run out"

    def test_is_met_once_that_is_shown(self):
        given = SERVED.and_(ShowCompliance(on=day("2022-01-10"), with_="notice"))
        assert status(given, "2022-03-01") == "met"


class TestClosureOfANotice:
    CLOSURE = CloseNotice(on=day("2022-01-20"), of="notice", because="complied with")

    def test_is_for_the_chair(self):
        given = SERVED.when(self.CLOSURE).then(
            NoticeClosed(
                on=day("2022-01-20"),
                act="notice closure",
                by="chair",
                basis="MED-2019-025 (practice)",
                of="notice",
                because="complied with",
            )
        )
        assert status(given.after, "2022-02-15") == "closed"

    def test_happens_once(self):
        closed = SERVED.and_(self.CLOSURE)
        refusal = closed.when(self.CLOSURE).then_refused("impossible", ["of"])
        assert str(refusal) == "notice closure: the notice notice cannot be named: there is none"

    def test_needs_a_notice(self):
        FILE.when(self.CLOSURE).then_refused("impossible", ["of"])
