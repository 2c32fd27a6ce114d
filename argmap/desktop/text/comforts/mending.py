"""What is wrong at the cursor and what mends it, and the way to the next thing that is wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from argmap.authoring.fixes import OF_READER, Fix, fixes
from argmap.authoring.problems import Marked, findings
from argmap.authoring.written import Written, written
from argmap.desktop.text.comforts.asking import Asker
from argmap.desktop.text.comforts.now import Now, cursor_index, select, step
from argmap.desktop.text.comforts.showing import below_cursor, say
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.shown import Shown
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.menu import Menu
from argmap.errors import Problem, Severity, in_a_row, shortened
from argmap.frozen import frozen
from argmap.texts.lookup import Lookup

_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}
_LONG = 90
"""Characters of a problem that head its fixes in the menu."""


@frozen
class Wrong:
    """A problem at the cursor with what mends it, if anything does."""

    mark: Marked
    fixes: tuple[Fix, ...]


class Mending:
    """Mends what is wrong in an editor, and goes from one problem to the next."""

    def __init__(self, editor: TextEditor, asker: Asker, lookup: Callable[[], Lookup]) -> None:
        self._editor = editor
        self._asker = asker
        self._lookup = lookup

    @property
    def known_here(self) -> bool:
        """Whether a problem is known in the item of the cursor, or on its line."""
        shown, line = self._editor.shown, self._editor.textCursor().blockNumber()
        first, last = shown.lines_of(shown.item_at(line))
        return any(at in shown.marks for at in {line, *range(first, last + 1)} - {-1})

    @property
    def any_known(self) -> bool:
        """Whether any problem is known."""
        return bool(self._editor.shown.marks)

    def mend(self) -> None:
        """Mend what is wrong at the cursor, or in its item; where there are several ways, ask."""
        shown, texts = self._editor.shown, self._lookup()

        def seek(text: Written, index: int) -> tuple[Wrong, ...]:
            near = [*_near(text, _marks(text, shown, texts), index)]
            if any(mark.problem.code in OF_READER for here in near for mark in here):
                text = written(text.text, known=text.known)  # for what mends it
            ways = [
                tuple(Wrong(mark, tuple(fixes(text, mark, texts))) for mark in here)
                for here in near
            ]
            return next(filter(_mends, ways), ways[0] if ways else ())

        self._asker.ask(seek, self._offer)

    def go(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) problem, round and round, and say it.

        Errors come first, then warnings, then hints: what is on no map goes before style.
        """
        shown, texts = self._editor.shown, self._lookup()

        def seek(text: Written, _index: int) -> Sequence[Marked]:
            return _marks(text, shown, texts)

        self._asker.ask(seek, partial(self._go, by))

    def _go(self, by: int, text: Now, found: Sequence[Marked]) -> None:
        if not found:
            say(self._editor, "Nothing is wrong in this text.")
            return
        starts = _in_turn(found)
        at = _next(starts, cursor_index(self._editor, text), by)
        select(self._editor, text, at, at)
        wrong = [mark.problem for mark in found if mark.start == at]
        number = f"Place {list(starts).index(at) + 1} of {len(starts)}"
        said = [
            number,
            *(plain_text.shown(in_a_row(problem.message, problem.hint)) for problem in wrong),
        ]
        say(self._editor, "\n\n".join(said))

    def _offer(self, text: Now, found: Sequence[Wrong]) -> None:
        ways = [fix for wrong in found for fix in wrong.fixes]
        if not found:
            say(self._editor, "Nothing is wrong here.")
        elif not ways or self._editor.isReadOnly():
            problems = [wrong.mark.problem for wrong in found]
            said = (plain_text.shown(in_a_row(p.message, p.hint)) for p in problems)
            say(self._editor, "\n\n".join(said))
        elif len(ways) == 1 and not ways[0].ignores:
            self._make(text, ways[0])
        else:
            self._ask(text, found)

    def _ask(self, text: Now, found: Sequence[Wrong]) -> None:
        menu = Menu("What mends it", self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        last = [fix for wrong in found for fix in wrong.fixes if fix.ignores]
        for wrong in found:
            mends = [fix for fix in wrong.fixes if not fix.ignores]
            self._add_head(menu, wrong.mark.problem, mended=bool(mends))
            self._add(menu, text, mends)
        menu.addSeparator()
        self._add(menu, text, last)
        menu.popup(below_cursor(self._editor))
        first = next(action for action in menu.actions() if action.isEnabled())
        if first.data() is None:  # or Enter would ignore what nobody has read
            menu.setActiveAction(first)

    def _add_head(self, menu: QMenu, problem: Problem, *, mended: bool) -> None:
        """Say what is wrong, and where no way mends it what is to be done by hand."""
        for words in (problem.message, "" if mended else problem.hint):
            if words:
                said = plain_text.label(plain_text.shown(shortened(words, _LONG)))
                menu.addAction(said).setEnabled(False)

    def _add(self, menu: QMenu, text: Now, ways: Sequence[Fix]) -> None:
        for fix in ways:
            action = menu.addAction(plain_text.label(fix.name))
            action.triggered.connect(partial(self._make, text, fix))
            action.setData(True if fix.ignores else None)

    def _make(self, text: Now, fix: Fix, _checked: bool = False) -> None:
        step(self._editor, text, fix.changes)
        say(self._editor, f"Done: {fix.name}.")


def _marks(text: Written, shown: Shown, texts: Lookup) -> Sequence[Marked]:
    """Return all that is wrong with a text, in its order: what is shown if it is that text."""
    if text is not shown.written:
        return findings(text, texts)
    marks = dict.fromkeys(mark for line in shown.marks.values() for mark in line)
    return sorted(marks, key=lambda mark: mark.start)


def _in_turn(found: Sequence[Marked]) -> Mapping[int, int]:
    """Return where problems begin in the order in which they are gone to, and how bad they are."""
    worst: dict[int, int] = {}
    for mark in found:
        rank = _WORST_FIRST[mark.problem.severity]
        worst[mark.start] = min(rank, worst.get(mark.start, rank))
    return dict(sorted(worst.items(), key=lambda pair: (pair[1], pair[0])))


def _next(starts: Mapping[int, int], here: int, by: int) -> int:
    """Return where to go from a place: on in their order, from elsewhere to the next of the worst.

    `starts` holds at least one.
    """
    order = list(starts)
    if here in starts:
        return order[(order.index(here) + by) % len(order)]
    worst = [at for at in order if starts[at] == starts[order[0]]]
    ahead = [at for at in worst if (at - here) * by > 0] or worst
    return ahead[0] if by > 0 else ahead[-1]


def _mends(found: Sequence[Wrong]) -> bool:
    """Whether anything mends any of some problems."""
    return any(not fix.ignores for wrong in found for fix in wrong.fixes)


def _near(text: Written, marks: Sequence[Marked], index: int) -> Iterator[Sequence[Marked]]:
    """Return what is wrong at an index, then on its line, then in its item; the closest first."""
    line, item = text.lines.of(index)[0], _item(text, index)
    near: tuple[Callable[[Marked], bool], ...] = (
        lambda mark: mark.start <= index <= mark.end,
        lambda mark: text.lines.of(mark.start)[0] == line,
        lambda mark: item >= 0 and _item(text, mark.start) == item,
    )
    for is_near in near:
        if found := [mark for mark in marks if is_near(mark)]:
            yield sorted(found, key=lambda mark: mark.end - mark.start)


def _item(text: Written, index: int) -> int:
    """Return where the item begins that an index lies in, -1 outside of all."""
    at = bisect_right(text.spots, index, key=lambda spot: spot.start) - 1
    return text.spots[at].item if at >= 0 else -1
