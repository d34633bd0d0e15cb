import io
from datetime import date, timedelta

from attrs import evolve

from domain.days import Day, Span
from domain.errors import ShowcauseError
from domain.money import Money, MoneyRange
from domain.periods import Period
from domain.proceeding.bounds import InCurrency, Lengths, OneOf, Spans, Sums, Words
from domain.proceeding.messages import Defect, Refusal
from domain.proceeding.offers import Field, Offer
from domain.rulebook.labels import Confidence, Sourced
from domain.rulebook.loading import load_rulebook
from domain.rulebook.nodes import Mark
from projections import FIGURES, Force
from scenarios.checking import Checked
from scenarios.loading import load_text
from scenarios.playing import play
from scenarios.sources import shipped_text
from scenarios.views import ExposureTold, StatusTold, StepTold, ThingTold
from scenarios.words import Count
from showcause.cli.checking import check_file
from showcause.cli.pages.checked import expectations
from showcause.cli.pages.due import deadlines
from showcause.cli.pages.explained import thing_page
from showcause.cli.pages.happened import happened
from showcause.cli.pages.offered import offers
from showcause.cli.pages.receipts import acknowledgement
from showcause.cli.pages.standing import next_steps, standing
from showcause.cli.pages.sums import exposure
from showcause.cli.playing import cautions_of, sides_in
from showcause.cli.story import tags_of, told_by
from showcause.cli.terminal import Terminal
from showcause.docket import Receipt

D = date(2022, 10, 18)
SURE = Sourced(cite="LAW 1")
FORCE = Force(
    adopted_on=D,
    notified_on=None,
    payable_from=None,
    enforceable=False,
    suspended=False,
    appeal_by=None,
    under_appeal=False,
    final_on=None,
)


def words(*parts):
    made = Terminal(io.StringIO(), width=80)
    made.show(*parts)
    return " ".join(made.file.getvalue().split())


def status(*things, steps=()):
    return StatusTold(as_of=D, stages=("decided",), things=things, next_steps=steps)


def thing(force, *, statuses=("imposed",), delay=None):
    return ThingTold(
        id="fine", kind="fine", statuses=statuses, forces=(force,), days_of_delay=delay
    )


class TestStanding:
    def test_says_what_force_a_measure_has(self):
        assert "not notified" in words(standing(status(thing(FORCE))))
        suspended = evolve(FORCE, suspended=True, under_appeal=True, notified_on=D)
        assert "suspended" in words(standing(status(thing(suspended))))
        appealed = evolve(FORCE, under_appeal=True, notified_on=D, appeal_by=D)
        told = words(standing(status(thing(appealed))))
        assert told.endswith("notified 18 Oct 2022, under appeal")
        open_still = evolve(FORCE, notified_on=D, appeal_by=D)
        assert "open to appeal until 18 Oct 2022" in words(standing(status(thing(open_still))))
        over = evolve(FORCE, notified_on=D, appeal_by=D - timedelta(days=1))
        assert "open to appeal" not in words(standing(status(thing(over))))

    def test_counts_days_of_delay(self):
        assert "1 day" in words(standing(status(thing(FORCE, delay=Count(1, 1)))))
        assert "50..52 days" in words(standing(status(thing(FORCE, delay=Count(50, 52)))))
        assert "day" not in words(standing(status(thing(None, delay=Count(0, 0)))))

    def test_is_in_doubt_between_two_readings(self):
        assert "final or imposed" in words(
            standing(status(thing(FORCE, statuses=("final", "imposed"))))
        )

    def test_without_anything_says_so(self):
        assert "No notice and no measure yet." in words(standing(status()))

    def test_says_that_nobody_has_to_act(self):
        assert "Nobody: nothing is open." in words(next_steps((), D))

    def test_says_perhaps_where_only_one_reading_has_it(self):
        step = StepTold(party="shop", what="may answer", until=Day(D, None), cite="", certain=False)
        assert words(next_steps((step,), D)).endswith(
            "shop perhaps may answer until 18 Oct 2022 or later"
        )


class TestExposure:
    def told(self, **figures):
        zero = MoneyRange(Money(0, "EUR"), Money(0, "EUR"))
        return ExposureTold(
            as_of=D, currency="EUR", figures=dict.fromkeys(FIGURES, zero) | figures, readings=()
        )

    def test_of_nothing_says_so(self):
        assert words(exposure(self.told())) == "Nothing imposed, nothing at stake."

    def test_says_what_lies_above_a_floor(self):
        one, two = Money(100, "EUR"), Money(200, "EUR")
        assert "at stake 1 up to 2: the most" in words(
            exposure(self.told(at_stake=MoneyRange(one, two)))
        )
        assert "at stake 1 the most" in words(exposure(self.told(at_stake=MoneyRange(one, one))))
        assert "at stake 1 or more, for" in words(
            exposure(self.told(at_stake=MoneyRange(one, None)))
        )
        assert "at stake or more" in words(exposure(self.told(at_stake=MoneyRange(None, None))))

    def test_in_full_has_every_figure(self):
        told = words(exposure(self.told(), full=True))
        assert all(figure.replace("_", " ") in told for figure in FIGURES)


class TestOffers:
    def offer(self, *fields, **other):
        return Offer(act="decision", by=("chair",), on=D, fields=fields, source=SURE, **other)

    def test_say_their_bounds_as_sentences(self):
        fields = (
            Field(name="amount", domain=Sums(Money(100, "EUR"), "EUR"), source=SURE),
            Field(name="more", domain=Sums(None, "EUR")),
            Field(name="comply", domain=Lengths(Period.parse("10 days"))),
            Field(name="covers", domain=Spans(Span(D, D))),
            Field(name="currency", domain=InCurrency("EUR")),
            Field(name="content", domain=Words()),
        )
        told = words(offers([self.offer(*fields)], full=True))
        assert "amount at most EUR 1 [LAW 1]" in told
        assert "more without a known maximum" in told
        assert "comply at least 10 days" in told
        assert "covers within 2022-10-18" in told
        assert "currency: EUR" in told
        assert "content: anything" in told

    def test_say_which_bound_only_warns(self):
        field = Field(name="amount", domain=Sums(Money(1, "EUR"), "EUR"), only_warns=True)
        assert "beyond it there is a warning" in words(offers([self.offer(field)]))

    def test_say_why_a_bound_is_open(self):
        open_while = "the maximum while no rate of EUR in NOK is known"
        for minor, told in ((40_000_000, "at most NOK 400 000"), (0, "without a known bound")):
            domain = Sums(Money(minor, "NOK"), "NOK", open_while)
            field = Field(name="amount", domain=domain, only_warns=True)
            assert f"amount {told}, {open_while} beyond it" in words(offers([self.offer(field)]))

    def test_say_what_rules_from_memory_warn_of(self):
        memory = Sourced(cite="LAW 2", confidence=Confidence.MEMORY)
        defect = Defect.under(memory, "x", "too early")
        assert "≈ too early (LAW 2 (memory))" in words(offers([self.offer(warnings=(defect,))]))

    def test_of_several_things_name_each(self):
        fields = (Field(name="amount", domain=Sums(Money(100, "EUR"), "EUR")),)
        told = words(offers([self.offer(*fields, target=target) for target in ("a", "b")]))
        assert "decision a and b" in told
        assert "a: amount at most EUR 1" in told

    def test_of_things_alone_hide_what_there_is(self):
        field = Field(name="of", domain=OneOf(("a", "b")))
        assert "of:" not in words(offers([self.offer(field)]))

    def test_may_be_none(self):
        cited = Defect.under(SURE, "x", "too late")
        refusal = Refusal(act="appeal", kind="irregular", defects=(cited,), target="sanction")
        assert words(offers([refusal])) == "MAY NOT BE DONE appeal sanction too late (LAW 1)"

    def test_that_are_idle_are_told_apart_in_full(self):
        idle = Refusal(
            act="payment", kind="impossible", defects=(Defect(rule="x", message="nothing there"),)
        )
        assert "nothing to do it about payment" in words(offers([idle]))
        assert "payment nothing there" in words(offers([idle], full=True))


class TestExpectations:
    def check(self, path, found, **other):
        return Checked(
            path=f"expect.1.{path}",
            on=D,
            expected=found,
            found=found,
            ok=True,
            message=path,
            mark=Mark("x.yaml", 1, 1),
            **other,
        )

    def test_say_in_few_words_what_was_found(self):
        checks = [
            self.check("stage", "decided"),
            self.check("status.order", "overdue"),
            self.check("days_of_delay.order", "52"),
            self.check("deadlines.order", "2022-12-19"),
            self.check("exposure.at_stake", "EUR 0"),
        ]
        told = words(expectations(checks))
        assert told.endswith(
            "stage decided; order overdue; order 52 days of delay; order due 2022-12-19; "
            "at stake EUR 0"
        )

    def test_say_the_reason_that_the_author_gave(self):
        assert words(expectations([self.check("stage", "decided", because="So.")])).endswith("So.")

    def test_in_full_are_told_one_by_one(self):
        checks = [self.check("stage", "decided", because="So."), self.check("status.x", "met")]
        assert words(expectations(checks, full=True)).endswith("stage status.x")


class TestEmptyPages:
    def test_say_that_there_is_nothing(self):
        assert "Nothing yet." in words(happened(()))
        assert "None has begun." in words(deadlines((), D))
        assert words(thing_page("notice", None, (), "")) == "notice"


class TestReceipts:
    def test_tell_what_only_warns(self):
        memory = Sourced(cite="LAW 2", confidence=Confidence.MEMORY)
        warning = Defect.under(memory, "x", "too early")
        run = play(load_text(shipped_text("clearview-cnil"), "x.yaml"))
        events = run.history()[:1]
        receipt = Receipt(proceeding="p", position=1, events=events, warnings=(warning,))
        told = words(acknowledgement([receipt]))
        assert "p: 1 event recorded, the last is 1" in told
        assert "≈ from memory, so it only warns: too early (LAW 2 (memory))" in told


class TestTheStory:
    def test_has_short_tags_that_tell_sides_apart(self):
        class Side:
            def __init__(self, name):
                self.name = name

        sides = [Side("clearview-cnil"), Side("clearview-garante"), Side("clearview")]
        assert [tag for tag, _ in tags_of(sides).values()] == ["cnil", "garante", "clearview"]
        assert [tag for tag, _ in tags_of(sides[:2]).values()] == ["cnil", "garante"]
        same = [*sides[:2], Side("cnil")]
        assert [tag for tag, _ in tags_of(same).values()] == [side.name for side in same]

    def test_tells_what_a_rule_from_memory_warns_of(self):
        text = shipped_text("clearview-garante")
        law = load_rulebook("it")
        run = play(load_text(text, "x.yaml"), law)
        warned = [s for reading in run.readings for s in reading.steps if s.warnings]
        told = told_by(sides_in(run), run.as_of)
        marks = [r.text for one in told for r in one.remarks if "only warns" in r.text]
        assert bool(marks) is bool(warned)

    def test_in_full_says_what_was_not_played(self):
        run = play(load_text(shipped_text("clearview-cnil"), "x.yaml"))
        short = list(cautions_of(sides_in(run), run.as_of, full=False))
        full = list(cautions_of(sides_in(run), run.as_of, full=True))
        counted = "in the file, but not played: 2 branches; --full lists them"
        assert set(short) - {counted} <= set(full)
        assert counted in short
        assert any("what-ifs are kept, not played" in text for text in full)


class TestAFileThatIsChecked:
    def test_has_a_place_for_every_mistake(self, monkeypatch):
        def broken(_file):
            raise ShowcauseError("something else")

        monkeypatch.setattr("showcause.cli.checking.load", broken)
        (mistake,) = check_file("clearview").mistakes
        assert str(mistake) == "clearview:1:1: something else"
