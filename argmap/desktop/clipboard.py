"""Cut, copy and paste: a piece of a map travels as the text of a small argmap file.

So it comes back the same in another window, while other programs get the mere texts. A text of
several lines that is an outline, Markdown or Argdown becomes cards; any other text one card.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from argmap.desktop.notices.notice import Notice, reporting
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, fragment, removal
from argmap.store.yaml_file import dumps, read

MIME = "application/x-argmap+yaml"


def copy_branches(session: Session) -> None:
    """Copy what is selected with what hangs there and nowhere else, as deleting would take it."""
    before = session.argument_map
    left = removal.delete_branches(before, session.selection).statement_by_id
    copy(session, before.statement_by_id.keys() - left.keys())


def copy_cards(session: Session) -> None:
    """Copy the selected statements, and the premises of selected relations, without the rest."""
    chosen = set(session.selected_statements)
    for relation in session.selected_relations:
        chosen |= set(session.argument_map.relation_by_id[relation].premises)
    copy(session, chosen)


def copy(session: Session, chosen: Collection[str]) -> None:
    """Put statements, and the relations among them, on the clipboard; none leave it as it is."""
    if not chosen:
        return
    piece = fragment.extract(session.argument_map, chosen)
    data = QMimeData()
    data.setData(MIME, dumps(piece).encode("utf-8", "surrogatepass"))
    data.setText("\n".join(statement.text for statement in piece.statements))
    QGuiApplication.clipboard().setMimeData(data)


def filled() -> bool:
    """Whether there is anything on the clipboard that could be pasted."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return data is not None and (data.hasFormat(MIME) or bool(data.text().strip()))


def paste(session: Session) -> None:
    """Add what is on the clipboard: below the current card, or on its own."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    target = session.current
    with reporting(session.post_notice):
        piece = _piece(data) if data is not None else ArgumentMap()
        if piece.statements:
            session.attempt("Paste", lambda m: fragment.paste(m, piece, target))
        else:
            session.post_notice(Notice("There is no text on the clipboard."))


def _piece(data: QMimeData) -> ArgumentMap:
    """Return what is on the clipboard as a piece of a map; a mere text is one card."""
    if data.hasFormat(MIME):
        text = bytes(data.data(MIME).data()).decode("utf-8", "surrogatepass")
        return read(text, "clipboard").argument_map
    lines = data.text().splitlines()
    text = "\n".join(lines).strip("\n")
    return _outline(text) or _card(text.strip())


def _outline(text: str) -> ArgumentMap | None:
    """Read a text of several lines as a piece of a map; None for a mere text."""
    if "\n" not in text:
        return None
    from argmap.formats import convert
    from argmap.formats.table import FORMATS

    for row in FORMATS:
        if row.sniff_pasted and row.sniff_pasted(text):
            found = convert.loads(text, row.name).argument_map
            return found if found.statements else None
    return None


def _card(text: str) -> ArgumentMap:
    return edit.add_claim(ArgumentMap(), text) if text else ArgumentMap()
