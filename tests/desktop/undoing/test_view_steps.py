"""Steps of the view are undone in turn with those of the document."""

from __future__ import annotations

from argmap.desktop.undoing.view_steps import ViewStep, ViewSteps


def step(log: list[str], name: str) -> ViewStep:
    return ViewStep(name, lambda: log.append(f"undo {name}"), lambda: log.append(f"redo {name}"))


def test_a_step_is_taken_back_only_after_as_many_steps_of_the_document() -> None:
    log: list[str] = []
    steps = ViewSteps()
    steps.add(step(log, "a"), 2)
    assert not steps.undo(3)
    assert steps.undo(2)
    assert not steps.undo(2)
    assert not steps.redo(1)
    assert steps.redo(2)
    assert log == ["undo a", "redo a"]


def test_a_new_step_of_either_kind_leaves_nothing_to_do_again() -> None:
    log: list[str] = []
    steps = ViewSteps()
    steps.add(step(log, "a"), 0)
    steps.undo(0)
    steps.document_changed(1)
    assert not steps.redo(0)
    steps.add(step(log, "b"), 1)
    steps.undo(1)
    steps.add(step(log, "c"), 1)
    assert steps.next_undo(1) == "c"
    assert not steps.redo(1)


def test_another_map_has_no_steps() -> None:
    steps = ViewSteps()
    steps.add(step([], "a"), 0)
    steps.forget()
    assert not steps.undo(0)
