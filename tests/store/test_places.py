from argmap.errors import Place
from argmap.store.yaml_file import read

TEXT = """\
argmap: 1
statements:
  - id: open
    text: The pool should open.
  - {text: It is hot., id: hot}
  - id: open
    text: A second one.
relations:
  - from: [hot]
    supports: open
sources: [{id: petition}]
"""


def test_every_item_has_a_place_and_the_first_of_two_has_it() -> None:
    assert read(TEXT, "pool.yaml").places == {
        "open": Place("pool.yaml", 3, 5),
        "hot": Place("pool.yaml", 5, 5),
        "hot--supports--open": Place("pool.yaml", 9, 5),
        "petition": Place("pool.yaml", 11, 11),
    }


def test_text_that_is_not_yaml_has_none() -> None:
    assert read("statements: [", "pool.yaml").places == {}
