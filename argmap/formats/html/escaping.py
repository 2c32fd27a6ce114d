"""The one way by which a text of the map gets into the page."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def text(plain: str) -> str:
    """Return a text escaped for HTML, within elements and within an attribute's quotes."""
    return escape(_CONTROL.sub("", plain), quote=True)


def is_web_address(url: str) -> bool:
    """Whether an address is one of the web: no other may become a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
