"""Which new card was left in mid-sentence: who goes on with it still writes it for the first time.

The id of a card is made of its words, and follows them until the sentence has been ended by a key
(`edits.renaming`). A click beside it, or a look at another pane, ends the writing and not the
sentence. In a file that is saved an id stays what it is.
"""

from __future__ import annotations

from argmap.desktop.session import Session


class FirstWriting:
    """The card that was left so, if any."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._card = ""
        session.opened.connect(self._forget)
        session.state_changed.connect(self._look_whether_saved)

    def lasts(self, card: str) -> bool:
        """Whether the sentence of a card has not been ended yet."""
        return bool(card) and card == self._card

    def ended(self, card: str, *, new: bool, by_key: bool) -> None:
        """Take note how the writing of a card ended that was `new`, or was not."""
        if new and not by_key:
            self._card = card
        elif card == self._card:
            self._forget()

    def _look_whether_saved(self) -> None:
        if not self._session.modified:
            self._forget()

    def _forget(self) -> None:
        self._card = ""
