"""Files in every format, under every name, and what else is in folders of maps."""

from pathlib import Path

from argmap import ArgumentMap, Claim, Counterpoint, Inference
from argmap.formats import FORMATS, dumps

TEXT = "[A]: Rents rose.\n"
MAP = ArgumentMap.of(
    a := Claim("a", "Rents rose."),
    b := Claim("b", "The index says so."),
    c := Claim("c", "It is old."),
    Inference([b], a),
    Counterpoint([c], target=b),
)
NODES = '"nodes": [{"id": "a", "text": "It rose."}, {"id": "b", "text": "It is said."}]'
EDGE = '{"source": "b", "target": "a", "relation": "support"}'
MAPS = {
    **{each.name: dumps(MAP, each) for each in FORMATS if each.read and each.write},
    "argdown-json": '{"statements": {"A": {"title": "A", "members": []}}}',
    "arguebuf": '{"nodes": {"a": {"atom": {"text": "It rose."}}}, "edges": {}}',
    "sadface": '{"nodes": [], "resources": []}',
    "xaif": '{"AIF": {"nodes": [], "edges": []}}',
    "ova": '{"nodes": [{"id": 1, "text": "It rose."}], "edges": [], "analysis": {}}',
    "arggraph": '<?xml version="1.0"?><arggraph id="a"></arggraph>',
    "carneades": "statements:\n  a: It rose.\n",
    "brat": "T1\tClaim 0 8\tIt rose.\n",
    "node-link": f'{{{NODES}, "edges": [{EDGE}]}}',
    "json-lines": f"{EDGE}\n{EDGE}\n",
}
"""A map in each format that is read."""
OTHER_MAPS = {
    ".json": [f"[{EDGE}]", '{"ideas": {"1": {}}}', '{"argmap": 1, oh', "", "[", "{x"],
    ".csv": ["source,target,relation\nIt is said,It rose,supports\n"],
    ".yml": ["arguments:\n  a:\n    conclusion: p\n    premises: [q]\n"],
    ".xml": ['<lkif version="2.1"/>'],
    ".mup": ['{"ideas": {"1": {}}}'],
    ".gsn.yaml": ["g1:\n  text: Safe\n  undeveloped: true\n"],
}
"""What is read too: data with relations; and what reading reports."""
SAFE = {"json": '{"name": "rents"}', "txt": "Rents rose.\n  - so they say\n"}
NO_MAPS = {
    ".json": [SAFE["json"], "{}", "[1, 2]", '// so\n{"a": 1}', '{"a": 1 /* so */}'],
    ".txt": ["", SAFE["txt"], "[1] Rents rose.\n", SAFE["json"]],
    ".csv": ["", "size,price\n1,2\n", "from,to,price\nA,B,3\n", "id,text\n1,a\n"],
    ".tsv": ["a\tb\n"],
    ".jsonl": ["", '{"level": "info"}\n{"level": "info"}\n', "{"],
    ".xml": ["", "<project/>", "<broken"],
    ".yml": [
        "",
        "on: push\n",
        "arguments:\n  params: {a: 1}\n",
        "meta:\n  a: 1\n",
        "{{ broken }}: {{",
    ],
    ".mup": ["\x00\x01"],
    ".gsn.yml": ["on: push\n"],
    ".graphml": [dumps(MAP, "graphml")],
}
"""What may be in files with such suffixes and is no map."""
BY_CONTENT = {
    "{": ".json",
    "<": ".xml",
    **dict.fromkeys(("kialo", "af", "apx", "tgf", "brat"), ".txt"),
    "carneades": ".yml",
}
"""Under which suffixes maps are recognised by what is in them, by format or sign."""


def _under_names() -> list[tuple[str, str, bool | None]]:
    """Return suffixes and texts, and whether such files are maps in a folder."""
    found: list[tuple[str, str, bool | None]] = []
    for each in filter(lambda each: each.read, FORMATS):
        text = MAPS[each.name]
        generic = BY_CONTENT.get(each.name) or BY_CONTENT.get(text[0], "")
        suffixes = dict.fromkeys([*each.suffixes, generic or each.suffixes[0]])
        found += [(suffix, text, True) for suffix in suffixes]
    for table, is_map in ((OTHER_MAPS, True), (NO_MAPS, False)):
        found += [(sfx, text, is_map) for sfx, texts in table.items() for text in texts]
    page = f"```argdown\n{TEXT}```\n"
    found += [(".md", page, True), (".md", "Prose.\n", None), (".py", TEXT, None)]
    return found


FILES = _under_names()


def lay_out(folder: Path) -> dict[bool | None, set[str]]:
    """Write all files to a folder; return which are maps, left out, or passed over."""
    expected: dict[bool | None, set[str]] = {True: set(), False: set(), None: set()}
    for number, (suffix, text, is_map) in enumerate(FILES):
        path = folder / f"{number:03}" / f"file{number}{suffix}"
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
        expected[is_map].add(str(path))
    return expected
