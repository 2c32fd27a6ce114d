from __future__ import annotations

import errno
import json
import os
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from argmap import settings
from argmap.drawing import theme
from argmap.errors import ArgmapError
from argmap.model.kinds import USUAL_PAGE, Layout, Page
from argmap.settings import Settings

OTHER = Settings(
    theme="dark",
    motion=False,
    page="letter",
    layout="layered",
    dot="/opt/dot",
    keys={"add_premise": "F9"},
)


def _write(text: str) -> None:
    settings.file().parent.mkdir(parents=True, exist_ok=True)
    settings.file().write_text(text, encoding="utf-8")


def test_without_a_file_all_is_as_usual() -> None:
    assert settings.load() == (Settings(), ())


def test_what_is_saved_is_loaded() -> None:
    settings.save(OTHER)
    assert settings.load() == (OTHER, ())


def test_pages_and_layouts_are_those_of_maps() -> None:
    assert list(settings.PAGES) == list(Page)
    assert list(settings.LAYOUTS) == ["automatic", *Layout]
    assert Settings().page == USUAL_PAGE


def test_only_what_differs_is_written() -> None:
    settings.save(Settings(motion=False))
    assert json.loads(settings.file().read_text()) == {"motion": False}


def test_saving_leaves_one_file_and_keeps_a_link(tmp_path: Path) -> None:
    settings.save(Settings(motion=False))
    assert [path.name for path in settings.file().parent.iterdir()] == ["settings.json"]
    elsewhere = tmp_path / "dotfiles.json"
    settings.file().rename(elsewhere)
    settings.file().symlink_to(elsewhere)
    settings.save(OTHER)
    assert settings.file().is_symlink()
    assert settings.load() == (OTHER, ())
    assert json.loads(elsewhere.read_text(encoding="utf-8"))["theme"] == "dark"


def test_what_cannot_be_written_leaves_the_old_file_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.save(OTHER)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ArgmapError, match="could not be saved"):
        settings.save(Settings())
    assert settings.load() == (OTHER, ())


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(settings.about("theme").choices),
        motion=st.booleans(),
        dot=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        keys=st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3),
    )
)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_whatever_is_set_comes_back(own: Settings) -> None:
    settings.save(own)
    assert settings.load() == (own, ())


@pytest.mark.parametrize("text", ["{", "[1, 2]", "null", '"dark"', "\x00"])
def test_a_damaged_file_is_told_and_does_no_harm(text: str) -> None:
    _write(text)
    loaded, faults = settings.load()
    assert loaded == Settings()
    assert len(faults) == 1
    assert str(settings.file()) in faults[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("motion", "yes"),
        ("motion", 1),
        ("dot", None),
        ("keys", ["F9"]),
        ("keys", {"add_premise": 9}),
        ("colour", "red"),
    ],
)
def test_a_wrong_value_is_told_and_the_others_count(name: str, value: object) -> None:
    own = {"theme": "dark", "motion": False} | {name: value}
    _write(json.dumps(own))
    loaded, faults = settings.load()
    assert len(faults) == 1
    assert f"“{name}”" in faults[0]
    assert loaded.theme == ("system" if name == "theme" else "dark")
    assert loaded.motion is (name == "motion")
    assert (loaded.dot, loaded.keys) == ("", {})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]) | st.text(), _JSON))
def test_whatever_the_file_holds_each_setting_has_its_type(data: dict[str, object]) -> None:
    _write(json.dumps(data))
    loaded, _ = settings.load()
    for name, usual in asdict(Settings()).items():
        assert type(getattr(loaded, name)) is type(usual)
        choices = settings.about(name).choices
        assert not choices or getattr(loaded, name) in choices


def test_every_setting_says_what_it_is() -> None:
    for field in fields(Settings):
        about = settings.about(field.name)
        assert about.label
        assert about.help.endswith(".")
        assert not about.choices or field.default in about.choices


def test_a_theme_that_is_put_into_the_folder_can_be_set(sepia: Path) -> None:
    assert settings.about("theme").choices[0] == "system"
    assert set(settings.about("theme").choices[1:]) == set(theme.names()) >= {"sepia"}
    _write('{"theme": "sepia"}')
    assert settings.load() == (Settings(theme="sepia"), ())
    sepia.unlink()
    assert settings.load() == (
        Settings(),
        ('The setting “theme” cannot be `"sepia"`. The usual value is used.',),
    )


def test_a_place_that_cannot_be_written_is_told() -> None:
    settings.file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings.file().parent.write_text("a file in the place of the folder")
    with pytest.raises(ArgmapError, match="could not be saved"):
        settings.save(OTHER)
    _, faults = settings.load()
    assert len(faults) == 1
