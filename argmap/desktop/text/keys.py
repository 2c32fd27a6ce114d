"""Keys that do more than insert a character: Enter goes on where one is, Tab goes in and out.

A dash that begins an item goes to the column of the others. YAML allows no tabs at the start of a
line, so Tab writes two blanks. Whoever works by keyboard leaves the text with Escape, or with F6 as
any pane.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor

from argmap.model.argument_map import SECTIONS

WIDTH = 2
_LINE = re.compile(r"(?P<lead> *)(?P<dashes>(?:- +)*)(?P<rest>.*?)(?:\s+#.*)?\s*")
_OPENS = re.compile(r"[^\s#].*:(?:\s+[|>][-+0-9]*)?")
"""What is followed by lines that stand further in: a key without a value, or with a block."""
_DASH = re.compile(r"(?P<dash>(?P<lead> *)-) *")
_EMPTY_ITEM = re.compile(r"( *)- *")


def lead_after(line: str) -> str:
    """Return what the line begins with that is written below a line."""
    found = _LINE.fullmatch(line)
    if found is None:
        return ""
    lead, dashes, rest = found.group("lead", "dashes", "rest")
    inside = " " * (len(lead) + len(dashes))
    if not _OPENS.fullmatch(rest):
        return inside
    section = not inside and rest.rstrip(":") in SECTIONS
    return inside + " " * WIDTH + ("- " if section else "")


def enter(cursor: QTextCursor) -> None:
    """Begin a new line that goes on with what the last was about.

    An item of which there is but the dash is given up instead, which ends its list.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    empty = _EMPTY_ITEM.fullmatch(cursor.block().text())
    if empty:
        _rewrite(cursor.block(), empty[1][WIDTH:])
    else:
        above = cursor.block().text()[: cursor.positionInBlock()]
        cursor.insertText("\n" + lead_after(above))
    cursor.endEditBlock()


def go_in(cursor: QTextCursor) -> None:
    """Write blanks up to the next even column, or move all lines that are selected to the right."""
    lines = _lines(cursor)
    if len(lines) == 1:
        column = cursor.positionInBlock()
        if cursor.hasSelection():
            column = cursor.selectionStart() - lines[0].position()
        cursor.insertText(" " * (WIDTH - column % WIDTH))
        return
    cursor.beginEditBlock()
    for line in lines:
        if line.text().strip():
            _rewrite(line, " " * WIDTH + line.text())
    cursor.endEditBlock()


def go_out(cursor: QTextCursor) -> None:
    """Move the line, or all lines that are selected, to the left."""
    cursor.beginEditBlock()
    for line in _lines(cursor):
        lead = len(line.text()) - len(line.text().lstrip(" "))
        _rewrite(line, line.text()[(lead - 1) % WIDTH + 1 if lead else 0 :])
    cursor.endEditBlock()


def back(cursor: QTextCursor) -> bool:
    """Take away blanks before the cursor back to the last even column; whether there were any."""
    before = cursor.block().text()[: cursor.positionInBlock()]
    if cursor.hasSelection() or not before or before.strip(" "):
        return False
    count = (len(before) - 1) % WIDTH + 1
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, count)
    cursor.removeSelectedText()
    return True


def begin_item(cursor: QTextCursor) -> bool:
    """Write the blank behind a dash below the keys of an item, in the column of its own dash.

    Whether it was such a dash: in the column of the keys no item can begin.
    """
    line = cursor.block()
    found = _DASH.fullmatch(line.text())
    if found is None or cursor.hasSelection() or cursor.positionInBlock() != found.end("dash"):
        return False
    column = _column_of_item(line.previous(), len(found["lead"]))
    if column < 0:
        return False
    cursor.beginEditBlock()
    _rewrite(line, " " * column + line.text().lstrip())
    cursor.insertText(" ")
    cursor.endEditBlock()
    return True


def _column_of_item(line: QTextBlock, inside: int) -> int:
    """Return where the dash stands of the item whose keys stand in a column above; -1 if nowhere.

    A list may begin in that column, where the line above is a key without a value.
    """
    nearest = True
    while line.isValid():
        found = _LINE.fullmatch(line.text())
        if found and found["rest"]:
            column = len(found["lead"]) + len(found["dashes"])
            if column < inside or (nearest and _OPENS.fullmatch(found["rest"])):
                return -1
            if column == inside and found["dashes"]:
                return len(found["lead"]) + found["dashes"].rindex("-")
            nearest = False
        line = line.previous()
    return -1


def _lines(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines that a selection touches; one that it only ends before is none of them."""
    document = cursor.document()
    first, last = (
        document.findBlock(at)
        for at in (cursor.selectionStart(), max(cursor.selectionEnd() - 1, cursor.selectionStart()))
    )
    found = [first]
    while found[-1] != last and found[-1].next().isValid():
        found.append(found[-1].next())
    return found


def _rewrite(line: QTextBlock, text: str) -> None:
    """Change what a line begins with; the cursor stays where it is in the rest."""
    old = line.text()
    kept = len(_common_end(old, text))
    cursor = QTextCursor(line)
    cursor.movePosition(
        QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(old) - kept
    )
    cursor.insertText(text[: len(text) - kept])


def _common_end(one: str, other: str) -> str:
    shorter = min(len(one), len(other))
    count = next((n for n in range(shorter) if one[-n - 1] != other[-n - 1]), shorter)
    return one[len(one) - count :]
