"""A small scenario that loads and passes, and a way to say how a test's one differs."""

BASE = """\
scenario: small
title: A small story
kind: invented
law: fr
sources:
  file: {title: The file}
parties:
  cnil: {role: authority}
  shop: {role: addressee, kind: undertaking, country: FR}
  user: {role: complainant}
conducts:
  tracking: Following visitors
timeline:
  - {day: 2024-01-08, act: complaint, by: user}
  - day: 2024-01-10
    act: formal notice
    id: notice
    by: chair
    alleges: {tracking: [GDPR 6]}
    content:
      - Ask first
    comply: within 2 months of notification
  - {day: 2024-03-20, act: rapporteur appointment}
  - day: 2024-04-02
    act: charges
    alleges: {tracking: [GDPR 6, GDPR 7]}
  - day: 2024-06-03
    act: decision
    id: sanction
    by: restricted committee
    finds: {tracking: [GDPR 6, GDPR 7]}
    fault: negligence
    measures:
      - {measure: fine, id: fine, amount: EUR 300 000, for: tracking}
      - measure: order
        id: injunction
        content:
          - Ask first
        comply: within 2 months of notification
        penalty: {rate: EUR 1 000 per day}
expect:
  - {as_of: 2024-06-03, exposure: {fined: EUR 300 000}}
"""


def edited(*pairs: tuple[str, str], text: str = BASE) -> str:
    """The text with each first part, which has to be there once, replaced by the second."""
    for old, new in pairs:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def with_row(row: str, text: str = BASE) -> str:
    """The text with one more row at the end of the timeline."""
    return edited(("expect:\n", f"  - {row}\nexpect:\n"), text=text)
