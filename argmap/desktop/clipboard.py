"""Cut, copy and paste: a piece of a map travels as the text of a small argmap file.

So it can be pasted into another window, into an editor, or into a message, and comes back the
same. Any other text becomes a card with that text.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from argmap.desktop.notice import Notice
from argmap.desktop.session import Session
from argmap.model import edit, fragment
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
    target = session.current
    if data.hasFormat(MIME):
        reading = read(bytes(data.data(MIME).data()).decode("utf-8", "replace"), "clipboard")
        piece = reading.argument_map
        session.attempt("Paste", lambda m: fragment.paste(m, piece, target))
    elif data.hasText() and data.text().strip():
        text = data.text().strip()
        if target:
            session.attempt("Paste", lambda m: edit.add_premise(m, target, text))
        else:
            session.attempt("Paste", lambda m: edit.add_claim(m, text))
    else:
        session.tell(Notice("There is no text on the clipboard."))
