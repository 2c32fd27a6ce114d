"""What is wrong with the map, and what can be done about it: go there, fix it, leave it, learn.

What can be done with a problem is an action, and so a button above the list and a line of its
context menu. The rules' manual opens beside the list and follows the current problem.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from argmap.critique import (
    RULES,
    Rule,
    Way,
    explain,
    ignore,
    ignored_by,
    mendable,
    stop_ignoring,
    ways,
)
from argmap.desktop.live.critique import LiveCritique
from argmap.desktop.problems.tree import ProblemTree
from argmap.desktop.session import Session
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.choice_box import ChoiceBox
from argmap.desktop.widgets.choosing.menu import Menu
from argmap.desktop.widgets.prose import LineField
from argmap.errors import Problem, Severity
from argmap.store.codes import CODES

_RULES = {rule.code: rule for rule in RULES}
_SHOWN = (
    ("Everything", frozenset(Severity)),
    ("Errors and warnings", frozenset({Severity.ERROR, Severity.WARNING})),
    ("Errors", frozenset({Severity.ERROR})),
)


class ProblemsPane(QWidget):
    """The problems panel.

    Enter or a double click selects the statements and relations that a problem is about; of what is
    not on the map it shows the place in the text.
    """

    def __init__(self, session: Session, critique: LiveCritique) -> None:
        super().__init__()
        self._session = session
        self._critique = critique
        self.tree = ProblemTree()
        self.filter = LineField()
        self.shown = ChoiceBox()
        self.rules = Menu(self)
        self.ways = Menu("What mends it", self)
        self.manual = QTextBrowser()
        self._page = ""
        self.jump = self._action("&Show in the map", self._jump)
        self.fix = self._action("&Fix", self._fix)
        self.ignore = self._action("&Ignore this rule", self._ignore)
        self.explain = QAction("&Explain", self, checkable=True)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the problems as they are now, if the panel is to be seen."""
        problems = self._critique.problems
        if self.isVisible():
            shown = [problem for problem in problems if self._wanted(problem)]
            nothing = "No problem matches." if problems else "No problems were found."
            self.tree.show_problems(shown, nothing)
            self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        self.refresh()

    def _wanted(self, problem: Problem) -> bool:
        words = self.filter.text().casefold().split()
        if problem.severity not in self.shown.currentData() or not words:
            return problem.severity in self.shown.currentData()
        said = f"{problem.message} {problem.hint} {problem.code} {_title(problem)}".casefold()
        return all(word in said for word in words)

    def _offer(self) -> None:
        """Offer what can be done about the current problem, and explain it where that is asked."""
        problem, argument_map = self.tree.problem, self._session.argument_map
        rule = _RULES.get(problem.code) if problem else None
        writable = not self._session.read_only
        on_map = problem is not None and any(map(argument_map.item, problem.ids))
        in_text = problem is not None and not on_map and _in_text(problem)
        self.jump.setEnabled(on_map or in_text)
        self.jump.setText("&Show in the text" if in_text else "&Show in the map")
        texts = self._critique.texts
        can_fix = problem is not None and mendable(argument_map, problem, texts)
        self.fix.setEnabled(writable and can_fix)
        self.ignore.setEnabled(writable and rule is not None)
        self.manual.setVisible(self.explain.isChecked())
        page = _manual(problem)
        if page != self._page:
            self._page = page
            self.manual.setMarkdown(page)

    def _jump(self) -> None:
        if problem := self.tree.problem:
            here = [id_ for id_ in problem.ids if self._session.argument_map.item(id_)]
            if here or not _in_text(problem):
                self._session.select(here or self._session.selection)
            else:
                self._session.show_place(problem)

    def _fix(self) -> None:
        """Mend the current problem; where there are several ways, ask."""
        self._session.settle()
        problem = self.tree.problem
        argument_map, texts = self._session.argument_map, self._critique.texts
        found = ways(argument_map, problem, texts) if problem else ()
        if len(found) == 1:
            self._take(found[0])
        elif found:
            self._ask(found)

    def _take(self, way: Way, _checked: bool = False) -> None:
        self._session.attempt(way.name, lambda _: way.make())

    def _ask(self, found: Sequence[Way]) -> None:
        self.ways.clear()
        for way in found:
            action = self.ways.addAction(plain_text.label(way.name))
            action.triggered.connect(partial(self._take, way))
        row = self.tree.visualRect(self.tree.currentIndex())
        self.ways.popup(self.tree.viewport().mapToGlobal(row.bottomLeft()))
        self.ways.setActiveAction(self.ways.actions()[0])

    def _ignore(self) -> None:
        if problem := self.tree.problem:
            name = f"Ignore “{_title(problem)}”"
            self._session.attempt(name, lambda argument_map: ignore(argument_map, problem.code))

    def _heed(self, code: str) -> None:
        name = f"Stop ignoring “{_name(code)}”"
        self._session.attempt(name, lambda argument_map: stop_ignoring(argument_map, code))

    def _list_rules(self) -> None:
        """Offer the rules of analysis to the reader, and those the map leaves out to its author."""
        self.rules.clear()
        self.rules.addSection("Rules of analysis")
        for rule in RULES:
            if not rule.default:
                action = self.rules.addAction(plain_text.label(_line(rule)))
                action.setCheckable(True)
                action.setChecked(rule.code in self._critique.analyses)
                action.toggled.connect(partial(self._analyse, rule.code))
        ignored = ignored_by(self._session.argument_map)
        if ignored:
            self.rules.addSection("Ignored in this map")
        for code in ignored:
            action = self.rules.addAction(plain_text.label(f"Stop ignoring “{_name(code)}”"))
            action.setEnabled(not self._session.read_only)
            action.triggered.connect(partial(self._heed, code))

    def _analyse(self, code: str, on: bool) -> None:
        self._critique.analyse(code, on=on)

    def _action(self, text: str, then: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(then)
        return action

    def _connect(self) -> None:
        self._critique.found.connect(self.refresh)
        self._session.state_changed.connect(self._offer)
        self.filter.textChanged.connect(self.refresh)
        self.shown.currentIndexChanged.connect(self.refresh)
        self.tree.currentItemChanged.connect(self._offer)
        self.tree.itemActivated.connect(self._jump)
        self.explain.toggled.connect(self._offer)
        self.rules.aboutToShow.connect(self._list_rules)

    def _build(self) -> None:
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName("Filter the problems")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(260)
        self.shown.setAccessibleName("Problems to show")
        for words, severities in _SHOWN:
            self.shown.addItem(words, severities)
        self.manual.setAccessibleName("Manual of the rule")
        self.manual.setFrameShape(QFrame.Shape.NoFrame)
        self.manual.setOpenLinks(False)
        self.tree.addActions([self.jump, self.fix, self.ignore, self.explain])
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        beside = QSplitter()
        beside.addWidget(self.tree)
        beside.addWidget(self.manual)
        beside.setStretchFactor(0, 3)
        beside.setStretchFactor(1, 2)
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.setSpacing(0)
        pile.addLayout(self._bar())
        pile.addWidget(beside, 1)
        self.setFocusProxy(self.tree)
        # A click on a button takes the focus too, so what is being written is taken over first.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 4, 6, 4)
        bar.setSpacing(6)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.shown)
        bar.addStretch()
        for action in (self.fix, self.ignore, self.explain):
            button = QToolButton()
            button.setDefaultAction(action)
            bar.addWidget(button)
        rules = QPushButton("Rules")
        rules.setToolTip("Choose rules of analysis; stop ignoring rules")
        rules.setMenu(self.rules)
        bar.addWidget(rules)
        return bar


def _in_text(problem: Problem) -> bool:
    """Whether a problem is told by the reader of the map's text, with its place there."""
    return problem.code in CODES and bool(problem.where.line)


def _title(problem: Problem) -> str:
    return _name(problem.code)


def _name(code: str) -> str:
    """Return what people call a rule; problems that come from elsewhere have but a code."""
    return (_RULES[code].title if code in _RULES else code.replace("-", " ")).lower()


def _manual(problem: Problem | None) -> str:
    if problem is None:
        return "Choose a problem to read about it."
    if problem.code in _RULES:
        return f"#### {explain(problem.code)}"
    said = CODES.get(problem.code, "This comes from no rule of style.")
    return f"#### {_title(problem).capitalize()}\n\n{said}"


def _line(rule: Rule) -> str:
    return rule.manual.splitlines()[0].rstrip(".")
