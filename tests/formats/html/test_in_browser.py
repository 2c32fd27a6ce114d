"""The page in a real browser, from disk, with a real pointer and real keys.

Skips where there is no Chromium or no driver for it. Places are pixels of the window; a card is
named by its number in the order of the map.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from argmap import paths
from argmap.formats.convert import dumps
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement
from argmap.model.kinds import Bearing
from argmap.store.yaml_file import load
from tests.formats.browser import Browser

Show = Callable[[ArgumentMap], Path]
OPEN, DEMAND, ASKED, COST, VOLUNTEERS, FEW, BUDGET = range(1, 8)
POOL = ArgumentMap(
    title="Pool",
    statements=(
        Statement("open", "The pool should open on Sundays."),
        Statement("demand", "Two hundred residents asked for it."),
        Statement("asked", "What two hundred ask for should be done."),
        Statement(
            "cost",
            "Staff cost doubles on Sundays.",
            title="Cost",
            note="See the budget.",
            said_by="Bob",
            cites=(Cite("report", quote="costs will double", at="p. 3"),),
        ),
        Statement("volunteers", "Volunteers will staff it."),
        Statement("few", "Two hundred are few."),
        Statement("budget", "The budget says so."),
    ),
    relations=(
        Relation("r1", ("demand", "asked"), Bearing.SUPPORTS, "open"),
        Relation("r2", ("cost",), Bearing.ATTACKS, "open"),
        Relation("r3", ("volunteers",), Bearing.ATTACKS, "cost"),
        Relation("r4", ("volunteers",), Bearing.SUPPORTS, "open"),
        Relation("r5", ("few",), Bearing.ATTACKS, "r1"),
        Relation("r6", ("budget",), Bearing.SUPPORTS, "cost"),
    ),
    sources=(Source("report", title="Report", author="Ann", url="https://example.org/report"),),
)

TAKEN = "document.body.dataset.taken='yes'"
HOSTILE = (
    f"</title></script><script>{TAKEN}</script>",
    f'<img src=x onerror="{TAKEN}"> & ]]> <b>bold</b>',
    f"<svg onload={TAKEN}>",
    f'\'" onmouseover="{TAKEN}" autofocus onfocus="{TAKEN}',
    f"javascript:{TAKEN}",
    "${1+1} {{1+1}} `x` \u202e\u2028 #card-1 data-below='x'",
    "W" * 400,
)


@cache
def written(argument_map: ArgumentMap) -> str:
    return dumps(argument_map, "html").text


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Show:
    """Write the page of a map, and show it."""

    def shown(argument_map: ArgumentMap) -> Path:
        page = tmp_path / "page.html"
        page.write_text(written(argument_map), encoding="utf-8")
        browser.open(page)
        return page

    return shown


@pytest.fixture
def pool(browser: Browser, show: Show) -> Browser:
    show(POOL)
    return browser


def card(number: int, picture: str = "light") -> str:
    return f'.{picture} [data-card="card-{number}"]'


def article(number: int) -> str:
    return f"article#card-{number}"


def fold_of(number: int) -> str:
    return f"{article(number)} [data-fold]"


def box(browser: Browser, selector: str) -> tuple[float, float, float, float]:
    """Return left, top, width and height of an element in the window."""
    left, top, width, height = browser.run(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
        "return [box.x, box.y, box.width, box.height]",
        selector,
    )
    return left, top, width, height


def within(browser: Browser, inner: str, outer: str) -> bool:
    """Whether an element is seen as a whole inside another and the window."""
    (x, y, wide, high), (left, top, width, height) = box(browser, inner), box(browser, outer)
    window_wide, window_high = browser.run("return [innerWidth, innerHeight]")
    right, bottom = min(left + width, window_wide), min(top + height, window_high)
    return x >= max(left, 0) and y >= max(top, 0) and x + wide <= right and y + high <= bottom


def seen(browser: Browser, selector: str) -> list[str]:
    """Return the ids or card names of the elements that are laid out."""
    found: list[str] = browser.run(
        "return [...document.querySelectorAll(arguments[0])]"
        ".filter((each) => each.getClientRects().length)"
        ".map((each) => each.dataset.card ?? each.dataset.part ?? each.id)",
        selector,
    )
    return found


def numbers(names: list[str]) -> set[int]:
    return {int(name.removeprefix("card-")) for name in names}


def chosen(browser: Browser) -> list[str]:
    return seen(browser, "article[aria-current], .light [aria-current]")


def focused(browser: Browser) -> str:
    name: str = browser.run(
        "const it = document.activeElement; return it.dataset.card ?? (it.id || it.tagName)"
    )
    return name


def zoomed_in(browser: Browser) -> None:
    browser.run("document.getElementById('picture').focus()")
    browser.press(*"+++")


def moved(
    before: tuple[float, float, float, float], after: tuple[float, float, float, float]
) -> tuple[int, int]:
    return round(after[0] - before[0]), round(after[1] - before[1])


# Panning and zooming


@pytest.mark.parametrize("size", [(1280, 900), (400, 800)])
def test_what_is_dragged_goes_where_the_pointer_goes(pool: Browser, size: tuple[int, int]) -> None:
    pool.resize(*size)
    before = box(pool, card(COST))
    x, y = pool.middle("#picture")
    pool.drag((x, y), (x + 20, y + 10), (x + 70, y - 30))
    after = box(pool, card(COST))
    assert moved(before, after) == (70, -30)
    assert after[2:] == pytest.approx(before[2:])


def test_a_card_that_is_dragged_is_not_chosen_and_nothing_scrolls(pool: Browser) -> None:
    x, y = pool.middle(card(OPEN))
    pool.drag((x, y), (x + 60, y + 10))
    assert chosen(pool) == []
    assert pool.run("return [scrollX, scrollY, String(getSelection())]") == [0, 0, ""]
    pool.click(card(OPEN))
    assert chosen(pool) == ["card-1", "card-1"]


def test_a_press_that_trembles_is_a_click(pool: Browser) -> None:
    before = box(pool, card(OPEN))
    x, y = pool.middle(card(OPEN))
    pool.drag((x, y), (x + 2, y + 2))
    assert chosen(pool) == ["card-1", "card-1"]
    assert box(pool, card(OPEN)) == before


def test_a_drag_ends_where_the_button_is_released_outside(pool: Browser) -> None:
    x, y = pool.middle("#picture")
    pool.drag((x, y), (x + 30, y), pool.middle("h1"))
    left = box(pool, card(OPEN))
    pool.hover((x, y))
    assert box(pool, card(OPEN)) == left


@pytest.mark.parametrize("size", [(1280, 900), (400, 800)])
@pytest.mark.parametrize(("down", "larger"), [(-300, True), (300, False)])
def test_the_wheel_zooms_about_the_pointer(
    pool: Browser, size: tuple[int, int], down: int, larger: bool
) -> None:
    pool.resize(*size)
    zoomed_in(pool)
    pool.run("document.querySelector(arguments[0]).focus()", card(FEW))
    before, at = box(pool, card(FEW)), pool.middle(card(FEW))
    pool.wheel(at, down)
    after = box(pool, card(FEW))
    assert (after[2] > before[2] * 1.3) if larger else (after[2] < before[2] / 1.3)
    assert pool.middle(card(FEW)) == pytest.approx(at, abs=1)


def test_two_fingers_zoom_and_pan(pool: Browser) -> None:
    x, y = pool.middle(card(COST))
    before = box(pool, card(COST))
    pool.pinch(((x - 40, y), (x - 70, y + 30)), ((x + 40, y), (x + 90, y + 30)))
    assert box(pool, card(COST))[2] == pytest.approx(before[2] * 2, rel=0.02)
    assert pool.middle(card(COST)) == pytest.approx((x + 10, y + 30), abs=2)
    assert chosen(pool) == []


def test_nobody_gets_lost_by_zooming_or_panning(pool: Browser) -> None:
    whole = box(pool, card(OPEN))
    frame = box(pool, "#picture")
    for _ in range(30):
        pool.wheel(pool.middle("#picture"), 900)
    assert box(pool, ".light .node")[2] > whole[2] / 2
    pool.run("document.getElementById('picture').focus()")
    pool.press(*["ArrowRight", "ArrowDown"] * 20)
    left, top, width, height = box(pool, ".light > g")
    assert left + width > frame[0]
    assert top + height > frame[1]
    pool.press("0")
    assert box(pool, card(OPEN)) == pytest.approx(whole)


@pytest.mark.parametrize("where", ["#picture", card(OPEN)])
def test_arrows_look_that_way(pool: Browser, where: str) -> None:
    pool.run("document.querySelector(arguments[0]).focus()", where)
    ways = {
        "ArrowLeft": (80, 0),
        "ArrowRight": (-80, 0),
        "ArrowUp": (0, 80),
        "ArrowDown": (0, -80),
    }
    for key, way in ways.items():
        before = box(pool, card(OPEN))
        pool.press(key)
        assert moved(before, box(pool, card(OPEN))) == way
    assert pool.run("return scrollY") == 0


@pytest.mark.parametrize(("key", "button"), [("+", "#larger"), ("=", "#larger"), ("-", "#smaller")])
def test_keys_and_buttons_zoom_alike(pool: Browser, key: str, button: str) -> None:
    zoomed_in(pool)
    before = box(pool, card(OPEN))
    pool.press(key)
    by_key = box(pool, card(OPEN))
    assert (by_key[2] > before[2]) is (button == "#larger")
    pool.click("#fit")
    zoomed_in(pool)
    pool.click(button)
    assert box(pool, card(OPEN)) == pytest.approx(by_key)


def test_the_browsers_own_zoom_is_left_to_it(pool: Browser) -> None:
    pool.run("document.getElementById('picture').focus()")
    before = box(pool, card(OPEN))
    pool.hold("Control", "+")
    assert box(pool, card(OPEN)) == before


# Choosing


@pytest.mark.parametrize("size", [(1280, 900), (400, 800)])
@pytest.mark.parametrize("way", ["click", "Enter", " "])
def test_a_chosen_card_shows_its_notes_sources_and_quotes_beside_the_picture(
    pool: Browser, size: tuple[int, int], way: str
) -> None:
    pool.resize(*size)
    if way == "click":
        pool.click(card(COST))
    else:
        pool.run("document.querySelector(arguments[0]).focus()", card(COST))
        pool.press(way)
    assert focused(pool) == "card-4"
    assert chosen(pool) == ["card-4", "card-4"]
    for part in ("h3", "p.text", "p.note", "blockquote", "a[href^='https']"):
        assert within(pool, f"{article(COST)} {part}", "section"), part
    assert within(pool, "#picture", "body")
    assert within(pool, card(COST), "#picture")
    shown = pool.run("return document.activeElement.innerText").split("\n")
    assert [line for line in shown if line][:7] == [
        "Cost",
        "Staff cost doubles on Sundays.",
        "Claim · said by Bob",
        "See the budget.",
        "costs will double",
        "Source: Ann, Report [1], p. 3",
        "Attacks The pool should open on Sundays.",
    ]


def test_escape_goes_back_to_the_card(pool: Browser) -> None:
    pool.click(card(FEW))
    pool.press("Escape")
    assert pool.run("return document.activeElement.matches(arguments[0])", card(FEW))


def test_a_link_chooses_the_card_and_brings_it_into_the_picture(pool: Browser) -> None:
    pool.click(card(BUDGET))
    zoomed_in(pool)
    pool.drag(pool.middle("#picture"), (900, 890))
    assert not within(pool, card(COST), "#picture")
    pool.click(f"{article(BUDGET)} a")
    assert chosen(pool) == ["card-4", "card-4"]
    assert within(pool, card(COST), "#picture")
    assert focused(pool) == "card-4"


def test_the_tab_key_goes_through_everything_in_order_and_shows_where_it_is(pool: Browser) -> None:
    zoomed_in(pool)
    pool.run("document.getElementById('search').focus()")
    stops: list[str] = []
    while (stop := focused(pool)) != "BODY" and len(stops) < 60:
        stops.append(stop)
        outline = pool.run("return getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", stop
        if stop.startswith("card-"):
            assert within(pool, ".light [data-card]:focus", "#picture"), stop
        elif stop not in ("search", "larger", "smaller", "fit", "picture"):
            under = pool.run(
                "const { x, y } = document.activeElement.getClientRects()[0];"
                "return document.elementFromPoint(x + 4, y + 6).tagName"
            )
            assert under == stop
        pool.press("Tab")
    tools = ["search", "larger", "smaller", "fit", "picture"]
    assert stops[:5] == tools
    assert sorted(stops[5:12]) == [f"card-{n}" for n in range(1, 8)]
    assert set(stops[12:]) == {"A", "BUTTON"}
    assert len(stops[12:]) == pool.run("return document.querySelectorAll('a, [data-fold]').length")


# Folding


CIRCLE = ArgumentMap(
    statements=tuple(Statement(id_, f"Card {id_}.") for id_ in "abcd"),
    relations=(
        Relation("r1", ("a",), Bearing.ATTACKS, "b"),
        Relation("r2", ("b",), Bearing.ATTACKS, "a"),
        Relation("r3", ("c",), Bearing.SUPPORTS, "b"),
        Relation("r4", ("d",), Bearing.SUPPORTS, "d"),
    ),
)


@pytest.mark.parametrize(
    ("argument_map", "folded", "away"),
    [
        (POOL, [OPEN], {DEMAND, ASKED, COST, VOLUNTEERS, FEW, BUDGET}),
        (POOL, [COST], {BUDGET}),  # the volunteers also bear on what is not folded
        (POOL, [COST, OPEN], {DEMAND, ASKED, COST, VOLUNTEERS, FEW, BUDGET}),
        (CIRCLE, [1], {2, 3}),
        (CIRCLE, [2], {3}),
        (CIRCLE, [4], set()),
    ],
)
def test_what_only_a_folded_card_holds_is_away(
    browser: Browser, show: Show, argument_map: ArgumentMap, folded: list[int], away: set[int]
) -> None:
    show(argument_map)
    everything = set(range(1, len(argument_map.statements) + 1))
    for number in folded:
        browser.click(fold_of(number))
    assert numbers(seen(browser, ".light [data-card]")) == everything - away
    assert numbers(seen(browser, "article")) == everything - away
    for number in reversed(folded):
        browser.run("document.querySelector(arguments[0]).focus()", fold_of(number))
        browser.press(" ")
    assert numbers(seen(browser, ".light [data-card]")) == everything
    assert numbers(seen(browser, "article")) == everything


def test_steps_go_with_the_card_they_bear_on(pool: Browser) -> None:
    pool.click(fold_of(COST))
    left = set(seen(pool, ".light [data-part]"))
    assert left == {"step-1", "step-2", "step-4", "step-5"}


def test_a_folded_card_says_so(pool: Browser) -> None:
    pool.click(fold_of(COST))
    assert pool.run("return document.querySelector(arguments[0]).ariaExpanded", fold_of(COST)) == (
        "false"
    )
    assert seen(pool, ".light .folded") == ["card-4"]


def test_choosing_what_is_folded_away_unfolds_just_what_hides_it(pool: Browser) -> None:
    pool.click(fold_of(COST))
    pool.run(
        "document.querySelector(arguments[0]).click()", fold_of(VOLUNTEERS) + ", " + fold_of(OPEN)
    )
    assert numbers(seen(pool, "article")) == {OPEN}
    pool.click(f'{article(OPEN)} a[href="#card-5"]')
    assert chosen(pool) == ["card-5", "card-5"]
    assert numbers(seen(pool, "article")) == {OPEN, DEMAND, ASKED, COST, VOLUNTEERS, FEW}


# Searching


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hundred", {DEMAND, ASKED, FEW}),
        ("TWO few", {FEW}),
        ("sundays", {OPEN, COST}),
        ("bob", {COST}),
        ("costs will double", {COST}),
        ("volunteers", {VOLUNTEERS}),  # whom others mention in what bears on them
        ("nowhere", set()),
        ("(.*", set()),
    ],
)
def test_search_finds_what_a_card_itself_says(pool: Browser, words: str, found: set[int]) -> None:
    pool.click("#search")
    pool.type(words)
    assert numbers(seen(pool, "article")) == found
    assert numbers(seen(pool, ".light .found")) == found
    assert pool.run("return document.getElementById('matches').textContent") == f"{len(found)} of 7"
    pool.press(*["Backspace"] * len(words))
    assert numbers(seen(pool, "article")) == set(range(1, 8))
    assert seen(pool, ".light .found") == []
    assert pool.run("return document.getElementById('matches').textContent") == ""


def test_enter_goes_to_the_first_that_is_found(pool: Browser) -> None:
    pool.click("#search")
    pool.press("Enter")
    assert chosen(pool) == []
    pool.type("hundred")
    pool.press("Enter")
    assert focused(pool) == "card-2"


def test_a_card_that_was_not_found_can_still_be_chosen(pool: Browser) -> None:
    pool.click("#search")
    pool.type("hundred")
    pool.click(card(BUDGET))
    assert chosen(pool) == ["card-7", "card-7"]
    assert within(pool, article(BUDGET), "section")


# For everybody


def tree(browser: Browser) -> list[dict[str, Any]]:
    """Return what the browser tells screen readers, in order: role, name and more of each node."""
    nodes = {node["nodeId"]: node for node in browser.cdp("Accessibility.getFullAXTree")["nodes"]}
    waiting = [next(iter(nodes))]
    found = []
    while waiting:
        node = nodes[waiting.pop()]
        waiting += (child for child in reversed(node.get("childIds", ())) if child in nodes)
        if not node["ignored"]:
            told = {
                key: node.get(key, {}).get("value", "") for key in ("role", "name", "description")
            }
            states = {
                each["name"]: each["value"].get("value") for each in node.get("properties", ())
            }
            found.append(told | states)
    return found


def named(nodes: list[dict[str, Any]], role: str) -> list[str]:
    return [node["name"] for node in nodes if node["role"] == role]


def test_screen_readers_get_names_and_roles(pool: Browser) -> None:
    nodes = tree(pool)
    texts = [statement.text for statement in POOL.statements]
    heads = [statement.title or statement.text for statement in POOL.statements]
    buttons = named(nodes, "button")
    folds = ["What bears on this"] * 2
    assert buttons[:3] == ["Larger", "Smaller", "Whole map"]
    assert sorted(buttons[3:10]) == sorted(texts)
    assert buttons[10:] == folds
    assert named(nodes, "article") == heads
    assert [(n["name"], n["level"]) for n in nodes if n["role"] == "heading"] == [
        ("Pool", 1),
        ("Statements", 2),
        *((head, 3) for head in heads),
        ("Sources", 2),
    ]
    assert named(nodes, "searchbox") == ["Search"]
    assert "Picture of the map" in named(nodes, "group")
    assert named(nodes, "region") == ["Statements", "Sources"]
    assert named(nodes, "main") == [""]
    assert named(nodes, "RootWebArea") == ["Pool"]
    told = [
        (n["description"], n["expanded"]) for n in nodes if n["name"] in folds and "expanded" in n
    ]
    assert told == [("The pool should open on Sundays.", True), ("Cost", True)]
    assert not any("r1" in node["name"] or "supports open" in node["name"] for node in nodes)


def test_what_is_found_is_announced(pool: Browser) -> None:
    pool.click("#search")
    pool.type("few")
    (status,) = [node for node in tree(pool) if node["role"] == "status"]
    assert (status["live"], status["atomic"]) == ("polite", True)


CONTRAST = """
const [selector] = arguments;
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const parts = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
  .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0.05);
const behind = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (parts(backgroundColor)[3] === 255) return backgroundColor;
  }
  return "white";
};
return [...document.querySelectorAll(selector)].map((element) => {
  const [ink, paper] = [light(getComputedStyle(element).color), light(behind(element))];
  return Math.max(ink / paper, paper / ink);
});
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_are_both_easy_to_read(pool: Browser, scheme: str) -> None:
    pool.emulate(scheme)
    other = {"light": "dark", "dark": "light"}[scheme]
    assert len(seen(pool, f".{scheme} [data-card]")) == len(POOL.statements)
    assert seen(pool, f".{other} [data-card]") == []
    pool.click(card(COST, scheme))
    assert seen(pool, "article[aria-current]") == ["card-4"]
    ratios = pool.run(CONTRAST, "h1, h2, h3, p, a, button, input, label, blockquote, li")
    assert len(ratios) > 40
    assert min(ratios) >= 4.5  # what WCAG 2.2 asks of texts of this size
    paper = pool.run("return getComputedStyle(document.body).backgroundColor")
    drawn = pool.run(
        "return document.querySelector(arguments[0]).getAttribute('fill')", f".{scheme} > rect"
    )
    assert paper == "rgb({}, {}, {})".format(*bytes.fromhex(drawn[1:]))


def test_paper_gets_the_whole_map_in_light_whatever_is_on_the_screen(pool: Browser) -> None:
    pool.emulate("dark")
    pool.click(fold_of(COST))
    pool.click("#search")
    pool.type("few")
    zoomed_in(pool)
    zoomed = pool.run("return document.querySelector('svg').getAttribute('viewBox')")
    pool.emulate("dark", media="print")
    assert numbers(seen(pool, "article")) == set(range(1, 8))
    assert numbers(seen(pool, ".light [data-card]")) == set(range(1, 8))
    assert seen(pool, ".dark [data-card], .tools, [data-fold]") == []
    assert (
        pool.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    )
    pool.run(
        "addEventListener('beforeprint', () => {"
        " window.onPaper = document.querySelector('svg').viewBox.baseVal.width })"
    )
    paper = base64.b64decode(pool.cdp("Page.printToPDF")["data"])
    assert paper.startswith(b"%PDF-")
    whole = float(pool.run("return document.querySelector('svg').getAttribute('width')")[:-2])
    assert pool.run("return window.onPaper") == pytest.approx(whole)
    assert pool.run("return document.querySelector('svg').getAttribute('viewBox')") == zoomed


def test_all_is_there_without_the_script(browser: Browser, show: Show) -> None:
    browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        show(POOL)
        shown = browser.cdp("DOMSnapshot.captureSnapshot", computedStyles=[])["strings"]
        nodes = tree(browser)
    finally:
        browser.cdp("Emulation.setScriptExecutionDisabled", value=False)
    assert named(nodes, "article") == [s.title or s.text for s in POOL.statements]
    assert named(nodes, "button") == named(nodes, "searchbox") == []
    assert "costs will double" in shown


# Strangers


@pytest.mark.parametrize(
    "argument_map",
    [
        ArgumentMap(),
        ArgumentMap(statements=(Statement("a", ""),)),
        load(paths.examples() / "indivisible-security.argmap.yaml").argument_map,
    ],
    ids=["nothing", "an empty card", "the dispute"],
)
def test_a_page_loads_without_a_complaint(
    browser: Browser, show: Show, argument_map: ArgumentMap
) -> None:
    page = show(argument_map)
    assert numbers(seen(browser, "article")) == set(range(1, len(argument_map.statements) + 1))
    browser.click("#larger")
    assert browser.console() == []
    assert browser.requests() == {page.as_uri()}


def test_hostile_texts_are_texts_whatever_is_done_with_them(browser: Browser, show: Show) -> None:
    statements = tuple(
        Statement(
            f"s{n}",
            text,
            title=text,
            note=text,
            said_by=text,
            tags=(text,),
            cites=(Cite("q", text),),
        )
        for n, text in enumerate(HOSTILE)
    )
    relations = tuple(
        Relation(f"r{n}", (f"s{n}",), Bearing.ATTACKS, "s0", scheme=text, note=text)
        for n, text in enumerate(HOSTILE)
        if n
    )
    source = Source("q", title=HOSTILE[1], url=HOSTILE[4], note=HOSTILE[0], text=HOSTILE[2])
    page = show(
        ArgumentMap(
            title=HOSTILE[0],
            summary=HOSTILE[1],
            language='"><script>',
            statements=statements,
            relations=relations,
            sources=(source,),
        )
    )
    for number, text in enumerate(HOSTILE, 1):
        browser.click(card(number))
        said = browser.run("return document.activeElement.querySelector('h3').textContent")
        assert said == text
        browser.press("Tab", "Enter", "Escape")
    x, y = browser.middle(card(1))
    at = browser.run("return [scrollX, scrollY]")
    browser.drag((x, y), (x + 50, y + 50))
    assert browser.run("return [scrollX, scrollY]") == at
    browser.click("#search")
    browser.type('<img "x')
    browser.press("Enter")
    browser.run("document.querySelector(arguments[0]).click()", fold_of(1))
    assert browser.run("return document.body.dataset.taken ?? ''") == ""
    assert browser.run("return document.querySelectorAll('script, img, iframe, b').length") == 1
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    links = browser.run("return [...document.links].map((link) => link.protocol)")
    assert set(links) == {"file:"}
    assert browser.console() == []
    assert browser.requests() == {page.as_uri()}


ADD = "document.body.insertAdjacentHTML('beforeend', arguments[0]);"
RUN = (
    "const script = document.createElement('script');"
    "script.textContent = arguments[0]; document.body.append(script);"
)
NOWHERE = "http://127.0.0.1:9/"


@pytest.mark.parametrize(
    ("attempt", "markup"),
    [
        (RUN, "document.title = 1"),
        (ADD + "document.body.lastChild.click()", '<b onclick="document.title = 1">x</b>'),
        (ADD, "<style>body { color: red }</style>"),
        (ADD, '<p style="color: red">x</p>'),
        (ADD, f'<img src="{NOWHERE}x.png">'),
        (ADD, '<iframe src="data:text/html,x"></iframe>'),
        (ADD, f'<link rel="stylesheet" href="{NOWHERE}x.css">'),
        (ADD + "document.body.lastChild.submit()", f'<form action="{NOWHERE}"></form>'),
        ("location.href = arguments[0]", "javascript:document.title=1"),
        ("fetch(arguments[0]).catch(() => {})", NOWHERE),
    ],
)  # fmt: skip
def test_the_policy_stops_what_is_not_the_pages_own(
    pool: Browser, attempt: str, markup: str
) -> None:
    """Were a text of the map ever to become markup, this is what still stood in its way."""
    pool.requests()
    pool.run(attempt, markup)
    pool.run("return new Promise((done) => setTimeout(done))")
    said = pool.console()
    assert any("Content Security Policy" in line for line in said), said
    assert pool.run("return document.title") == "Pool"
    assert pool.requests() == set()
