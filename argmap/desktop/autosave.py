"""The journal of one window: every edit is on the disk within a second and a half.

A journal is begun with the first edit, so that looking at a map writes nothing, and ends when the
map is saved or its window closes; what is left behind by a crash is offered at the next start.
"""

from __future__ import annotations
