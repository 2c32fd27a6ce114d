"""From blocks of lines to a Document: headings, statements, arguments, inferences, relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.errors import ArgmapError, in_a_row
from argmap.formats.argdown import inline, occurrence
from argmap.formats.argdown.document import (
    Document,
    Edge,
    EdgeKind,
    Element,
    Inference,
    Node,
    Remark,
    Section,
)
from argmap.formats.argdown.lines import (
    INFERENCE,
    ITEM,
    NUMBERED,
    RELATION,
    Line,
    blocks,
    front_matter,
    joined,
    unfenced,
)
from argmap.formats.argdown.regrouping import regroup
from argmap.formats.syntax import yaml_text

_HEADING = re.compile(r"[ \t]*(#+)[ \t]+(.*)", re.DOTALL)
_INCLUDE = re.compile(r"@include\(([^()\n]+)\)")
_KINDS = {"+": EdgeKind.SUPPORT, "-": EdgeKind.ATTACK, "_": EdgeKind.UNDERCUT}


def parse(text: str, file: str = "") -> Document:
    """Return what a text says; what does not fit is in its `remarks`, with the line."""
    yaml, line, body = front_matter(unfenced(text))
    document = Document()
    why = "It has no keys."
    try:
        front = yaml_text.load(yaml, file, line) or {}
    except ArgmapError as error:
        front, line, why = None, error.where.line, error.message
    if isinstance(front, dict):
        document.front = front
    else:
        hint = "Write keys with values, as in `title: The pool`."
        message = in_a_row("The front matter is left out.", why)
        document.remarks.append(Remark(message, hint, line))
    parser = _Parser(document)
    for block in blocks(body):
        if lines := list(parser.without_includes(block)):
            parser.block(lines)
    regroup(document)
    return document.resolved()


@dataclass(slots=True)
class _Above:
    """An element that following lines may relate to, by their indentation.

    `undercut` is what is hit by an undercut of it: of a conclusion, the inference to it. `edge` is
    its relation to the element above it.
    """

    indent: int
    node: Node
    undercut: Node
    edge: Edge | None = None


class _Parser:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.tags_stay = not document.setting("removeTagsFromText")
        self.untitled = 0
        self.anonymous = 0
        self.above: list[_Above] = []
        self.levels: list[int] = []

    def without_includes(self, block: list[Line]) -> Iterator[Line]:
        """Return the lines that are left without the names of other files to put in their place."""
        for line in block:
            for found in _INCLUDE.finditer(line.text):
                hint = "Put its text here, or read it on its own."
                self._remark(f"The file “{found[1]}” is named here, and not read.", hint, line)
            text = _INCLUDE.sub("", line.text).rstrip()
            if text.strip():
                yield replace(line, text=text)

    def block(self, block: list[Line]) -> None:
        first = block[0].text
        if heading := _HEADING.match(first):
            words = " ".join([heading[2], *(line.text.strip() for line in block[1:])])
            self._heading(len(heading[1]), words, block[0])
        elif NUMBERED.match(first):
            self._steps(joined(block))
        elif start := _start_of_steps(block):
            self._tree(joined(block[:start]))
            self._remark("There is no blank line above the premises.", "Put one in.", block[start])
            self._steps(joined(block[start:]))
        else:
            self._tree(joined(block))

    def _heading(self, level: int, words: str, line: Line) -> None:
        raw, data, notes = occurrence.split_data(words)
        self._remark_all(notes, line)
        while self.levels and self.document.sections[self.levels[-1]].level >= level:
            self.levels.pop()
        parent = self.levels[-1] if self.levels else -1
        self.levels.append(len(self.document.sections))
        title = inline.read(raw)
        self.document.sections.append(Section(title.text, level, parent, title.tags, data))
        self.above = []

    def _tree(self, lines: list[Line]) -> None:
        """Read elements and the relations indented below them."""
        self._look_at_items(lines)
        for index, line in enumerate(lines):
            relation = RELATION.match(line.text)
            if relation and self.above:
                if index == 0:
                    hint = "Remove it, so that the relation belongs to what stands above."
                    self._remark("A blank line above a relation is passed over.", hint, line)
                self._relation(relation, line)
                continue
            item = ITEM.match(line.text)
            if relation:
                hint = "Write what it bears on above it, and indent it."
                self._remark("This relation has nothing above it; it is text now.", hint, line)
            elif index and not item:
                self._remark("There is no blank line above this.", "Put one in.", line)
            self._element(item[1] if item else line.text.strip(), line)

    def _look_at_items(self, lines: list[Line]) -> None:
        """Tell of items of a list that stand deeper than the first, which has no meaning."""
        items = [line for line in lines if ITEM.match(line.text)]
        for line in items[1:]:
            if _column(line) > _column(items[0]):
                hint = "Write `+` or `-` before it if it bears on the one above."
                self._remark("Items of a list do not bear on each other.", hint, line)
                return

    def _relation(self, found: re.Match[str], line: Line) -> None:
        """Relate the element of a line to the one above it that is less indented."""
        indent, symbol, raw = len(found[1]), found[2], found[3]
        column = self._close_deeper(indent)
        above = self.above
        undercuts = symbol in ("_", "<_")
        parent = above[-1].undercut if undercuts else above[-1].node
        child = self._element(raw, line)
        edge = self._edge(symbol, parent, child)
        if undercuts and above[-1].edge and above[-1].edge.source == parent:
            self.document.undercut.setdefault(edge, above[-1].edge)
        above.append(_Above(column, child, child, edge))
        self.above = above

    def _close_deeper(self, indent: int) -> int:
        """Leave only elements above that are less indented than a line; return its column.

        A column between two levels counts as the shallower one.
        """
        above = self.above
        goes_back = above[-1].indent > indent
        while len(above) > 1 and above[-1].indent > indent:
            above.pop()
        column = above[-1].indent if goes_back and len(above) > 1 else indent
        while len(above) > 1 and above[-1].indent >= column:
            above.pop()
        return column

    def _edge(self, symbol: str, parent: Node, child: Node) -> Edge:
        kind = EdgeKind.CONTRADICTORY if symbol == "><" else _KINDS[symbol.strip("<>")]
        source, target = (parent, child) if ">" in symbol else (child, parent)
        edge = Edge(kind, source, target)
        self.document.edges.setdefault(edge)
        return edge

    def _steps(self, lines: list[Line]) -> None:
        """Read a premise-conclusion structure, of the argument above or of one without a name."""
        owner = self._owner(lines[0])
        steps: list[Inference] = []
        stated: list[list[str]] = []
        premises: list[str] = []
        numbers: dict[str, str] = {}
        inference: Inference | None = None
        for line in lines:
            if numbered := NUMBERED.match(line.text):
                node = self._element(numbered[2], line)
                if node.sort != "s":
                    hint = "Write a statement, or `[the title of one]`."
                    self._remark("An argument cannot be a premise.", hint, line)
                    continue
                numbers[numbered[1]] = node.title
                if inference is None:
                    premises.append(node.title)
                    continue
                stated.append(inference.premises)
                self._conclude(inference, node.title, steps, numbers)
                self.above = [_Above(-1, node, Node("i", owner.title, len(steps) - 1))]
                inference, premises = None, []
            elif dashes := INFERENCE.match(line.text):
                inference = self._inference(dashes[1], premises, line)
                node = Node("i", owner.title, len(steps))
                self.above = [_Above(-1, node, node)]
            elif relation := RELATION.match(line.text):
                self._relation(relation, line)
        if inference or not steps:
            hint = "Write a line `----` below them, and a conclusion below that."
            self._remark("These premises have no conclusion.", hint, lines[-1])
        _take_unused(steps, stated)
        if steps:
            self.document.arguments[owner.title] = owner
            self.document.steps[owner.title] = steps
        self.above = []

    def _conclude(
        self, step: Inference, title: str, steps: list[Inference], numbers: dict[str, str]
    ) -> None:
        """Set the conclusion of an inference, and its premises where data names them.

        Without `uses` an inference after the first one starts from the conclusion before it.
        """
        step.conclusion = title
        used = step.data.pop("uses", None) or self.document.statements[title].data.pop("uses", None)
        if isinstance(used, list):
            step.premises = [numbers[str(n)] for n in used if str(n) in numbers] or step.premises
        elif steps and steps[-1].conclusion not in step.premises:
            step.premises.insert(0, steps[-1].conclusion)
        if not step.premises:
            message = "This inference has no premises; it is left out."
            self.document.remarks.append(Remark(message, "Number them above it.", step.line))
        steps.append(step)

    def _owner(self, line: Line) -> Element:
        """Return the argument of premises: the one above, or one without a name."""
        above = self.above[0].node if self.above else Node("s", "")
        title = above.title if above.sort == "a" else ""
        if title in self.document.steps:
            hint = "Give the second premises an argument of their own."
            self._remark(f"The argument “{title}” has its premises twice.", hint, line)
            title = ""
        section = self.levels[-1] if self.levels else -1
        if not title:
            self.anonymous += 1
            title = f"Untitled argument {self.anonymous}"
            return Element(title, titled=False, line=line.number, section=section)
        owner = self.document.arguments[title]
        owner.section = section if self.levels else owner.section
        return owner

    def _inference(self, words: str, premises: list[str], line: Line) -> Inference:
        raw, data, notes = occurrence.split_data(words.strip().rstrip("-").strip(), meant=True)
        self._remark_all(notes, line)
        rules = [inline.read(rule).text for rule in raw.strip("- ").split(",") if rule.strip("- ")]
        return Inference(premises, rules, data, line.number, stated=tuple(premises))

    def _element(self, raw: str, line: Line) -> Node:
        """Return what stands in a place as what it is one of, for lines below to relate to."""
        found = occurrence.read(raw, tags_stay=self.tags_stay)
        self._remark_all(found.notes, line)
        title = found.title
        if not title:
            self.untitled += 1
            title = f"Untitled {self.untitled}"
        section = self.levels[-1] if self.levels else -1
        pool = self.document.statements if found.sort == "s" else self.document.arguments
        new = Element(title, titled=bool(found.title), line=line.number, section=section)
        pool.setdefault(title, new).add(found, line.number, section)
        node = Node(found.sort, title)
        self.above = [_Above(-1, node, node)]
        return node

    def _remark(self, message: str, hint: str, line: Line) -> None:
        self.document.remarks.append(Remark(message, hint, line.number))

    def _remark_all(self, notes: list[occurrence.Note], line: Line) -> None:
        for note in notes:
            known = line.data and note.below >= 0
            number = line.data + note.below if known else line.number
            self.document.remarks.append(Remark(note.message, note.hint, number))


def _column(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" \t"))


def _take_unused(steps: list[Inference], stated: list[list[str]]) -> None:
    """Give each step the premises stated for it that no step names in its data."""
    used = {premise for step in steps for premise in step.premises}
    for step, premises in zip(steps, stated, strict=True):
        step.premises += [premise for premise in premises if premise not in used]


def _start_of_steps(block: list[Line]) -> int:
    """Return the index of the premises that follow an argument without a blank line, or 0."""
    numbered = [index for index, line in enumerate(block) if NUMBERED.match(line.text)]
    dashes = [index for index, line in enumerate(block) if INFERENCE.match(line.text)]
    if not numbered or not dashes or numbered[0] > dashes[0]:
        return 0
    return (
        numbered[0]
        if any(line.text.lstrip(" \t")[0] == "<" for line in block[: numbered[0]])
        else 0
    )
