"""Source changed: the text is not the one that the quotes were taken from.

`sha256` is the SHA-256 of the text as it was when it was added. If it no longer fits, somebody has
changed the text since. The quotes are checked in the text as it is now; look at what changed, and
write the new hash if all is well.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: petition}]}
    sources:
      - id: petition
        title: Petition to the town council
        text: Open the pool on Sundays!
        sha256: 86a6a7c51ae600033c68e84cb242ad14b78c421c21a938f60a1c284eb1d74543

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: petition}]}
    sources:
      - id: petition
        title: Petition to the town council
        text: Open the pool on Saturdays!
        sha256: 86a6a7c51ae600033c68e84cb242ad14b78c421c21a938f60a1c284eb1d74543
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Throughout
from argmap.critique.rule import Rule
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap


def check(argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on texts whose hash is not the one that was kept."""
    for source in argument_map.sources:
        now = context.texts(source).sha256
        if source.sha256 and now and source.sha256.strip().lower() != now:
            yield Finding(
                (source.id,),
                f"The text of the source “{source.id}” has changed since it was added.",
                f"See whether its quotes still say what they said; then write `sha256: {now}`.",
            )


RULE = Rule("source-changed", Severity.WARNING, (Throughout(check),))
