"""How long tests go on that could go on for ever: `ARGMAP_LONG=50` makes them 50 times as long."""

from __future__ import annotations

import os

LONG = int(os.environ.get("ARGMAP_LONG", "1"))
