"""Cut, copy and paste: a piece of a map travels as the text of a small argmap file.

So it can be pasted into another window, into an editor, or into a message, and comes back the
same. A text of several lines that is an outline, Markdown or Argdown becomes cards; any other text
becomes one card.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from argmap.desktop import interchange
from argmap.desktop.notice import Notice, notice_of
from argmap.desktop.session import Session
from argmap.errors import ArgmapError
from argmap.model import edit, fragment
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import dumps, read

MIME = "application/x-argmap+yaml"


def copy(session: Session) -> None:
    """Put the selected statements, and the relations among them, on the clipboard."""
    chosen = set(session.statements)
    for relation in session.relations:
        chosen |= set(session.argument_map.relation_by_id[relation].premises)
    if not chosen:
        return
    piece = fragment.extract(session.argument_map, chosen)
    data = QMimeData()
    data.setData(MIME, dumps(piece).encode())
    data.setText("\n".join(statement.text for statement in piece.statements))
    QGuiApplication.clipboard().setMimeData(data)


def paste(session: Session) -> None:
    """Add what is on the clipboard: below the current card, or on its own."""
    data = QGuiApplication.clipboard().mimeData()
    if not data.hasFormat(MIME) and not data.text().strip():
        session.tell(Notice("There is no text on the clipboard."))
        return
    try:
        piece = _piece(data)
    except ArgmapError as error:
        session.tell(notice_of(error))
        return
    target = session.current
    if piece is not None:
        found = piece
        session.attempt("Paste", lambda m: fragment.paste(m, found, target))
        return
    text = data.text().strip()
    if target:
        session.attempt("Paste", lambda m: edit.add_premise(m, target, text))
    else:
        session.attempt("Paste", lambda m: edit.add_claim(m, text))


def _piece(data: QMimeData) -> ArgumentMap | None:
    """Give the piece of a map on the clipboard; None where it is a mere text."""
    if data.hasFormat(MIME):
        text = bytes(data.data(MIME).data()).decode("utf-8", "replace")
        return read(text, "clipboard").argument_map
    return interchange.piece(data.text().strip("\r\n"))
