"""`argmap lsp` with a real client over standard input and output."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.commands.command import Exit
from argmap.store.yaml_file import read
from tests.authoring.texts import MAP
from tests.commands.conftest import Run
from tests.commands.serving.client import Editor, edit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "birds.argmap.yaml"


def test_problems_are_told_and_mended(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        (found,) = await editor.problems()
        assert (found.code, found.source) == ("unknown-id", "argmap")
        assert "Did you mean “fly”?" in found.message
        assert found.range == types.Range(editor.at("fyl"), editor.at("fyl", 3))
        (fix,) = await editor.fixes(found)
        assert fix.title == "Change “fyl” to “fly”"
        editor.apply_all(fix.edit)
        assert editor.text == MAP
        assert await editor.problems() == []

    edit(path, MAP.replace("supports: fly", "supports: fyl"), scenario)


def test_a_line_that_is_no_yaml_is_mended(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        (found,) = await editor.problems()
        assert found.code == "not-yaml"
        assert "behind the key `kind` a colon is missing" in found.message
        assert found.range.start == editor.at("kind premise")
        (fix,) = await editor.fixes(found)
        assert fix.title == "Write `kind: premise`"
        assert not fix.is_preferred, "it is a guess"
        editor.apply_all(fix.edit)
        assert editor.text == MAP

    edit(path, MAP.replace("    kind: premise", "    kind premise"), scenario)


def test_from_anywhere_on_its_line_a_problem_is_mended_and_ignored_last(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.told.get()
        end = editor.at("- id: eggs", len("- id: eggs"))
        place = types.Diagnostic(range=types.Range(end, end), message="")
        ways = [action.title for action in await editor.fixes(place)]
        assert [way.partition(" ")[0] for way in ways] == ["Make", "Make", "Delete", "Ignore"]

    edit(
        path,
        MAP.replace("relations:", "  - id: eggs\n    text: Birds lay eggs.\nrelations:"),
        scenario,
    )


def test_what_is_typed_part_by_part_is_followed(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        assert await editor.problems() == []
        editor.replace("title: Birds", "title: 🐦🐦 \u2028 [Birds\n# and more\ntags")
        editor.replace("🐦 \u2028 [Birds", "x")
        editor.replace("\n# and more\ntags", "")
        editor.replace("kind: premise", "kind: premiss")
        (found,) = await editor.problems()
        assert found.range == types.Range(editor.at("premiss"), editor.at("premiss", 7))

    edit(path, MAP, scenario, ("utf-32",))


@pytest.mark.parametrize(("unit", "width"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
def test_columns_are_counted_as_agreed(path: Path, unit: str, width: int) -> None:
    text = "argmap: 1\nstatements:\n  - {id: a, text: '🐦', kind: claims}\n"

    async def scenario(editor: Editor) -> None:
        (found,) = await editor.problems()
        before = "  - {id: a, text: '', kind: "
        assert found.range.start == types.Position(2, len(before) + width)

    edit(path, text, scenario, (unit,))


def test_a_text_that_is_no_yaml_says_where(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        assert await editor.problems() == []
        editor.replace("attacks: r1", "attacks: r1]")
        editor.replace("weight: 2", "weight: [2")
        (found,) = await editor.problems()
        assert found.code == "not-yaml"
        offered = await editor.offered(editor.at("attacks: fly", 9))
        assert "fly" in [item.label for item in offered]

    edit(path, MAP, scenario)


def test_keys_and_ids_are_offered_and_explained(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        offered = await editor.offered(editor.at("supports: fly", 10))
        assert [(item.label, item.detail) for item in offered][1] == (
            "wings",
            "Birds have *wings*.",
        )
        assert offered[1].filter_text == "wings Birds have *wings*."
        place = types.HoverParams(editor.here, editor.at("supports: fly", 11))
        hover = await editor.client.text_document_hover_async(place)
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        assert "Birds can fly." in hover.contents.value

    edit(path, MAP, scenario)


def test_definition_and_uses_are_found(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        place = editor.at("attacks: r1", 10)
        asked = types.DefinitionParams(editor.here, place)
        found = await editor.client.text_document_definition_async(asked)
        assert isinstance(found, types.Location)
        assert found.range.start == editor.at("id: r1", 4)
        context = types.ReferenceContext(include_declaration=True)
        uses = types.ReferenceParams(context, editor.here, place)
        assert len(await editor.client.text_document_references_async(uses) or ()) == 3

    edit(path, MAP, scenario)


def test_an_id_is_renamed_everywhere_or_it_is_said_why_not(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        place = editor.at("supports: fly", 11)
        prepared = types.PrepareRenameParams(editor.here, place)
        span = await editor.client.text_document_prepare_rename_async(prepared)
        assert span == types.Range(editor.at("supports: fly", 10), editor.at("supports: fly", 13))
        asked = types.RenameParams(editor.here, place, "wings")
        with pytest.raises(JsonRpcException, match="already in use"):
            await editor.client.text_document_rename_async(asked)
        asked = types.RenameParams(editor.here, place, "flight")
        editor.apply_all(await editor.client.text_document_rename_async(asked))
        assert await editor.problems() == []
        assert "fly:" not in editor.text
        assert "flight: accepted" in editor.text

    edit(path, MAP, scenario)


def test_the_outline_and_the_folds_of_a_text(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        asked = types.DocumentSymbolParams(editor.here)
        symbols = await editor.client.text_document_document_symbol_async(asked) or ()
        first = symbols[0]
        assert isinstance(first, types.DocumentSymbol)
        assert next(child.detail for child in first.children or ()) == "Birds can fly."
        folds = types.FoldingRangeParams(editor.here)
        lines = await editor.client.text_document_folding_range_async(folds) or ()
        assert (lines[0].start_line, lines[0].end_line) == (2, 13)

    edit(path, MAP, scenario)


def test_words_are_told_for_what_they_are_line_by_line(path: Path) -> None:
    text = MAP.replace("title: Birds", "title: 🐦\n  Birds  # both")

    async def scenario(editor: Editor) -> None:
        asked = types.SemanticTokensParams(editor.here)
        found = await editor.client.text_document_semantic_tokens_full_async(asked)
        assert found is not None
        rows, told = text.split("\n"), list[tuple[str, int, int]]()
        line = column = 0
        for at in range(0, len(found.data), 5):
            down, along, length, kind, given = found.data[at : at + 5]
            line, column = line + down, along + (0 if down else column)
            units = rows[line].encode("utf-16-le")[2 * column : 2 * (column + length)]
            told.append((units.decode("utf-16-le"), kind, given))
        assert told[2:6] == [("title", 0, 0), ("🐦", 3, 0), ("Birds", 3, 0), ("# both", 4, 0)]
        assert ("fly", 1, 1) in told, "it is given"
        assert ("fly", 1, 0) in told, "it is named"
        assert ("rebuttal", 2, 0) in told

    edit(path, text, scenario)


def test_words_of_a_text_that_is_typed_on_are_told_no_more(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        asked = types.SemanticTokensParams(editor.here)
        first = asyncio.ensure_future(editor.client.text_document_semantic_tokens_full_async(asked))
        await asyncio.sleep(0)
        editor.replace("title: Birds", "title: Cats")
        with pytest.raises(JsonRpcException, match="another one"):
            await first
        method, protocol = types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, editor.client.protocol
        second = asyncio.wrap_future(protocol.send_request(method, asked, msg_id="second"))
        protocol.notify(types.CANCEL_REQUEST, types.CancelParams("second"))
        with pytest.raises(JsonRpcException, match="canceled"):
            await second
        offered = await editor.offered(editor.at("kind: premise", 6))
        assert [item.label for item in offered] == ["claim", "premise", "rebuttal"]

    edit(path, MAP, scenario)


def test_a_text_is_formatted_or_it_is_said_why_not(path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        options = types.FormattingOptions(tab_size=2, insert_spaces=True)
        asked = types.DocumentFormattingParams(editor.here, options)
        edits = await editor.client.text_document_formatting_async(asked)
        editor.apply(list(edits or ()))
        assert "text: Birds have *wings*." in editor.text
        assert read(editor.text).argument_map == read(MAP).argument_map
        editor.replace("attacks: r1", "attacks: r7")
        assert await editor.client.text_document_formatting_async(asked) is None
        assert "r7" in editor.messages[0]

    edit(path, MAP, scenario)


def test_a_map_is_written_from_nothing(path: Path) -> None:
    """As a new user would: accept what is offered, make a mistake, take its fix."""

    async def take(editor: Editor, label: str, then: str) -> None:
        place = _end(editor.text)
        item = next(i for i in await editor.offered(place) if i.label == label)
        assert isinstance(item.text_edit, types.TextEdit)
        editor.apply([types.TextEdit(item.text_edit.range, item.text_edit.new_text + then)])

    async def scenario(editor: Editor) -> None:
        assert [p.code for p in await editor.problems()] == ["no-version"]
        await take(editor, "argmap", "")
        await take(editor, "1", "\n")
        await take(editor, "statements", "\n  - ")
        await take(editor, "id", "rain\n    ")
        await take(editor, "text", "It rains.\n  - ")
        await take(editor, "id", "wet\n    ")
        await take(editor, "text", "The street: wet.\n")
        await take(editor, "relations", "\n  - ")
        await take(editor, "from", "[")
        await take(editor, "rain", "]\n    ")
        await take(editor, "supports", "")
        await take(editor, "wet", "\n")
        found: list[types.Diagnostic] = []
        while "unquoted" not in [p.code for p in found]:
            found = await editor.problems()
        quoting = next(p for p in found if p.code == "unquoted")
        editor.apply_all((await editor.fixes(quoting))[0].edit)
        reading = read(editor.text)
        assert not reading.problems
        assert len(reading.argument_map.relations) == 1
        assert reading.argument_map.statement_by_id["wet"].text == "The street: wet."

    edit(path, "", scenario)


def _end(text: str) -> types.Position:
    lines = text.split("\n")
    return types.Position(len(lines) - 1, len(lines[-1]))


def test_an_editor_that_is_done_ends_it_without_a_word() -> None:
    wishes: tuple[dict[str, object], ...] = (
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    )
    bodies = [json.dumps({"jsonrpc": "2.0", **wish}).encode() for wish in wishes]
    said = b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies)
    command = [sys.executable, "-m", "argmap", "lsp"]
    done = subprocess.run(command, input=said, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_the_library_the_line_that_installs_it_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("pygls", "lsprotocol")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.startswith("argmap.commands.serving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    done = run("lsp")
    assert done.status == Exit.FAILED
    assert "pip install 'argmap[lsp]'" in done.err
