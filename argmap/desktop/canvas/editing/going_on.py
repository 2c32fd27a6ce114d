"""Where somebody goes on who types on a card that holds a text: behind it, or where they were.

On one card alone: nobody could say on which of several, and would have to look for what was typed.
"""

from __future__ import annotations

from collections.abc import Container

from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.desktop.session import Session
from argmap.frozen import frozen


@frozen
class Left:
    """How the text of a card was left that was written last.

    `at` is where the cursor stood, of who has clicked beside the card.
    """

    card: str = ""
    text: str = ""
    at: int | None = None


def leave(session: Session, editor: CardEditor, card: str) -> Left:
    """Return how an editor leaves the text of a card, and tell of a blank behind that."""
    text, typed = editor.text, editor.field.toPlainText()
    session.leave_words(card, text, blank=editor.ends_in_blank)
    at = editor.field.cursor_at() if editor.clicked_away and typed == text else None
    return Left(card, text, at)


def go_on(session: Session, editor: CardEditor, left: Left, typed: str, *, blank: bool) -> None:
    """Put the cursor where what is `typed` on the current card belongs, set off where usual.

    A `blank` was typed before it, which on a card means something else as well.
    """
    from argmap.texts.scripts import gap  # for nobody who only looks

    card, text, field = session.current, editor.text, editor.field
    same = (left.card, left.text) == (card, text)
    if same and left.at is not None:
        field.put_cursor(left.at)
        field.insertPlainText(" " * blank)
    else:
        field.insertPlainText(gap(field.toPlainText(), typed, typed=blank))


def can_write(session: Session, shown: Container[str]) -> bool:
    """Whether one card is selected that is shown, and not the group that it is folded into.

    In an empty map the first claim is written.
    """
    card, one = session.current, len(session.selected_statements) <= 1
    itself = one and card in shown and session.seen_as(card) == card
    return not session.why_read_only and (itself or not session.argument_map.statements)
