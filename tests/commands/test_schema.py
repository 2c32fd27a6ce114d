import json

from argmap import paths
from tests.commands.conftest import Run


def test_the_schema_is_printed_as_it_is_shipped(run: Run) -> None:
    done = run("schema")
    assert done.status == 0
    assert done.out == (paths.resources() / "schema.json").read_text(encoding="utf-8")
    assert json.loads(done.out)["title"]
