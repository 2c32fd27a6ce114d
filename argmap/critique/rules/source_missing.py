"""Source missing: the text that a source names is not there.

`file` names the text of a source as a file in the map's folder or below; a map that is sent without
it cannot be checked. Send the file along, or leave the key out: a bare reference is fine. A file
that is there and is no plain text, such as a PDF, gets a warning, as nothing can be looked up in
it: `argmap sources add` takes the text out, and keeps its name as `original`.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: petition}]}
    sources:
      - {id: petition, title: Petition to the town council, file: petition.txt}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: petition}]}
    sources:
      - {id: petition, title: Petition to the town council, file: petition-2.txt}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Throughout
from argmap.critique.rule import Rule
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.texts.lookup import Fault


def check(argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on files that are not there, or are no texts."""
    for source in argument_map.sources:
        kept = context.texts(source)
        if kept.fault is Fault.MISSING:
            yield Finding(
                (source.id,),
                f"The text of the source “{source.id}”, “{source.file}”, is not there.",
                "Put the file there, correct its name, or remove `file`.",
            )
        elif kept.fault is Fault.NO_TEXT:
            yield Finding(
                (source.id,),
                f"The text of the source “{source.id}”, “{source.file}”, {kept.reason}.",
                "`argmap sources add` takes the text out of other files.",
                Severity.WARNING,
            )


RULE = Rule("source-missing", Severity.ERROR, (Throughout(check),))
