"""The codes of the problems that reading a file can have, and what each means.

Rules of good maps have a manual page each (`argmap.critique`); these are the other codes that
`argmap check` and the window tell. All are errors unless their text says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "not-yaml": "From there on the text is not well-formed YAML. What stands before it is shown,"
    " and cannot be edited until the text is fixed. Where a line is found that may be meant, it is"
    " told, and an editor of the text writes it.",
    "unquoted": "A text needs quotes, as YAML takes what it begins with, or a colon in it, for"
    " something else. It is read as it is meant, and `argmap check --fix` puts it in quotes.",
    "cut-text": "In a text a word stands directly behind ` #`, where YAML begins a comment, or"
    " within braces a comma ends it. What stands before is read; put the text in quotes, as"
    " `argmap check --fix` does. A warning.",
    "half-character": "Half of a surrogate pair stands alone, where a program cut an emoji in two."
    " It is read as U+FFFD, which stands for nothing. Write the whole character. A warning.",
    "tab": "A line is indented with a tab, which YAML does not allow. Put blanks in its place, as"
    " `argmap check --fix` does.",
    "merge-conflict": "Git could not merge two versions of the file, and left both sides in it,"
    " with marks around them. They are shown, and cannot be edited until the marks are taken out.",
    "no-version": "The line `argmap: 1` is missing, which says that the file is an argument map,"
    " and of which version of the format. Add it as the first line.",
    "bad-version": "The value of `argmap` is not a version of the format. Write `argmap: 1`.",
    "newer-version": "A newer argmap wrote the file. It can be looked at and exported; a newer"
    " argmap edits it. A warning.",
    "too-large": "The file holds more than 500 000 keys, texts and lists, for which memory is not"
    " asked. What stands before is shown, and cannot be edited. Split the map.",
    "no-map": "The text is not an argument map: a list, a single value, or a file of another"
    " program.",
    "second-document": "A second document starts there, after a line of three hyphens. Only the"
    " first is read; put the second into a file of its own.",
    "odd-layout": "Sections stand behind question marks, or the whole file is indented. It can be"
    " read and not edited. Write `key: value`, and begin keys at the left edge. A warning.",
    "missing-key": "An item lacks a key that it needs, such as the text of a statement. It is left"
    " out of the map, and stays in the file.",
    "bad-value": "A key has a value that it cannot have. The key is left out of the map, with its"
    " item if it needs the key, or only the entry of a list, such as one citation. All stays in the"
    " file.",
    "bad-item": "An item of a section is not a mapping. Write `- id: some-name`, and its keys"
    " below.",
    "targets": "A relation has both `supports` and `attacks`, or neither. It has one target.",
    "self-target": "A relation supports or attacks itself. Name another target.",
    "unknown-id": "Something names an id that is nowhere in the file. Fix the name, or add an item"
    " with that id.",
    "duplicate-id": "Two items have the same id. Only the first is read; rename the other.",
    "reserved-id": "A viewpoint has the id `author`, `debate` or `common-ground`, which every map"
    " has already. Rename it.",
    "unread-id": "What a relation names is there and could not be read, for a reason that is told"
    " at its own place. Fix that first.",
    "group-circle": "Groups lie in one another in a circle. Remove the `parent` of one of them.",
    "duplicate-key": "A key occurs twice in one item. The first is read; keep one of the two.",
    "unknown-key": "A key is not known there, and may be mistyped. It is kept. Begin keys of your"
    " own with `x-`. A warning.",
    "conflict": "Two people changed the same thing differently, and a merge could not tell what"
    " is to stand. The map holds ours; the entry of `conflicts` holds both. Settle it, and remove"
    " the entry.",
    "refused": "Anchors, aliases, merge keys, tags and nesting deeper than 100 are not read, as a"
    " small file could blow up through them. Write out what they stand for.",
}

NOTHING_READ = ("not-yaml", "no-map", "merge-conflict")
"""Codes of the problems of a text that is no map at all, or two at once."""
