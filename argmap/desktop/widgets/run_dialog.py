"""Showing a dialog until it is answered, such as one that asks for a few words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

Drop = Callable[[str, Callable[[], None]], None]
"""Takes what was typed and is not used, and what brings it back."""


def run_dialog(dialog: QDialog) -> bool:
    """Show a dialog until it is answered, then let it go; return whether it was accepted."""
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def ask_words(
    parent: QWidget,
    words: tuple[str, str],
    use: Callable[[str], None],
    drop: Drop,
    *,
    text: str = "",
) -> None:
    """Ask, and use the words if they are given; what is typed and given up is dropped.

    `words` are the title and the question. The dialog begins with a text; brought back, it is open
    again with what was typed.
    """
    title, question = words

    def ask(begun: str) -> None:
        dialog = QInputDialog(parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(question)
        dialog.setTextValue(begun)
        given = run_dialog(dialog)
        typed = dialog.textValue().strip()
        if given and typed:
            use(typed)
        elif not given and typed != text:
            drop(typed, lambda: ask(typed))

    ask(text)
