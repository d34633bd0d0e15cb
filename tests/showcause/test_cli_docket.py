import io
import json
import stat
import sys
from datetime import UTC, datetime

import pytest

from domain.proceeding.acts.note import MakeNote
from showcause.bootstrap import open_docket
from showcause.store.casework import Casework

REFUSED = ("decision", "by=restricted committee", "finds={faceprints: [GDPR 6]}", "fault=intent")
FINE = "measures=[{measure: fine, amount: EUR 20 000 001, for: faceprints}]"


@pytest.fixture
def typed(monkeypatch):
    """What somebody types, as standard input."""

    def _typed(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return _typed


@pytest.fixture
def opened(run, store):
    """A store with one proceeding, registered from the head of a shipped scenario."""
    assert run("docket", "open", "clearview-cnil").status == 0
    return store


@pytest.fixture
def overtaken(monkeypatch):
    """Somebody else who writes a note just before ours is recorded, a number of times."""
    record = Casework.record

    def _overtaken(*, by: int, event: str = "") -> None:
        left = [by]

        def _record(casework, proceeding):
            news = type(proceeding.pending_events[-1].event).__name__
            if left[0] and event in {"", news}:
                left[0] -= 1
                there = casework.load(proceeding.name)
                note = MakeNote(on=there.state.last_on, what="theirs")
                now = datetime(2026, 1, 1, tzinfo=UTC)
                there.handle(note, casework.law(there.law), command_id=f"t-{left[0]}", now=now)
                record(casework, there)
            record(casework, proceeding)

        monkeypatch.setattr(Casework, "record", _record)

    return _overtaken


class TestOpen:
    def test_registers_parties_and_conducts(self, run, store):
        done = run("docket", "open", "clearview-cnil")
        assert done.status == 0
        assert "clearview-cnil: 1 event recorded, the last is 1" in done.shown
        assert "1 May 2020 The file clearview-cnil is registered." in done.words
        with open_docket(store) as docket:
            dossier = docket.show("clearview-cnil")
        assert dossier.names["clearview"] == "Clearview AI, Inc."

    def test_again_adds_nothing(self, run, opened):
        done = run("docket", "open", "clearview-cnil")
        assert done.status == 0
        assert "nothing added, it was recorded before; event 1 is the last" in done.shown

    def test_may_name_its_day(self, run, store):
        done = run("docket", "open", "clearview-cnil", "--on", "2020-01-02", "--json")
        assert done.answer["recorded"][0]["on"] == "2020-01-02"

    def test_with_play_stores_the_whole_history(self, run, store):
        done = run("docket", "open", "clearview-cnil", "--play")
        assert done.status == 0
        shown = run("docket", "show", "clearview-cnil", "--as-of", "2023-04-13", "--json").answer
        played = run("play", "clearview-cnil", "--as-of", "2023-04-13", "--json").answer
        assert shown["exposure"] == played["exposure"]
        assert shown["status"]["things"] == played["status"]["things"]

    def test_with_play_says_which_days_are_stored_at_their_earliest(self, run, store):
        done = run("docket", "open", "clearview-cnil", "--play", "--json")
        told = [one for one in done.answer["warnings"] if "uncertain" in one]
        assert any("notice.notified, 26 Nov 2021 to 16 Dec 2021" in one for one in told)
        again = run("docket", "open", "over-the-line", "--play", "--json")
        assert not [one for one in again.answer["warnings"] if "uncertain" in one]

    def test_with_play_shows_that_warning(self, run, store):
        done = run("docket", "open", "clearview-cnil", "--play")
        assert "≈ stored at its earliest, as the day is uncertain: notice.notified" in done.words

    def test_with_play_again_adds_nothing(self, run, store):
        run("docket", "open", "clearview-cnil", "--play")
        done = run("docket", "open", "clearview-cnil", "--play", "--json")
        assert done.answer["repeated"]
        assert done.answer["recorded"] == []

    def test_of_a_matter_is_refused_with_its_scenarios(self, run, store):
        done = run("docket", "open", "clearview")
        assert done.status == 2
        assert "name one of: clearview-cnil" in done.complained


class TestAct:
    def test_in_words(self, run, opened):
        words = ("opening", "by=chair", "--on", "2020-08-26")
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 0
        assert "clearview-cnil: 1 event recorded, the last is 2" in done.shown
        assert "26 Aug 2020 The authority opens the case." in done.words

    def test_before_its_options_or_after_them(self, run, opened):
        done = run(
            "docket", "act", "clearview-cnil", "--on", "2020-08-26", "complaint", "by=persons"
        )
        assert done.status == 0

    def test_of_two_words_with_a_list_and_a_notification(self, run, opened):
        done = run(
            "docket",
            "act",
            "clearview-cnil",
            "formal",
            "notice",
            "id=notice",
            "by=chair",
            "alleges={faceprints: [GDPR 6, GDPR 12]}",
            "content=Stop, now",
            "content=Delete",
            "comply=within 2 months of notification",
            "notified=2021-12-01",
            "published=2021-12-16",
            "--on",
            "2021-11-26",
            "--json",
        )
        assert done.status == 0
        assert [one["event"] for one in done.answer["recorded"]] == [
            "FormalNoticeIssued",
            "ActNotified",
            "ActPublished",
        ]
        shown = run("docket", "show", "clearview-cnil", "--as-of", "2021-12-16", "--json").answer
        assert shown["status"]["things"]["notice"]["status"] == "running"

    def test_notified_by_party(self, run, opened):
        notice = (
            "formal notice",
            "by=chair",
            "alleges={faceprints: [GDPR 6]}",
            "content=Stop",
            "comply=within 10 days of notification",
            "notified={clearview: 2021-12-02}",
            "--on",
            "2021-11-26",
            "--json",
        )
        done = run("docket", "act", "clearview-cnil", *notice)
        assert [one["on"] for one in done.answer["recorded"]] == ["2021-11-26", "2021-12-02"]

    def test_as_a_row_of_a_file(self, run, opened, tmp_path):
        row = tmp_path / "row.yaml"
        row.write_text("day: 2020-08-26\nact: opening\nby: chair\n", "utf-8")
        assert run("docket", "act", "clearview-cnil", "--row", str(row)).status == 0

    def test_as_a_row_from_standard_input(self, run, opened, typed):
        typed("day: 2020-08-26\nact: opening\nby: chair\n")
        assert run("docket", "act", "clearview-cnil", "--row", "-").status == 0

    def test_the_same_id_again_adds_nothing(self, run, opened):
        words = ("complaint", "by=persons", "--on", "2020-08-26", "--id", "letter-1")
        first = run("docket", "act", "clearview-cnil", *words, "--json").answer
        again = run("docket", "act", "clearview-cnil", *words, "--json").answer
        assert not first["repeated"]
        assert again["repeated"]
        assert again["position"] == first["position"] == 2

    def test_without_an_id_is_an_act_of_its_own(self, run, opened):
        words = ("complaint", "by=persons", "--on", "2020-08-26")
        run("docket", "act", "clearview-cnil", *words)
        done = run("docket", "act", "clearview-cnil", *words, "--json")
        assert done.answer["position"] == 3
        assert done.answer["recorded"][0]["act"] == "complaint-2"

    def test_after_an_event_that_is_no_longer_the_last_is_refused(self, run, opened):
        words = ("complaint", "by=persons", "--on", "2020-08-26")
        assert run("docket", "act", "clearview-cnil", *words, "--after", "1").status == 0
        late = run("docket", "act", "clearview-cnil", *words, "--after", "1")
        assert late.status == 1
        assert "somebody else recorded something" in late.complained

    def test_after_an_event_that_is_not_there_yet_names_the_last_one(self, run, opened):
        words = ("complaint", "by=persons", "--on", "2020-08-26", "--after", "99")
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 2
        assert "no event 99 yet: the last event of clearview-cnil is 1" in done.complained

    def test_that_somebody_was_quicker_than_is_named_and_decided_anew(self, run, opened, overtaken):
        overtaken(by=3)
        words = ("note", "what=mine", "--on", "2020-08-26", "--json")
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 0, done.complained
        assert [one["act"] for one in done.answer["recorded"]] == ["note-4"]

    def test_that_is_overtaken_without_end_is_a_lost_race(self, run, opened, overtaken):
        overtaken(by=1000)
        done = run("docket", "act", "clearview-cnil", "note", "what=mine", "--on", "2020-08-26")
        assert done.status == 1
        assert "somebody else recorded something" in done.complained

    def test_tells_of_all_its_events_though_one_of_them_was_overtaken(self, run, opened, overtaken):
        overtaken(by=1, event="ActNotified")
        words = (
            "formal notice",
            "by=chair",
            "alleges={faceprints: [GDPR 6]}",
            "content=Stop",
            "comply=within 2 months of notification",
            "notified=2021-12-01",
            "--on",
            "2021-11-26",
            "--json",
        )
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 0, done.complained
        assert [one["event"] for one in done.answer["recorded"]] == [
            "FormalNoticeIssued",
            "ActNotified",
        ]

    def test_with_an_empty_id_is_refused(self, run, opened):
        words = ("note", "what=x", "--on", "2020-08-26", "--id", "")
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 2
        assert "an id cannot be empty" in done.complained

    def test_by_a_party_that_is_not_there_names_the_nearest(self, run, opened):
        words = ("note", "what=x", "by=clearviw", "--on", "2020-08-26")
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 1
        assert "did you mean 'clearview'?" in done.complained

    def test_takes_a_list_whose_items_are_in_quotes(self, run, opened):
        words = (
            "formal notice",
            "by=chair",
            "alleges={faceprints: [GDPR 6]}",
            'content=["Stop, now", "Delete"]',
            "comply=within 2 months of notification",
            "--on",
            "2021-11-26",
        )
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 0, done.complained
        with open_docket(opened) as docket:
            notice = docket.show("clearview-cnil").history[-1].event
        assert notice.content == ("Stop, now", "Delete")

    def test_that_the_law_refuses_says_why_and_how_it_could_be_recorded(self, run, opened):
        done = run("docket", "act", "clearview-cnil", *REFUSED, FINE, "--on", "2022-10-17")
        assert done.status == 1
        assert "is above the maximum" in done.complained
        assert "EUR 20 000 000 (GDPR 83(5))" in done.complained
        assert "GDPR 6 was never charged (DEC 40)" in done.complained
        assert "nothing was recorded; to record it all the same: despite='{" in done.complained
        assert run("docket", "show", "clearview-cnil", "--json").answer["position"] == 1

    def test_that_the_law_refuses_is_recorded_with_its_defects_where_they_are_named(
        self, run, opened
    ):
        despite = "despite={charge: W, maximum: W, observations: W}"
        words = (*REFUSED, FINE, despite, "--on", "2022-10-17", "--json")
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 0, done.complained
        shown = run("docket", "show", "clearview-cnil", "--json").answer
        rules = {d["rule"] for entry in shown["timeline"] for d in entry["defects"]}
        assert rules == {"charge", "maximum", "observations"}

    def test_that_is_impossible_says_so(self, run, opened):
        words = ("compliance", "with=injunction", "by=clearview", "--on", "2023-01-10")
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 1
        assert "compliance, refused as impossible" in done.complained
        assert done.complained.splitlines()[-1] == "showcause: nothing was recorded"

    def test_shows_what_a_rule_from_memory_only_warns_of(self, run, store):
        run("docket", "open", "clearview-garante")
        words = ("hearing", "by=garante", "--on", "2021-05-01")
        done = run("docket", "act", "clearview-garante", *words)
        assert done.status in {0, 1}

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("opning", "--on", "2020-08-26"), "act: 'opning' cannot stand here; did you mean"),
            (("opening", "bye=chair", "--on", "2020-08-26"), "did you mean 'by'?"),
            (("by=chair", "--on", "2020-08-26"), "name the act first"),
            (("opening", "by=chair", "oops", "--on", "2020-08-26"), "'oops' is no key=value"),
            (("opening", "by=chair"), "day"),
            (("opening", "by=chair", "day=2020-08"), "a docket keeps exact days"),
            (("opening", "day=5 days after notice.due"), "a docket keeps exact days"),
            ((), "name the act first"),
        ],
    )
    def test_that_is_told_wrongly_is_refused(self, run, opened, words, says):
        done = run("docket", "act", "clearview-cnil", *words)
        assert done.status == 2
        assert says in done.complained
        assert "the act:" not in done.complained

    def test_told_twice_is_refused(self, run, opened):
        done = run("docket", "act", "clearview-cnil", "opening", "--row", "row.yaml")
        assert done.status == 2
        assert "in words or as a row, not both" in done.complained

    def test_of_a_broken_row_has_its_place(self, run, opened, typed):
        typed("day: 2020-08-26\nact: opening\nbyy: chair\n")
        done = run("docket", "act", "clearview-cnil", "--row", "-")
        assert done.status == 2
        assert "-:3:1: byy: unknown key" in done.complained

    def test_in_a_proceeding_that_is_not_there_is_refused(self, run, opened):
        done = run("docket", "act", "nobody", "note", "what=x", "--on", "2020-01-01")
        assert done.status == 2
        assert "there is no proceeding 'nobody' in this store" in done.complained

    def test_in_a_proceeding_of_a_mistyped_name_tells_the_nearest(self, run, opened):
        done = run("docket", "act", "clearview-cnl", "note", "what=x", "--on", "2020-01-01")
        assert done.status == 2
        assert "did you mean 'clearview-cnil'?" in done.complained

    def test_names_measures_that_have_no_id(self, run, store):
        run("docket", "open", "over-the-line", "--play")
        decision = (
            "decision",
            "by=restricted committee",
            "finds={tracking: [GDPR 31]}",
            "fault=intent",
            "measures=[{measure: reprimand}, {measure: reprimand}]",
            "--on",
            "2024-08-01",
            "--json",
        )
        done = run("docket", "act", "over-the-line", *decision)
        assert done.status == 0, done.complained
        shown = run("docket", "show", "over-the-line", "--json").answer
        assert {"reprimand", "reprimand-2"} <= set(shown["status"]["things"])


class TestShow:
    def test_looks_like_play(self, run, store):
        run("docket", "open", "clearview-cnil", "--play")
        done = run("docket", "show", "clearview-cnil", "--as-of", "2023-04-13")
        assert done.status == 0
        assert "Clearview AI, Inc. (clearview, addressee, US" in done.words
        assert "imposed 25 200 000" in done.words
        assert "A training simulation, not legal advice." in done.shown

    def test_without_a_day_is_not_before_the_last_act(self, run, opened):
        run("docket", "act", "clearview-cnil", "note", "what=Later", "--on", "2029-12-31")
        assert run("docket", "show", "clearview-cnil", "--json").answer["as_of"] == "2029-12-31"

    def test_takes_a_store_by_its_path(self, run, opened, tmp_path):
        other = str(tmp_path / "other.db")
        assert run("docket", "show", "clearview-cnil", "--store", other).status == 2
        assert run("docket", "show", "clearview-cnil", "--store", str(opened)).status == 0


class TestList:
    def test_has_each_proceeding(self, run, opened):
        run("docket", "open", "clearview-garante")
        done = run("docket", "list")
        assert "clearview-cnil law fr, registered 1 May 2020" in done.words
        found = run("docket", "list", "--json").answer["proceedings"]
        assert [one["proceeding"] for one in found] == ["clearview-cnil", "clearview-garante"]
        assert found[0]["closed_on"] is None

    def test_of_an_empty_store_says_how_to_begin(self, run, store):
        open_docket(store).close()
        assert "showcause docket open" in run("docket", "list").words


class TestTheStore:
    def test_is_verified(self, run, opened):
        done = run("docket", "verify")
        assert done.status == 0
        assert "✓ 1 proceeding: log, laws and views are whole" in done.words
        assert run("docket", "verify", "--json").answer["problems"] == []

    def test_that_is_not_whole_gives_status_one(self, run, opened):
        import sqlite3

        with sqlite3.connect(opened) as database:
            (table,) = database.execute(
                "SELECT name FROM sqlite_master WHERE name LIKE '%law%' AND type = 'table'"
            ).fetchone()
            database.execute(f'DELETE FROM "{table}"')  # noqa: S608 - its own table name
        database.close()
        done = run("docket", "verify")
        assert done.status == 1
        assert "✗" in done.shown
        assert run("docket", "verify", "--json").answer["problems"]

    def test_that_has_broken_rows_tells_each_of_them(self, run, opened):
        import sqlite3

        run("docket", "act", "clearview-cnil", "note", "what=x", "--on", "2020-08-26")
        with sqlite3.connect(opened) as database:
            tables = "SELECT name FROM sqlite_master WHERE name LIKE '%events' AND type = 'table'"
            (table,) = database.execute(tables).fetchone()
            database.execute(f"UPDATE \"{table}\" SET state = '{{}}'")  # noqa: S608 - its own name
        database.close()
        done = run("docket", "verify")
        assert (done.status, done.complained) == (1, "")
        assert "row 1 of the log" in done.words
        assert "row 2 of the log" in done.words
        answer = run("docket", "verify", "--json").answer
        assert answer["proceedings"] == 1
        assert [one["where"][:5] for one in answer["problems"]] == ["row 1", "row 2"]

    def test_makes_its_views_anew(self, run, opened):
        assert run("docket", "rebuild").shown == "views made anew from 1 event\n"
        assert run("docket", "rebuild", "--json").answer["events"] == 1

    def test_that_cannot_be_is_refused(self, run, monkeypatch):
        monkeypatch.setenv("SHOWCAUSE_PERSISTENCE", "paper")
        done = run("docket", "list")
        assert done.status == 2
        assert "there are: sqlite, postgres, memory" in done.complained


class TestExchange:
    def test_takes_a_proceeding_to_another_store(self, run, store, tmp_path):
        run("docket", "open", "clearview-cnil", "--play")
        file = tmp_path / "clearview.jsonl"
        assert run("docket", "export", "clearview-cnil", "-o", str(file)).status == 0
        assert sys.platform == "win32" or stat.S_IMODE(file.stat().st_mode) == 0o600
        assert run("docket", "export", "clearview-cnil").shown == file.read_text("utf-8")
        other = ("--store", str(tmp_path / "other.db"))
        done = run("docket", "import", str(file), *other)
        last = run("docket", "list", "--json").answer["proceedings"][0]["position"]
        assert f"clearview-cnil: {last} events added, the last is {last}" in done.shown
        again = run("docket", "import", str(file), *other, "--json")
        assert again.answer["added"] == 0
        assert "nothing added" in run("docket", "import", str(file), *other).shown

    def test_reads_standard_input(self, run, opened, typed, tmp_path):
        typed(run("docket", "export", "clearview-cnil").shown)
        done = run("docket", "import", "-", "--store", str(tmp_path / "other.db"))
        assert done.status == 0
        assert done.shown == "clearview-cnil: 1 event added, the last is 1\n"

    def test_of_what_is_no_export_is_refused(self, run, store, tmp_path):
        file = tmp_path / "odd.jsonl"
        for content in (b"\xff\xfe", b"", b"{}\n", json.dumps([1]).encode()):
            file.write_bytes(content)
            done = run("docket", "import", str(file))
            assert done.status == 2
            assert done.complained.startswith("showcause: ")

    def test_of_a_missing_file_is_refused(self, run, store):
        done = run("docket", "import", "missing.jsonl")
        assert done.status == 2
        assert "missing.jsonl: No such file or directory" in done.complained


class TestAStoreThatIsNotThere:
    @pytest.mark.parametrize(
        "words",
        [
            ("verify",),
            ("list",),
            ("rebuild",),
            ("show", "clearview-cnil"),
            ("export", "clearview-cnil"),
            ("forget", "clearview-cnil", "clearview"),
            ("act", "clearview-cnil", "note", "what=x", "--on", "2020-01-01"),
        ],
    )
    def test_is_not_made_by_who_mistypes_it(self, run, tmp_path, words):
        typo = tmp_path / "typo" / "x.db"
        done = run("docket", *words, "--store", str(typo))
        assert done.status == 2
        assert f"there is no store {typo}" in done.complained
        assert not typo.parent.exists()

    def test_is_made_by_open(self, run, tmp_path):
        path = tmp_path / "new" / "x.db"
        assert run("docket", "open", "clearview-cnil", "--store", str(path)).status == 0
        assert path.exists()


class TestForget:
    def test_empties_the_name_and_keeps_the_key(self, run, opened):
        done = run("docket", "forget", "clearview-cnil", "clearview")
        assert "the name of clearview is gone" in done.shown
        assert "Clearview AI, Inc." not in run("docket", "show", "clearview-cnil").shown

    def test_again_says_that_it_was_emptied_before(self, run, opened):
        assert run("docket", "forget", "clearview-cnil", "clearview", "--json").answer["emptied"]
        again = run("docket", "forget", "clearview-cnil", "clearview")
        assert again.status == 0
        assert "that of clearview was emptied before" in again.shown
        told = run("docket", "forget", "clearview-cnil", "clearview", "--json").answer
        assert not told["emptied"]
        assert told["before"]

    def test_of_somebody_who_never_had_a_name_says_so(self, run, opened, tmp_path):
        file, other = tmp_path / "out.jsonl", str(tmp_path / "other.db")
        run("docket", "export", "clearview-cnil", "-o", str(file))
        run("docket", "import", str(file), "--store", other)
        done = run("docket", "forget", "clearview-cnil", "clearview", "--store", other)
        assert done.status == 0
        assert "none of clearview was ever entered" in done.shown

    def test_of_somebody_who_is_no_party_is_refused_with_the_nearest(self, run, opened):
        done = run("docket", "forget", "clearview-cnil", "clearviw")
        assert done.status == 2
        assert done.shown == ""
        assert "'clearviw' is no party of clearview-cnil" in done.complained
        assert "did you mean 'clearview'?" in done.complained

    def test_in_a_proceeding_that_is_not_there_is_refused(self, run, opened):
        done = run("docket", "forget", "clearview-cnl", "clearview")
        assert done.status == 2
        assert "did you mean 'clearview-cnil'?" in done.complained
