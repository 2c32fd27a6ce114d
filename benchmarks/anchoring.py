"""Measure how quotes are found: `python -m benchmarks.anchoring`.

The text has 10 MB of made-up words, as frequent as words of a language are, in lines and
paragraphs, with some letters of several bytes. Asked for are 500 exact quotes in 1 s once the text
is indexed, and 50 inexact ones in 10 s. The processor's time is counted. Edits of inexact quotes
are letters changed, left out or put in, one in so many. The ratio is to reading the text once.
"""

from __future__ import annotations

import random
import string
from functools import partial
from itertools import accumulate
from time import process_time

from argmap.model.argument_map import Cite
from argmap.texts.anchoring import anchor
from argmap.texts.text import Text
from benchmarks.timing import milliseconds

SIZE = 10_000_000
VOCABULARY = 40_000
ASKED = {"500 exact": 1000.0, "50 inexact, 3 %": 10_000.0, "50 inexact, 10 %": 10_000.0}


def made_up_text(chance: random.Random) -> str:
    """Return a text of some size, of which words are as frequent as Zipf says."""
    letters = f"{string.ascii_lowercase}eeeaaoiuéü"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / (rank + 2) for rank in range(VOCABULARY)))
    drawn = chance.choices(words, cum_weights=weights, k=SIZE // 8)
    lines = (" ".join(drawn[at : at + 12]) for at in range(0, len(drawn), 12))
    text = "".join(f"{line}.\n\n" if at % 9 == 8 else f"{line}\n" for at, line in enumerate(lines))
    return f"{text}\N{GRINNING FACE}"


def quotes(text: str, count: int, chance: random.Random) -> list[str]:
    """Return passages of 60 to 200 letters, from anywhere."""
    starts = (chance.randrange(len(text) - 300) for _ in range(count))
    return [text[start : start + chance.randint(60, 200)].strip() for start in starts]


def edited(quote: str, share: float, chance: random.Random) -> str:
    """Return a quote with this share of its letters changed, left out or put in."""
    letters = list(quote)
    for _ in range(round(len(quote) * share)):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(["", "x", f"{letters[at]}q"])
    return "".join(letters)


def found(text: Text, cites: list[str]) -> int:
    """Return how many quotes stand in a text, or nearly."""
    return sum(anchor(text, Cite("x", quote)) is not None for quote in cites)


def main() -> None:
    """Print times, how many quotes were found, and the ratio to reading the text once."""
    chance = random.Random(1)
    content = made_up_text(chance)
    once = milliseconds(lambda: content.encode().decode(), clock=process_time)
    text = Text(content)
    index = milliseconds(
        lambda: [anchor(text, Cite("x", q)) for q in ("to be found nowhere", "😀")], 1, process_time
    )
    size = len(content.encode()) / 1e6
    print(f"{size:.1f} MB read once in {once:.0f} ms, indexed in {index:.0f} ms")
    sound = quotes(content, 500, chance)
    rows = {
        "500 exact": sound,
        "50 inexact, 3 %": [edited(quote, 0.03, chance) for quote in sound[:50]],
        "50 inexact, 10 %": [edited(quote, 0.10, chance) for quote in sound[:50]],
        "50 absent": [" ".join(chance.sample(q.split(), len(q.split()))) for q in sound[:50]],
    }
    for name, cites in rows.items():
        spent = milliseconds(partial(found, text, cites), 1, process_time)
        asked = f", asked for {ASKED[name]:.0f}" if name in ASKED else ""
        told = f"{found(text, cites)} found; {spent / once:.0f} readings"
        print(f"{name:18} {spent:7.0f} ms{asked}; {told}")


if __name__ == "__main__":
    main()
