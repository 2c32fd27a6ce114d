"""Chromium, driven by its own driver over the WebDriver protocol: real pointers, real keys.

A client of one page is enough here, so it is written out rather than depended upon.
https://www.w3.org/TR/webdriver2/ and https://chromedevtools.github.io/devtools-protocol/.
"""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
MISSING = "" if CHROMIUM and DRIVER else "there is no chromium, or no chromedriver"

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-default-apps", "--disable-extensions", "--hide-scrollbars"),
)
KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}


class Browser:
    """One window. Elements are named by CSS selectors; places are pixels of the window."""

    def __init__(self, driver: http.client.HTTPConnection, options: dict[str, Any]) -> None:
        self._driver = driver
        session = self._call("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self._session = f"/session/{session['sessionId']}"

    def open(self, page: Path) -> None:
        """Show a page from disk, as if nothing had been shown before."""
        self.resize(1280, 900)
        self.emulate()
        self.console()
        self.requests()
        self._post("/url", url=page.as_uri())

    def resize(self, width: int, height: int) -> None:
        """Give the page a size, in pixels."""
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def emulate(self, scheme: str = "", media: str = "") -> None:
        """Prefer a colour scheme, and show the page for a medium such as print."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.cdp("Emulation.setEmulatedMedia", media=media, features=features)

    def run(self, script: str, *arguments: object) -> Any:
        """Return what a script returns."""
        return self._post("/execute/sync", script=script, args=list(arguments))

    def run_async(self, script: str, *arguments: object) -> Any:
        """Return what a script hands to the function that is its last argument."""
        return self._post("/execute/async", script=script, args=list(arguments))

    def middle(self, selector: str) -> tuple[int, int]:
        """Return the middle of an element."""
        x, y = self.run(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]",
            selector,
        )
        return round(x), round(y)

    def click(self, selector: str) -> None:
        """Scroll to an element if need be, and press and release in its middle."""
        self.run(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest' })", selector
        )
        self.drag(self.middle(selector))

    def drag(self, *path: tuple[int, int]) -> None:
        """Press at the first place, move to the others, and release."""
        press, release = ({"type": f"pointer{what}", "button": 0} for what in ("Down", "Up"))
        moves = [{"type": "pointerMove", "x": x, "y": y, "duration": 0} for x, y in path]
        self._act("pointer", "mouse", [moves[0], press, *moves[1:], release])

    def hover(self, at: tuple[int, int]) -> None:
        """Move the pointer with no button pressed."""
        move = {"type": "pointerMove", "x": at[0], "y": at[1], "duration": 0}
        self._act("pointer", "mouse", [move])

    def pinch(self, *fingers: tuple[tuple[int, int], tuple[int, int]]) -> None:
        """Move fingers at once, each from its first place to its second."""
        for what, step in (("touchStart", 0), ("touchMove", 1), ("touchEnd", None)):
            points = (
                [] if step is None else [dict(zip("xy", f[step], strict=True)) for f in fingers]
            )
            self.cdp("Input.dispatchTouchEvent", type=what, touchPoints=points)

    def wheel(self, at: tuple[int, int], down: int) -> None:
        """Turn the wheel at a place."""
        turn = {"type": "scroll", "x": at[0], "y": at[1], "deltaX": 0, "deltaY": down}
        self._act("wheel", "wheel", [{**turn, "origin": "viewport"}])

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self._act("key", "keys", [_key("Down", key), _key("Up", key)])

    def hold(self, held: str, key: str) -> None:
        """Press a key while another is held."""
        strokes = [_key("Down", held), _key("Down", key), _key("Up", key), _key("Up", held)]
        self._act("key", "keys", strokes)

    def type(self, text: str) -> None:
        """Press the key of each character."""
        self.press(*text)

    def cdp(self, command: str, /, **parameters: object) -> Any:
        """Send a command of the DevTools protocol."""
        return self._post("/goog/cdp/execute", cmd=command, params=parameters)

    def console(self) -> list[str]:
        """Return what the console said since the last call, refusals of the policy included."""
        return [entry["message"] for entry in self._post("/se/log", type="browser")]

    def requests(self) -> set[str]:
        """Return the addresses that were asked for since the last call, and not refused."""
        asked: dict[str, str] = {}
        for entry in self._post("/se/log", type="performance"):
            event = json.loads(entry["message"])["message"]
            told = event["params"]
            if event["method"] == "Network.requestWillBeSent":
                asked[told["requestId"]] = told["request"]["url"]
            if event["method"] == "Network.loadingFailed" and told.get("blockedReason") == "csp":
                asked.pop(told["requestId"], None)
        return {address for address in asked.values() if not address.startswith("data:")}

    def quit(self) -> None:
        """Close the window."""
        self._call("DELETE", self._session)

    def _act(self, kind: str, device: str, actions: list[dict[str, object]]) -> None:
        self._post("/actions", actions=[{"type": kind, "id": device, "actions": actions}])

    def _post(self, path: str, /, **body: object) -> Any:
        return self._call("POST", self._session + path, body)

    def _call(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        self._driver.request(method, path, data)
        answer = json.load(self._driver.getresponse())["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise AssertionError(f"{method} {path}: {answer['message']}")
        return answer


def _key(what: str, key: str) -> dict[str, object]:
    return {"type": f"key{what}", "value": KEYS.get(key, key)}


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """Run a browser with a profile of its own in a folder."""
    assert CHROMIUM is not None
    assert DRIVER is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "goog:chromeOptions": {
            "binary": CHROMIUM,
            "args": [*_OPTIONS, f"--user-data-dir={folder / 'profile'}"],
        },
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    }
    with subprocess.Popen(
        [DRIVER, f"--port={port}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as driver:
        try:
            assert driver.stdout is not None
            for line in driver.stdout:  # it says so when it listens
                if "started successfully" in line:
                    break
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
                browser = Browser(connection, options)
                try:
                    yield browser
                finally:
                    browser.quit()
        finally:
            driver.terminate()
