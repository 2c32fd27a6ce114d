"""A text of every format that is read, with one part of which a reader must tell something."""

from __future__ import annotations

import json

XML = '<?xml version="1.0"?>'

MISREAD = {
    "argmap": "argmap: 1\nstatements:\n  - {id: a, text: A}\n  - {id: b}\n",
    "json": '{"argmap": 1, "statements": [{"id": "a", "text": "A"}, {"id": "b"}]}',
    "aif": json.dumps({"nodes": [{"nodeID": "1", "type": "I", "text": "A"}, 7], "edges": []}),
    "xaif": json.dumps({"AIF": {"nodes": [{"type": "I", "text": "A"}], "edges": []}}),
    "argdown": "[a]: A {p: 1, p: 2}\n",
    "sadface": json.dumps({"nodes": [{"id": "1", "type": "atom", "text": "A"}], "edges": [7]}),
    "arguebuf": json.dumps({"nodes": {"1": {"atom": {"text": "A"}, "mood": "good"}}}),
    "carneades": "statements: {a: A}\nlabels: {in: [a]}\n",
    "other-argmap": "A:\n  r1:\n    strength: 9\n    B:\n",
    "lkif": f'{XML}<lkif><argument-graph><statement id="a" mood="good">A</statement>'
    "</argument-graph></lkif>",
    "aml": f"{XML}<ARG><AU><PROP><PROPTEXT>A</PROPTEXT></PROP><MOOD/></AU></ARG>",
    "arggraph": f'{XML}<arggraph><edu id="e1">A</edu></arggraph>',
    "brat": "T1\tClaim 0 1\tA\nR1\tsupports Arg1:T1\n",
    "axl": f"{XML}<argument><premise><title>A</title><mood/></premise></argument>",
    "argml": f'{XML}<graphml><graph><node id="n"/></graph></graphml>',
    "rationale": '#Rationale Version 120.53\na = Create("Claim")\nb = CreateChild(c, "Claim")\n',
    "mindmup": json.dumps({"title": "A", "formatVersion": 3, "ideas": {"1": 7}}),
    "opml": f'{XML}<opml><body><outline text="A" mood="good"/></body></opml>',
    "freeplane": f'{XML}<map><node TEXT="A"><hook NAME="picture"/></node></map>',
    "apx": "arg(a).\nfoo(b).\n",
    "tgf": "a A\n#\na\n",
    "iccma": "p af 1\n1 2\n",
    "kialo": "Discussion Name:\nT\n\n1. Thesis:\nA\n\n1.1. Pro:\n-> See 7.\n",
    "csv": "id,text,mood\n1,A,good\n",
    "tsv": "id\ttext\tmood\n1\tA\tgood\n",
    "markdown": "- A\n  - Con:\n",
    "text": "A\n  Con:\n",
}
