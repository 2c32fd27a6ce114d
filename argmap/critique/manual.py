"""The manual of the rules as one page: python -m argmap.critique.manual > docs/rules.md."""

from __future__ import annotations

from argmap.critique.rule import Rule
from argmap.critique.rules import RULES

_START = """\
# Rules of good argument maps

`argmap check` and the problems panel run these rules. A warning is nearly always worth fixing; a
hint is a question to ask yourself. An error is a quote that does not stand where it is said to, or
a text that is not there; no rule of style is one: circles, several conclusions and all the rest are
legal maps. Rules that are off by default are tools of analysis, or ask much of a first draft;
they run when they are selected.

A map can leave rules out for good:

```yaml
x-check:
  ignore: [too-long, multiple-roots]
```

What a map leaves out stays out, whatever is selected. Some rules look at words, and follow the
map's `language`: English, German and French are known. A map that does not say is read as English.
For every other language these rules stay silent.

| rule | severity | on | fixes itself |
|---|---|---|---|
"""


def page() -> str:
    """Return the whole page, in Markdown."""
    return _START + "".join(map(_row, RULES)) + "".join(map(_section, RULES))


def _row(rule: Rule) -> str:
    on, fixes = "yes" if rule.default else "no", "where it can" if rule.fix else ""
    return f"| [{rule.code}](#{rule.code}) | {rule.severity} | {on} | {fixes} |\n"


def _section(rule: Rule) -> str:
    title, _, text = rule.manual.partition("\n")
    said = title.partition(": ")[2].rstrip(".")
    return f"\n## {rule.code}\n**{said[:1].upper()}{said[1:]}.**\n{_fenced(text)}\n"


def _fenced(text: str) -> str:
    """Return a page with its indented examples fenced."""
    lines: list[str] = []
    inside = False
    for line in text.rstrip().splitlines():
        example = line.startswith("    ")
        if inside and line and not example:
            lines[-1:] = ["```", ""]
        elif example and not inside:
            lines.append("```yaml")
        inside = example or (inside and not line)
        lines.append(line.removeprefix("    "))
    return "\n".join([*lines, "```"] if inside else lines)


if __name__ == "__main__":
    print(page(), end="")
