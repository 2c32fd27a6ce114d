"""The resolver: one question after the other, both versions as they would look, and the answers.

Each answer is one step of the history, so undo brings the question back.
"""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.appearance import Appearance
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.resolving.ending import SettledPanel
from argmap.desktop.resolving.own_text import OwnText
from argmap.desktop.resolving.questions import (
    Answer,
    Matter,
    Question,
    Twins,
    matters,
    question,
    sentence,
)
from argmap.desktop.resolving.version_card import VersionCard
from argmap.desktop.reviewing.page import ReviewPage, announce, button
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets import plain_text
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.errors import ArgmapError
from argmap.merging.ways import with_own_words
from argmap.model.argument_map import Conflict
from argmap.model.history.patch import Patch
from argmap.model.kinds import Page

_MOST_ANSWERS = 3


class ResolvePage(ReviewPage):
    """The page; its signals ask for the map to be saved, and for git to be told as well."""

    saving_wanted = Signal()
    telling_wanted = Signal()

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__("Settle conflicts", "Questions")
        self._session = session
        self._appearance = appearance
        self._jobs: LatestOnly[list[Picture]] = LatestOnly()
        self._matters: tuple[Matter, ...] = ()
        self._left: set[Twins] = set()
        self._question: Question | None = None
        self.unmerged = self.closes = False
        self.sentence = plain_text.paragraph()
        self._before = plain_text.paragraph()
        self._grid = QGridLayout()
        self.cards = tuple(
            VersionCard(name, appearance, self._grid, column)
            for column, name in enumerate(("Ours", "Theirs"))
        )
        self._answers = [button("", partial(self._give, at)) for at in range(_MOST_ANSWERS)]
        self._both_stay = button("&Leave both", self._leave, "They stay two statements.")
        self._own = button("Write your o&wn…", self._write)
        self._field = OwnText()
        self._asking = QWidget()
        self._ending = SettledPanel()
        self._lay_out()
        self.rows.chosen.connect(self._show)
        self._field.written.connect(self._use_own)
        self._field.given_up.connect(self._drop)
        self._ending.saving_wanted.connect(self.saving_wanted)
        self._ending.telling_wanted.connect(self.telling_wanted)
        session.changed.connect(self._map_changed)
        session.opened.connect(self._begin)
        session.state_changed.connect(self._show_ending)
        appearance.changed.connect(self._draw)

    @property
    def settled(self) -> bool:
        """Whether no conflict is left; statements that say the same may stay two."""
        return not self._session.argument_map.conflicts

    def refresh(self) -> None:
        """Look again at what is left, if the page is looked at."""
        if not self.isVisible():
            return
        argument_map = self._session.argument_map
        self._matters = matters(argument_map, self._left)
        asked = [sentence(argument_map, matter) for matter in self._matters]
        left = len(asked)
        self.set_title(
            "Everything is settled"
            if not left
            else "One question is left"
            if left == 1
            else f"{left} questions are left"
        )
        self._asking.setVisible(bool(left))
        self._ending.setVisible(not left)
        self._show_ending()
        self.rows.fill(asked, self.rows.at)

    def enter(self) -> None:
        """Look at what is left, and put the focus on the first answer."""
        self.refresh()
        self._go_on()

    def show_unmerged(self, *, unmerged: bool) -> None:
        """Take note whether git takes the file for unsettled."""
        self.unmerged = unmerged
        self._show_ending()

    def close_down(self) -> None:
        """End the drawing of pictures."""
        self._jobs.close()

    def _map_changed(self, _patch: Patch) -> None:
        self.refresh()

    def _begin(self) -> None:
        self._left.clear()
        self.unmerged = False

    def _lay_out(self) -> None:
        pile = QVBoxLayout(self._asking)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(self.sentence)
        pile.addLayout(self._line_of_answers())
        pile.addWidget(self._field)
        pile.addWidget(self._before)
        pile.addLayout(self._grid, 1)
        self.pile.addWidget(self._asking, 1)
        self.pile.addWidget(self._ending, 1)

    def _line_of_answers(self) -> QBoxLayout:
        line = QHBoxLayout()
        for answer in (*self._answers, self._both_stay, self._own):
            line.addWidget(answer)
        line.addStretch(1)
        line.addLayout(self.steps())
        return line

    def _show(self, at: int) -> None:
        self.show_number()
        self._field.give_up()
        if not 0 <= at < len(self._matters):
            self._question = None
            return
        matter = self._matters[at]
        asked = question(self._session.argument_map, matter)
        self._question = asked
        self.sentence.setText(asked.sentence)
        announce(self.sentence)
        self._before.setText(f"Before both: {asked.before}" if asked.before else "")
        self._before.setVisible(bool(asked.before))
        for card, version in zip(self.cards, asked.versions, strict=True):
            card.show_version(version)
        for each, answer in zip(self._answers, (*asked.answers, None, None, None), strict=False):
            _offer(each, answer, writable=not self._session.read_only)
        self._both_stay.setVisible(isinstance(matter, Twins))
        self._own.setVisible(asked.own is not None)
        self._own.setEnabled(not self._session.read_only)
        self._draw()

    def _draw(self) -> None:
        """Have both versions drawn; an empty one is not shown."""
        if self._question is None:
            return
        versions = self._question.versions
        theme, engine = self._appearance.theme, self._appearance.engine
        any_cards = any(version.around.statements for version in versions)
        for card in self.cards:
            card.view.setVisible(any_cards)

        def work(stop: threading.Event) -> list[Picture]:
            options = [
                DrawingOptions(theme, page=Page.A4, direction=v.around.direction, engine=engine)
                for v in versions
            ]
            return [
                lay_out(version.around, looks, cancel=stop)
                for version, looks in zip(versions, options, strict=True)
            ]

        self._jobs.start(work, self._drawn)

    def _drawn(self, result: list[Picture] | ArgmapError) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result))
            return
        for card, picture in zip(self.cards, result, strict=True):
            card.show_picture(picture)

    def _give(self, at: int) -> None:
        """Give one of the answers."""
        if self._question is None or at >= len(self._question.answers):
            return
        answer = self._question.answers[at]
        if answer.after is not None:
            self._session.do(answer.step, answer.after)
            self._go_on()

    def _leave(self) -> None:
        matter = self._matters[self.rows.at]
        if isinstance(matter, Twins):
            self._left.add(matter)
            self.refresh()
            self._go_on()

    def _write(self) -> None:
        if self._question and self._question.own is not None:
            self._field.begin(self._question.own)

    def _drop(self, words: str, undone: bool) -> None:
        """Let go of words that were typed; they can be got back while their question is there."""
        asked = self._question

        def bring_back() -> TypingPlace | None:
            sentences = [question(self._session.argument_map, m).sentence for m in self._matters]
            if asked and asked.sentence in sentences:
                self.rows.go(sentences.index(asked.sentence) - self.rows.at)
                self._write()
                self._field.type_again(words)
                return self._field
            return None

        self._session.drop_text(words, bring_back, undone=undone)

    def _use_own(self, words: str) -> None:
        matter = self._matters[self.rows.at]
        if isinstance(matter, Conflict):
            self._session.attempt("Write own text", lambda m: with_own_words(m, matter, words))
            self._go_on()

    def _go_on(self) -> None:
        """Put the focus where the next answer is given."""
        if not self._matters:
            self._ending.enter()
            return
        ways = (*self._answers, self._both_stay, self._own)
        first = next((way for way in ways if way.isEnabled() and not way.isHidden()), self.rows)
        first.setFocus()

    def _show_ending(self) -> None:
        modified = self._session.modified or self._session.path is None
        self._ending.show_state(modified=modified, unmerged=self.unmerged, closes=self.closes)


def _offer(made: QPushButton, answer: Answer | None, *, writable: bool) -> None:
    """Let a button give an answer, or say why that answer cannot be given."""
    made.setVisible(answer is not None)
    if answer is not None:
        made.setText(answer.words)
        made.setEnabled(answer.after is not None and writable)
        plain_text.explain(made, answer.refusal)
