"""Rows of appeals through several instances, suspension, reconsideration and confirmation."""

from datetime import date

import pytest

from scenarios import load_text, play
from scenarios.sums import Result

PARTIES = """
parties:
  ico: {role: authority, name: ICO, country: GB}
  clearview: {role: addressee, kind: undertaking, name: Clearview AI, country: US}
  person: {role: complainant, name: A person}
  ftt: {role: court, name: First-tier Tribunal}
  ut: {role: court, name: Upper Tribunal}
conducts:
  faceprints: Collecting faces from the web
"""

UK = f"""
scenario: uk
title: A penalty that lives again
kind: invented
law: gb
{PARTIES}
timeline:
  - {{day: 2021-11-29, act: charges, alleges: {{faceprints: [UK-GDPR 6]}}, notified: 2021-11-29}}
  - day: 2022-05-18
    act: decision
    id: notices
    finds: {{faceprints: [UK-GDPR 6]}}
    fault: negligence
    measures:
      - {{measure: fine, id: penalty-notice, amount: GBP 7 552 800, for: faceprints}}
      - measure: order
        id: enforcement-notice
        content:
          - Delete
        comply: within 6 months of notification
    notified: 2022-05-18
  - day: 2022-06-29
    act: appeal
    id: first-appeal
    by: clearview
    to: ftt
    against: [notices]
    despite: {{appeal: 42 days where the rule says 28}}
  - day: 2023-10-17
    act: judgment
    id: ftt-judgment
    by: ftt
    on_appeal: first-appeal
    outcome: {{notices: annulled}}
  - {{day: 2023-11-14, act: appeal, id: further-appeal, by: ico, to: ut, against: [ftt-judgment]}}
  - day: 2025-10-06
    act: judgment
    id: ut-judgment
    by: ut
    on_appeal: further-appeal
    outcome: {{ftt-judgment: set aside}}
    remitted_to: ftt
expect:
  - {{as_of: 2022-06-29, stage: under appeal, status: {{penalty-notice: suspended}}}}
  - as_of: 2023-10-17
    status: {{penalty-notice: annulled}}
    exposure: {{imposed: GBP 0, extinguished: GBP 7 552 800}}
  - {{as_of: 2025-10-05, exposure: {{imposed: GBP 0}}}}
  - as_of: 2025-10-06
    stage: under appeal
    status: {{penalty-notice: suspended, enforcement-notice: overdue}}
    exposure: {{imposed: GBP 7 552 800, suspended: GBP 7 552 800, extinguished: GBP 0}}
"""

SUSPENDED = f"""
scenario: suspended
title: A suspension that is asked for, and an objection
kind: invented
law: gr
{PARTIES.replace("country: GB", "country: GR")}
timeline:
  - {{day: 2021-01-04, act: charges, alleges: {{faceprints: [GDPR 6]}}, notified: 2021-01-04}}
  - day: 2021-07-15
    act: decision
    id: sanction
    finds: {{faceprints: [GDPR 6]}}
    fault: negligence
    measures:
      - {{measure: fine, id: fine, amount: EUR 20 000, for: faceprints}}
      - measure: order
        id: injunction
        content:
          - Delete
        comply: within 6 months of notification
    notified: 2021-07-15
  - {{day: 2021-09-01, act: suspension request, id: wish, by: clearview, to: ftt, of: [sanction]}}
  - {{day: 2021-12-17, act: suspension, by: ftt, answers: wish, result: granted, until: 2022-03-31}}
  - {{day: 2022-01-10, act: stay, by: ico, because: The Court of Justice is asked}}
  - {{day: 2022-04-04, act: resumption, by: ico}}
  - {{day: 2022-04-05, act: reconsideration request, id: objection, by: clearview, against: [fine]}}
  - day: 2022-07-25
    act: reconsideration
    answers: objection
    outcome: {{fine: annulled in part to EUR 5 000}}
expect:
  - {{as_of: 2021-12-16, exposure: {{due: EUR 20 000, suspended: EUR 0}}}}
  - as_of: 2021-12-17
    status: {{fine: suspended}}
    exposure: {{due: EUR 0, suspended: EUR 20 000}}
  - {{as_of: 2022-03-31, exposure: {{suspended: EUR 20 000}}}}
  - {{as_of: 2022-04-01, exposure: {{due: EUR 20 000}}}}
  - {{as_of: 2022-04-05, stage: under appeal}}
  - {{as_of: 2022-07-25, stage: decided, exposure: {{due: EUR 5 000, extinguished: EUR 15 000}}}}
"""

CONFIRMED = f"""
scenario: confirmed
title: A fine that a court confirms
kind: invented
law: ie
{PARTIES.replace("country: GB", "country: IE")}
timeline:
  - {{day: 2021-09-01, act: opening}}
  - {{day: 2021-10-01, act: charges, alleges: {{faceprints: [GDPR 6]}}, notified: 2021-10-01}}
  - day: 2022-03-01
    act: decision
    id: sanction
    finds: {{faceprints: [GDPR 6]}}
    fault: negligence
    measures: [{{measure: fine, id: fine, amount: EUR 20 000, for: faceprints}}]
    notified: 2022-03-01
  - {{day: 2022-05-02, act: confirmation, by: ftt, of: fine, result: confirmed}}
expect:
  - as_of: 2022-05-01
    status: {{fine: awaits confirmation}}
    exposure: {{not_due: EUR 20 000, due: EUR 0}}
  - {{as_of: 2022-05-02, exposure: {{due: EUR 20 000}}}}
"""

SILENT = f"""
scenario: silent
title: A complaint that nobody handles
kind: invented
law: gr
{PARTIES.replace("country: GB", "country: GR")}
timeline:
  - {{day: 2021-03-10, act: complaint, by: person}}
  - day: 2021-06-10
    act: appeal
    by: person
    against: silence
    refused:
      as: irregular
      rule: information to the complainant
      cite: GDPR 78(2)
      limit: 2021-06-10
  - {{day: 2021-06-11, act: appeal, id: action, by: person, to: ftt, against: silence}}
  - {{day: 2024-06-27, act: judgment, by: ftt, on_appeal: action, outcome: {{silence: must act}}}}
expect:
  - {{as_of: 2021-06-11, stage: under appeal}}
"""


@pytest.mark.parametrize("text", [UK, SUSPENDED, CONFIRMED, SILENT])
def test_a_story_of_courts_holds_what_it_expects(text):
    run = play(load_text(text, f"{text.split()[1]}.yaml"))
    assert [one for one in run.expectations() if not one.ok] == []


def test_the_timeline_says_what_the_upper_court_undid():
    run = play(load_text(UK, "uk.yaml"))
    sentences = [entry.sentence for entry in run.timeline(date(2025, 10, 6))]
    assert sentences[-1] == (
        "The further-appeal is decided: ftt-judgment set aside, notices revived (ftt-judgment is "
        "set aside), penalty-notice revived to GBP 7 552 800 (ftt-judgment is set aside; it rested "
        "on notices) and enforcement-notice revived (ftt-judgment is set aside; it rested on "
        "notices); it goes back to ftt, where the first-appeal is pending again."
    )


@pytest.mark.parametrize(
    "text",
    [
        "upheld",
        "annulled",
        "annulled in part",
        "annulled in part to EUR 5 000",
        "set aside",
        "revoked",
        "inadmissible",
        "must act",
        "set to EUR 900 000",
    ],
)
def test_an_outcome_is_written_as_it_is_read(text):
    assert str(Result.parse(text)) == text


def test_what_is_appealed_has_to_be_there():
    wrong = UK.replace("against: [notices]", "against: [notice]")
    with pytest.raises(Exception, match="notice"):
        load_text(wrong, "uk.yaml")
