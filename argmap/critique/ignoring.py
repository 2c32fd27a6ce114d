"""What a map sets for the rules in its own `x-check`: which it leaves out for good, and numbers.

The key is one of the user's, beginning with `x-`, so whatever else stands in it is kept.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Table, Value

_KEY, _IGNORE = "x-check", "ignore"


def ignored_by(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Return the codes that the map leaves out, in the order of the file."""
    settings = dict(argument_map.extra).get(_KEY)
    return tuple(code for code in _entries(settings) if isinstance(code, str))


def number_of(argument_map: ArgumentMap, key: str, usual: float) -> float:
    """Return a number that the map sets for a rule, or the usual one where it sets none."""
    settings = dict(argument_map.extra).get(_KEY)
    value = dict(settings.pairs).get(key) if isinstance(settings, Table) else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else usual


def ignore(argument_map: ArgumentMap, code: str) -> ArgumentMap:
    """Return the map with a rule left out; ArgmapError if `x-check` holds no keys to add to."""
    entries = _entries(_settings(argument_map))
    return argument_map if code in entries else _with(argument_map, (*entries, code))


def stop_ignoring(argument_map: ArgumentMap, code: str) -> ArgumentMap:
    """Return the map with a rule no longer left out."""
    entries = _entries(_settings(argument_map))
    return _with(argument_map, tuple(e for e in entries if e != code))


def _entries(settings: Value) -> tuple[Value, ...]:
    codes = dict(settings.pairs).get(_IGNORE) if isinstance(settings, Table) else None
    if codes is None:
        return ()
    return codes if isinstance(codes, tuple) else (codes,)


def _settings(argument_map: ArgumentMap) -> Table:
    settings = dict(argument_map.extra).get(_KEY)
    if settings is None:
        return Table(())
    if not isinstance(settings, Table):
        raise ArgmapError(
            f"The value of `{_KEY}` has to be a table, so no rule can be named in it.",
            f"Write `{_KEY}: {{{_IGNORE}: []}}` instead of it.",
        )
    return settings


def _with(argument_map: ArgumentMap, codes: tuple[Value, ...]) -> ArgumentMap:
    """Return the map with these entries under `ignore`, and no table that holds nothing."""
    pairs = dict(_settings(argument_map).pairs)
    pairs[_IGNORE] = codes
    if not codes:
        del pairs[_IGNORE]
    extra = dict(argument_map.extra)
    extra[_KEY] = Table(tuple(pairs.items()))
    if not pairs:
        del extra[_KEY]
    return replace(argument_map, extra=tuple(extra.items()))
