"""From blocks of lines to a Document: headings, statements, arguments, inferences, relations."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from argmap.errors import ArgmapError
from argmap.formats import yaml_text
from argmap.formats.argdown import inline
from argmap.formats.argdown.document import Document, Element, Kind, Node, Section, Step, Tie
from argmap.formats.argdown.lines import Line, blocks, front_matter, unfenced

_HEADING = re.compile(r"(#+)[ \t]+(.*)", re.DOTALL)
_RELATION = re.compile(
    r"([ \t]*)(<\+|\+>|<-(?!-)|->|<_|_>|><|\+|-(?!-)|_(?=\s))[ \t]*(.*)", re.DOTALL
)
_NUMBERED = re.compile(r"[ \t]*\((\d+)\)[ \t]*(.*)", re.DOTALL)
_ITEM = re.compile(r"(?:\*|\d+\.)[ \t]+(.*)", re.DOTALL)
_INFERENCE = re.compile(r"[ \t]*--(.*)", re.DOTALL)
_DEFINITION = re.compile(r"(?:\[([^\n]+?)\]|<([^\n]+?)>):(?:[ \t]+|$|(?=\S))(.*)", re.DOTALL)
_REFERENCE = re.compile(r"(?:\[([^\]\n]+)\](?!\()|<([^>\n]+)>)[ \t]*(.*)", re.DOTALL)
_DATA = re.compile(r"(?<!\\)\{(.*)\}\s*$", re.DOTALL)
_OPENS_DATA = re.compile(r"(?<!\\)\{[ \t]*(?:$|[\w\"']+[ \t]*:)")
_KINDS = {"+": Kind.SUPPORT, "-": Kind.ATTACK, "_": Kind.UNDERCUT}


def parse(text: str, file: str = "") -> Document:
    """Give what a text says; what does not fit is in its `problems`, with the line."""
    yaml, line, body = front_matter(unfenced(text))
    document = Document()
    try:
        front = yaml_text.load(yaml, file, line)
        document.front = front if isinstance(front, dict) else {}
    except ArgmapError as error:
        document.problems.append(
            (f"The front matter is left out. {error.message}", error.where.line)
        )
    parser = _Parser(document)
    for block in blocks(body):
        parser.block(block)
    parser.close()
    return document.settled()


@dataclass(slots=True)
class _Above:
    """An element that following lines may relate to, by their indentation."""

    indent: int
    node: Node


class _Parser:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.untitled = 0
        self.anonymous = 0
        self.last_argument = ""
        self.levels: list[int] = []

    def block(self, block: list[Line]) -> None:
        first = block[0].text
        if heading := _HEADING.match(first):
            words = " ".join([heading[2], *(line.text.strip() for line in block[1:])])
            self._heading(len(heading[1]), words)
        elif _NUMBERED.match(first):
            self._argument_steps(_joined(block, in_steps=True))
        elif _ITEM.match(first):
            for line in _joined(block, items=True):
                found = _ITEM.match(line.text)
                self._tree([Line(found[1] if found else line.text, line.number)])
        else:
            self._tree(_joined(block))

    def close(self) -> None:
        """Say what was left open."""
        for title, steps in self.document.steps.items():
            if steps and not steps[-1].conclusion:
                line = steps.pop().line
                self.document.problems.append((f"<{title}> has no conclusion here.", line))
            if not steps:
                self.document.problems.append((f"<{title}> has no inference.", 0))
        self.document.steps = {t: steps for t, steps in self.document.steps.items() if steps}

    def _heading(self, level: int, words: str) -> None:
        raw, _ = self._data(words, 0)
        while self.levels and self.document.sections[self.levels[-1]].level >= level:
            self.levels.pop()
        parent = self.levels[-1] if self.levels else -1
        self.levels.append(len(self.document.sections))
        self.document.sections.append(Section(inline.read(raw).text, level, parent))
        self.last_argument = ""

    def _tree(self, lines: list[Line]) -> None:
        """Read an element and the relations indented below it."""
        above: list[_Above] = []
        for line in lines:
            found = _RELATION.match(line.text)
            if found and above:
                self._relation(found, line, above)
            else:
                node = self._element(line.text.strip(), line.number)
                above = [_Above(-1, node)]
                self.last_argument = node.title if node.sort == "a" else ""

    def _relation(
        self,
        found: re.Match[str],
        line: Line,
        above: list[_Above],
        concluded: dict[Node, Node] | None = None,
    ) -> None:
        """Tie the element of a line to the one above it that is less indented.

        `concluded` gives the inference to a conclusion, which is what an undercut below it hits.
        """
        indent, symbol = len(found[1]), found[2]
        while len(above) > 1 and above[-1].indent >= indent:
            above.pop()
        parent = above[-1].node
        if symbol in ("_", "<_") and concluded:
            parent = concluded.get(parent, parent)
        child = self._element(found[3], line.number)
        self._tie(symbol, parent, child)
        above.append(_Above(indent, child))

    def _tie(self, symbol: str, parent: Node, child: Node) -> None:
        if symbol == "><":
            self._add(Tie(Kind.CONTRADICTORY, child, parent))
            return
        kind = _KINDS[symbol.strip("<>")]
        source, target = (parent, child) if symbol.endswith(">") else (child, parent)
        self._add(Tie(kind, source, target))

    def _add(self, tie: Tie) -> None:
        symmetric = self.document.front.get("model") == {"mode": "strict"}
        classes = tie.source.sort == tie.target.sort == "s"
        if symmetric and classes and tie.kind is Kind.ATTACK:
            tie = Tie(Kind.CONTRADICTORY, tie.source, tie.target)
        self.document.ties.setdefault(tie)

    def _argument_steps(self, lines: list[Line]) -> None:
        """Read a premise-conclusion structure, of the argument above or of one without a name."""
        title = self._owner(lines[0].number)
        steps = self.document.steps.setdefault(title, [])
        premises: list[str] = []
        above: list[_Above] = []
        numbers: dict[str, str] = {}
        at_inference = False
        for line in lines:
            numbered, inference = _NUMBERED.match(line.text), _INFERENCE.match(line.text)
            relation = _RELATION.match(line.text)
            if numbered:
                node = self._element(numbered[2], line.number)
                numbers[numbered[1]] = node.title
                if node.sort != "s":
                    self._problem("An argument cannot be a premise.", line)
                elif at_inference:
                    self._conclude(steps, node.title, numbers)
                    premises = []
                    above = [_Above(-1, node)]
                else:
                    premises.append(node.title)
                    above = [_Above(-1, node)]
                at_inference = False
            elif inference and not (relation and not line.text.lstrip().startswith("--")):
                steps.append(self._inference(inference[1], premises, line))
                above = [_Above(-1, Node("i", title, len(steps) - 1))]
                at_inference = True
            elif relation and above:
                self._relation(relation, line, above, self._inference_of(title))
        self.last_argument = ""

    def _conclude(self, steps: list[Step], title: str, numbers: dict[str, str]) -> None:
        """Set the conclusion of the last inference, and its premises where data names them.

        Without `uses` an inference after the first one starts from the conclusion before it.
        """
        step = steps[-1]
        step.conclusion = title
        used = step.data.pop("uses", None) or self.document.statements[title].data.pop("uses", None)
        if isinstance(used, list):
            step.premises = [numbers[str(n)] for n in used if str(n) in numbers] or step.premises
        elif len(steps) > 1 and steps[-2].conclusion not in step.premises:
            step.premises.insert(0, steps[-2].conclusion)

    def _inference_of(self, title: str) -> dict[Node, Node]:
        steps = self.document.steps[title]
        return {Node("s", s.conclusion): Node("i", title, n) for n, s in enumerate(steps)}

    def _owner(self, line: int) -> str:
        title = self.last_argument
        if title and title in self.document.steps:
            self.document.problems.append((f"<{title}> has its premises twice.", line))
            title = ""
        if not title:
            self.anonymous += 1
            title = f"Untitled argument {self.anonymous}"
            self.document.arguments[title] = Element(title, titled=False, line=line)
        self.document.arguments[title].section = self.levels[-1] if self.levels else -1
        return title

    def _inference(self, words: str, premises: list[str], line: Line) -> Step:
        raw, data = self._data(words.strip().rstrip("-").strip(), line.number)
        rules = [inline.read(rule).text for rule in raw.strip("- ").split(",") if rule.strip("- ")]
        if not premises:
            self._problem("This inference has no premises.", line)
        return Step(list(premises), rules, data, line.number)

    def _element(self, raw: str, line: int) -> Node:
        """Read an occurrence of a statement or argument, and give what it is one of."""
        raw, data = self._data(raw, line)
        found = _DEFINITION.match(raw)
        reference = None if found else _REFERENCE.match(raw)
        head = found or reference
        if reference and inline.read(reference[3]).text:
            self._problem("Text after a reference is left out.", Line(raw, line))
        if head is None:
            self.untitled += 1
            title, sort = f"Untitled {self.untitled}", "s"
        else:
            title, sort = (head[1], "s") if head[1] is not None else (head[2], "a")
        pool = self.document.statements if sort == "s" else self.document.arguments
        element = pool.setdefault(title, Element(title, titled=head is not None, line=line))
        words = inline.read(head[3] if head else raw)
        if reference is None and not element.defined:
            element.line = line
        self._occurrence(element, words, data, defines=reference is None)
        return Node(sort, title)

    def _occurrence(
        self, element: Element, words: inline.Inline, data: dict[str, Any], *, defines: bool
    ) -> None:
        section = self.levels[-1] if self.levels else -1
        if defines and not element.defined:
            element.section, element.defined = section, True
        elif element.section < 0 and not element.defined:
            element.section = section
        if defines and not (element.data.get("isCanonical") and element.texts):
            element.texts.append(words.text)
        elif defines:
            element.texts.insert(0, words.text)
        element.tags |= dict.fromkeys(words.tags)
        element.links += words.links
        element.data |= data

    def _data(self, raw: str, line: int) -> tuple[str, dict[str, Any]]:
        """Split off the data at the end; braces that hold no data stay in the text."""
        found = _DATA.search(raw)
        if not found:
            return raw, {}
        try:
            value = _data_value(found[1])
        except ArgmapError:
            self.document.problems.append(("The data in braces is not YAML; it is text now.", line))
            return raw, {}
        return (raw[: found.start()].rstrip(), value) if isinstance(value, dict) else (raw, {})

    def _problem(self, message: str, line: Line) -> None:
        self.document.problems.append((message, line.number))


def _data_value(text: str) -> Any:
    try:
        return json.loads(f"{{{text}}}")
    except ValueError:
        flow = "\n" not in text
        return yaml_text.load(f"{{{text}}}" if flow else text)


def _joined(block: list[Line], *, in_steps: bool = False, items: bool = False) -> list[Line]:
    """Join each line that only continues the one before to it."""
    joined: list[Line] = []
    open_inference = open_data = False
    for line in block:
        starts = not joined or (
            (bool(_RELATION.match(line.text)) and not open_data)
            or (in_steps and bool(_NUMBERED.match(line.text)))
            or (items and bool(_ITEM.match(line.text)))
        )
        dashes = bool(_INFERENCE.match(line.text)) and in_steps
        if dashes and not open_inference:
            joined.append(line)
            open_inference = not re.fullmatch(r"\s*(-{4,}|--.+--)\s*", line.text)
        elif open_inference:
            joined[-1] = Line(f"{joined[-1].text} {line.text.strip()}", joined[-1].number)
            open_inference = not dashes
        elif starts:
            joined.append(line)
        else:
            glue = "\n" if open_data else " "
            words = line.text if open_data else line.text.strip()
            joined[-1] = Line(f"{joined[-1].text}{glue}{words}", joined[-1].number)
        if open_data or _OPENS_DATA.search(joined[-1].text):
            words = inline.hide(joined[-1].text)
            open_data = words.count("{") > words.count("}")
    return joined
