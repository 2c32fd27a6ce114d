"""Much quoted: a card takes a large part of a text over word for word.

To quote is to show what is talked about, and no more: the law allows as much as the purpose needs,
and a reader wants the point in your words. Found are cards that quote more than 40 words, if they
are more than a tenth of the words of the source. A map sets another share for itself, up to 1:

    x-check:
      quoted-share: 0.25

Good:

    statements:
      - id: open
        text: The pool should open on Sundays.
        cites: [{source: petition, quote: open the pool}]
    sources:
      - {id: petition, title: Petition, text: "Dear council, please open the pool on Sundays."}

Bad:

    statements:
      - id: open
        text: The pool should open on Sundays.
        cites:
          - source: petition
            quote: >-
              we ask you to open the pool on Sundays, since many of us work from Monday to Saturday
              and cannot swim on any other day, since the pool is heated anyway, since the buses run
              on Sundays too, and since the town beside ours has long done so
    sources:
      - id: petition
        title: Petition
        text: >-
          Dear council, we ask you to open the pool on Sundays, since many of us work from Monday to
          Saturday and cannot swim on any other day, since the pool is heated anyway, since the
          buses run on Sundays too, and since the town beside ours has long done so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.critique.ignoring import number_of
from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.quotes import called, quotations, sources_and_texts
from argmap.critique.rule import Rule
from argmap.critique.text import name, words
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement

SHARE = 0.1
FEWEST_WORDS = 40


def check(statement: Statement, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on cards that quote many words, and a large share of a source's."""
    most = _share(argument_map)
    quoted: Counter[tuple[str, str]] = Counter()
    for quotation in quotations(statement, argument_map, context):
        quoted[quotation.statement.id, quotation.source.id] += len(words(quotation.cite.quote))
    for (id_, source_id), count in quoted.items():
        statement, source = argument_map.statement_by_id[id_], argument_map.source_by_id[source_id]
        text = context.texts(source).text
        if text and count > FEWEST_WORDS and count > most * text.word_count:
            share = min(round(100 * count / text.word_count), 100)
            yield Finding(
                (id_, source_id),
                f"{name(statement)} quotes {count} words of {called(source)}, {share} % of it.",
                "Quote the words that matter, and say the rest in your own.",
            )


def _texts_and_share(argument_map: ArgumentMap, context: Context) -> object:
    return sources_and_texts(argument_map, context), _share(argument_map)


def _share(argument_map: ArgumentMap) -> float:
    return number_of(argument_map, "quoted-share", SHARE)


RULE = Rule("much-quoted", Severity.HINT, (at_statements(check, hinges_on=_texts_and_share),))
