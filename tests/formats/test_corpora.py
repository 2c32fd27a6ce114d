"""Real files of other programs against the counts of their index, where they are at hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.errors import ArgmapError
from argmap.formats.building.missing_premises import MISSING_PREMISES
from argmap.formats.convert import loads
from argmap.formats.format import Imported
from argmap.model.kinds import Bearing
from tests.formats.corpora import cases, counts

Row = dict[str, str]


def imported(path: Path) -> Imported:
    return loads(path.read_bytes(), file=path.name)


def lost(found: Imported, what: str) -> int:
    return sum(len(loss.ids) for loss in found.losses if loss.what == what)


@pytest.mark.parametrize(("path", "row"), cases("sadface"))
def test_sadface(path: Path, row: Row) -> None:
    found = imported(path)
    number = counts(row["nodes_by_type"])
    assert len(found.argument_map.statements) == number["atom"]
    bearings = Counter(r.bearing for r in found.argument_map.relations)
    assert bearings == Counter(
        {
            bearing: number[f"scheme:{name}"]
            for bearing, name in ((Bearing.SUPPORTS, "support"), (Bearing.ATTACKS, "conflict"))
            if number[f"scheme:{name}"]
        }
    )


@pytest.mark.parametrize(("path", "row"), cases("arggraph"))
def test_arggraph(path: Path, row: Row) -> None:
    m = imported(path).argument_map
    edges = counts(row["edges_by_type"])
    assert len(m.statements) == counts(row["nodes_by_type"])["adu"]
    assert len(m.relations) == edges["sup"] + edges["exa"] + edges["reb"] + edges["und"]
    assert sum(len(r.premises) - 1 for r in m.relations) == edges["add"]
    undercuts = [r for r in m.relations if r.target in m.relation_by_id]
    assert len(undercuts) == edges["und"]
    assert all(s.text for s in m.statements)


@pytest.mark.parametrize(("path", "row"), cases("axl"))
def test_axl(path: Path, row: Row) -> None:
    m = imported(path).argument_map
    number = counts(row["nodes_by_type"])
    assert len(m.statements) == sum(number.values())
    attacks = [r for r in m.relations if r.bearing is Bearing.ATTACKS]
    assert len(attacks) == number["objection"]


@pytest.mark.parametrize(("path", "row"), cases("lkif"))
def test_lkif(path: Path, row: Row) -> None:
    found = imported(path)
    number = counts(row["nodes_by_type"])
    arguments = [r for r in found.argument_map.relations if r.id[:1] == "a"]
    assert len(arguments) == number["argument"]
    denied = [s for s in found.argument_map.statements if s.text.startswith("It is not the case")]
    assert len(found.argument_map.statements) - len(denied) == number["statement"]
    assert found.problems == ()


@pytest.mark.parametrize(("path", "row"), cases("carneades-yaml"))
def test_carneades(path: Path, row: Row) -> None:
    """Every argument of the file, as another reader of YAML finds it, is a relation of its name."""
    found = imported(path)
    m = found.argument_map
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    arguments: dict[str, Any] = content.get("arguments") or {}
    number = counts(row["nodes_by_type"])
    unstated = [s.id for s in m.statements if s.implicit]
    assert len(m.statements) - len(unstated) == number["statement"]
    assert len(arguments) == number["argument"]
    assert lost(found, "issues between statements") == number["issue"]
    assert lost(found, MISSING_PREMISES) == len(unstated)
    assert found.problems == ()
    texts = {id_: (s.get("text", "") if isinstance(s, dict) else s).strip()
             for id_, s in (content.get("statements") or {}).items()}  # fmt: skip
    of_statement = {s.id: s.text for s in m.statements}
    for id_, argument in arguments.items():
        parts = [m.relation_by_id[id_]]
        if argument.get("scheme") == "convergent":
            parts = [r for r in m.relations if r.target == parts[0].target]
        assert {of_statement[r.target] for r in parts} == {texts[argument["conclusion"]]}
        premises = [p for r in parts for p in r.premises if p not in unstated]
        assert [of_statement[p] for p in premises] == [texts[p] for p in _premises(argument)]
        undercuts = [of_statement[r.premises[0]] for r in m.relations_on(id_)]
        assert undercuts == [texts[id_] for id_ in [argument.get("undercutter")] if id_]
    premises_of_targets = [r for r in m.relations if r.target in m.statement_by_id]
    named = counts(row["edges_by_type"])["premise"]
    assert sum(len(r.premises) for r in premises_of_targets) == named + len(unstated)


def _premises(argument: dict[str, Any]) -> list[str]:
    premises = argument.get("premises") or []
    return list(premises.values() if isinstance(premises, dict) else premises)


@pytest.mark.parametrize(("path", "row"), cases("argmap-yaml"))
def test_the_other_argmap(path: Path, row: Row) -> None:
    number = counts(row["nodes_by_type"])
    found = imported(path)
    m = found.argument_map
    assert len(m.statements) == number["claim"] + number["implicit"]
    assert sum(s.implicit for s in m.statements) == number["implicit"]
    bearings = Counter(r.bearing for r in m.relations)
    empty = sum("without premises" in problem.message for problem in found.problems)
    assert bearings[Bearing.SUPPORTS] + empty == number["reason"]
    assert bearings[Bearing.ATTACKS] == number["objection"]


@pytest.mark.parametrize(("path", "row"), cases("mup"))
def test_mindmup(path: Path, row: Row) -> None:
    found = imported(path)
    number = counts(row["nodes_by_type"])
    m = found.argument_map
    root = row["note"] == "formatVersion=None"  # the index leaves the one root of these out
    assert len(m.statements) == number["idea"] + number["implicit"] + root
    assert sum(s.implicit for s in m.statements) == number["implicit"]
    groups = number["group:supporting"] + number["group:opposing"]
    trees = int(row["nodes"]) if root else counts(row["edges_by_type"])["tree"]
    assert len(m.relations) == (groups or trees)
    assert lost(found, "arrows between ideas") == counts(row["edges_by_type"])["link"]


@pytest.mark.parametrize(("path", "row"), cases("opml"))
def test_opml(path: Path, row: Row) -> None:
    if "COUNT-ERROR" in row["note"]:
        with pytest.raises(ArgmapError, match="not well-formed") as error:
            imported(path)
        assert error.value.where.line >= 1
        return
    m = imported(path).argument_map
    assert len(m.statements) == int(row["nodes"])


def test_every_folder_of_the_corpora_has_a_test() -> None:
    folders: set[Any] = {
        *("aif", "xaif", "argdown", "sadface", "arggraph", "axl", "lkif", "carneades-yaml"),
        *("argmap-yaml", "mup", "opml"),
    }
    root = Path(__file__).parents[3] / "shared" / "corpora"
    if not root.is_dir():
        pytest.skip("the corpora are not there")
    assert {path.name for path in root.iterdir() if path.is_dir()} == folders
