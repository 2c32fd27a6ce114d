"""Source outside: the text that a source names is not in the map's folder.

`file` stays in the map's folder or below, so that a map that comes from somebody else can make the
program read nothing else on your computer. What climbs out (`..`), begins at the root or a drive,
or is a link that leads out is never opened. Put the text, or a copy of it, beside the map.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: petition}]}
    sources:
      - {id: petition, title: Petition to the town council, file: petition.txt}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: petition}]}
    sources:
      - {id: petition, title: Petition to the town council, file: ../petition.txt}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Throughout
from argmap.critique.rule import Rule
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.texts.lookup import Fault


def check(argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on files that would lead out of the map's folder."""
    for source in argument_map.sources:
        if context.texts(source).fault is Fault.OUTSIDE:
            yield Finding(
                (source.id,),
                f"The text of the source “{source.id}”, “{source.file}”, would lie outside of the"
                " map's folder.",
                "Put the file beside the map, and name it without a path.",
            )


RULE = Rule("source-outside", Severity.ERROR, (Throughout(check),))
