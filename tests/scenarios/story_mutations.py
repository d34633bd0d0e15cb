"""Slips of the pen: characters, words and lines of a text lost, doubled, swapped, changed."""

import re
from random import Random

TOKEN = re.compile(r"[A-Za-z0-9_-]+|[^\sA-Za-z0-9]")
CHARACTERS = "abz019 -:.,'\"[]{}#&*!|>%@`\t\n\\é€\u202e\x1b"
WORDS = (
    "unknown", "2022-02-30", "17.10.2022", "EUR 20,000,000", "EUR 1", "maximum", "-1", "0",
    "0001-01-01", "9999-12-31", "2022", "..", "2022..2021", "null", "true", "no", "notice.due",
    "5 days after notice.due", "1 week before hearing", "same day", "4 days later", "decision",
    "99999 years after notice", "EUR 999 999 999 999 999", "within 99999 days of notification",
    "appeal", "judgment", "closure", "fine", "order", "{}", "[]", "''", "~", "x" * 200, "fr", "it",
    "2100-01-01", "turnover", "80 % of maximum", "GDPR 12-22", "2022-01-01 (inferred)", "USD 5",
    "by 2022-10-24", "at once", "within 1 month of publication", "-", ":", "irregular",
)  # fmt: skip


def mutated(text: str, seed: int) -> str:
    """The text with one to four slips, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - slips are no secrets
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        text = chance.choice(SLIPS)(text, chance)
    return text


def _characters(text: str, chance: Random) -> str:
    place = chance.randrange(len(text) + 1)
    lost = chance.choice((0, 1, 1, 3))
    put = chance.choice(("", chance.choice(CHARACTERS), chance.choice(CHARACTERS) * 2))
    return text[:place] + put + text[place + lost :]


def _swapped(text: str, chance: Random) -> str:
    place = chance.randrange(max(len(text) - 1, 1))
    return text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]


def _line(text: str, chance: Random) -> str:
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, lines[place])
        case 2:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        case _:
            lines[place] = " " * chance.randrange(6) + lines[place].lstrip()
    return "\n".join(lines)


def _block(text: str, chance: Random) -> str:
    lines = text.split("\n")
    place, length = chance.randrange(len(lines)), chance.randrange(1, 12)
    if chance.random() < 0.5:
        del lines[place : place + length]
    else:
        lines[place:place] = lines[chance.randrange(len(lines)) :][:length]
    return "\n".join(lines)


def _token(text: str, chance: Random) -> str:
    tokens = list(TOKEN.finditer(text))
    if not tokens:
        return text
    token = chance.choice(tokens)
    other = chance.choice(tokens)[0]
    put = chance.choice((chance.choice(WORDS), other, "", token[0] * 2))
    return text[: token.start()] + put + text[token.end() :]


def _value(text: str, chance: Random) -> str:
    """Another value behind a key: what people get wrong most."""
    values = list(re.finditer(r"(?<=: )[^\n{}\[\],]+", text))
    if not values:
        return text
    value = chance.choice(values)
    put = chance.choice((chance.choice(WORDS), chance.choice(values)[0]))
    return text[: value.start()] + put + text[value.end() :]


SLIPS = (_characters, _swapped, _line, _block, _token, _token, _value, _value, _value)
