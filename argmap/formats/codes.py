"""Meanings of the findings that come from no rule, by their codes. Data only."""

from typing import Final

_ANY = """
invalid-utf-8: The file is not text in UTF-8. Save it in that encoding.
lone-surrogate: Half of a surrogate pair is not a character; no text can contain it.
too-deep: The text is nested more deeply than any map needs.
unreadable-source: A source's file is missing, is not text, or is outside the project.
source-changed: The file of a source has another SHA-256 than the map says.
empty-text: The file is empty, or a text that must not be.
unreadable-fence: A fence is not closed, or has no map, or a map and a file.
unclear-choice: The chosen option of a decision record is not among its options.
unplaced-remark: A remark of a decision record belongs to none of its options.
unread-format: The text is in a format that argmap recognises but cannot read.
not-written: The format has no place for a part of the map; it was not written.
made-field: The format needs a value for a field that is empty in the map.
made-claim: The format has no arguments: a sketched one is read back as a claim.
"""
_JSON = """
json-syntax: The text is not JSON from here on; the rest cannot be read.
duplicate-key: An object has the same key twice; one of the values would be lost.
not-a-number: JSON has no NaN and no infinity.
number-too-large: The number has too many digits or too large an exponent.
unknown-key: The format has no such key; it is misspelt, or from a newer version.
missing-key: A required key is missing.
wrong-type: The value has another type than the key requires.
bad-value: The value has the right type, but is not allowed here.
bad-id: An id is empty, or has spaces around it.
duplicate-id: Two parts have the same id, so a reference to it would be ambiguous.
unknown-id: No part with this id can be referred to here.
repeated-member: A part is in two sections.
circular-section: A section is inside itself.
unsupported-version: The file was written by a newer version of argmap.
unknown-title: No element in the file has the title.
unknown-section: An element is in a section that is not in the file.
repeated-section: Two sections have the same id; their contents belong to the first.
unused-statement: A statement is a premise or conclusion that no argument contains.
"""
_AIF = """
kept-beside: Nodes that are not parts of a map are kept and written back.
unknown-node-type: AIF has no such type of node; the node is kept.
unfinished-step: A step has no end, or an inference has no premises; it is kept.
several-conclusions: A node leads to several; a counterpoint to it is to the first.
misplaced-edge: An edge joins two nodes in a way that no map can express; it is kept.
not-searched: The text is too long to look for claims that nothing highlights.
"""
_FRAMEWORKS = """
framework-syntax: A line or a fact does not follow the notation.
unknown-argument: An attack names an argument that does not exist.
repeated-argument: An argument is given a second time, which has no effect.
repeated-relation: An attack or a support is given a second time.
support-in-framework: A framework has attacks only; with supports it is a map.
unused-label: A label after an attack has no place in a map.
"""
_NODES = """
unknown-relation: Nothing says what a relation means; it is left out.
impossible-relation: A relation joins what no map can join so; it is left out.
undercut-claim: Only a step can be undercut; against a claim it is an objection.
self-relation: A part is related to itself.
guessed: Nobody declared where nodes and edges are; the usual names were looked for.
nothing-declared: Nobody declared where nodes and edges are, and no guess is good.
table-syntax: A cell of a table begins or ends with a quotation mark that has no other.
uneven-row: A row of a table has more cells, or fewer, than its header.
unnamed-source: Quotations are of no source, so that nobody can look them up.
"""
_CARNEADES = """
yaml-syntax: The text is not YAML from here on, or has an alias or a tag.
undeclared-statement: A statement is used but not declared; it is added.
repeated-position: A statement can be a position of only one issue, and only once.
undecided-issue: An issue has fewer than two positions; it is kept as data.
conflicting-labels: Two labels are expected for one statement; the first counts.
unusable-template: A template takes another number of arguments than its key says.
not-generated: Carneades would generate arguments or issues; verdicts may differ.
approximate-weight: Carneades weighs an argument differently; verdicts may differ.
"""
_ANNOTATIONS = """
xml-syntax: The text is not XML from here on, or declares an entity.
unknown-element: An element is none that the format has here; it is left out.
brat-syntax: A line is none that BRAT has.
left-out: A map has no place for this; it is left out.
"""
_KIALO = """
unclear-number: A number could begin a claim, but fits no place; it is taken for text.
unplaced-text: A line is of no claim, and is left out.
"""
_ARGDOWN = """
syntax-error: Something is in a place where it is not allowed.
misplaced-text: A text is where a new block or a sign must be.
misplaced-title: A title in brackets must begin a block, or an item, or follow a sign.
misplaced-data: Data in braces must follow a text, a title or a heading.
misplaced-heading: A heading must begin a block of its own, after an empty line.
misplaced-item: An item of a list must begin on a line of its own.
misplaced-relation: A relation must be indented below the element that it relates to.
misplaced-reconstruction: A number in brackets must begin a reconstruction.
misplaced-front-matter: Front matter must be at the start of the file.
missing-empty-line: Front matter must be followed by an empty line.
empty-line-inside: An empty line divides a block from the text that continues it.
missing-text: A sign, a number or a title with a colon has no text after it.
missing-conclusion: An inference line must be followed by a numbered conclusion.
unfinished-inference: An inference line must begin with two dashes and end with two.
unfinished-reconstruction: A reconstruction must end with a line and its conclusion.
several-reconstructions: An argument can be reconstructed only once.
argument-in-reconstruction: Premises and conclusions must be statements.
contradicted-argument: Only statements can contradict each other.
unclosed-emphasis: A star or an underscore begins emphasis that does not end.
invalid-data: The braces or the front matter do not contain YAML that can be kept.
failed-include: The file that @include names cannot be included.
include-limit: An included file is over 1 MiB, all are over 16, or one is a device.
unusable-field: The field cannot hold the value; it is kept in the data.
unused-key: A key has no effect here; it is probably misspelt or misplaced.
invalid-argmap-settings: The data under argmap in the front matter fit no part.
unread-config: The argdown.config.json beside the text cannot be read.
setting-not-honoured: A setting of Argdown for drawing that argmap ignores.
dash-for-sign: A dash or a bullet at the start of a line is text, not a sign.
"""
_REFERENCE = """
bare-address: An address is text; the reference takes // for a comment.
blank-statement: A line of spaces is empty; the reference takes it for text.
byte-order-mark: The byte order mark at the start of the file is left out.
line-ends-in-data: Data with Windows line ends is data; the reference takes it for text.
lone-back-slash: A back-slash at a line's end is text; the reference fails.
made-title: Untitled 1 is an author's title; the reference takes it for one of its own.
overlong-data: Data ends at its brace; the reference continues to a later one.
sign-inside-word: A sign inside a word is text; the reference begins emphasis.
undercut-of-a-claim: An undercut below a claim is against it, not an older inference.
undercut-of-a-step: An undercut below a step is against it, not against its claim.
"""

_SPHINX = """
map: The map cannot be drawn: no such file, module or section, or no engine.
unknown-option: The directive has no such option.
bad-option: The option of the directive cannot have this value.
unknown-claim: A reference names a claim that no map shows.
duplicate-claim: Two maps have different claims with the same id; change one id.
unsafe-link: A URL is not safe; the box is not a link.
unknown-value: No claim that is shown has this speaker, tag or section.
missing-extra: LaTeX gets outlines, because nothing that makes PDF is installed.
"""
_DRAWING = """
missing-glyphs: No font on this system has some letters; PNG or PDF shows boxes.
"""


def _meanings(lines: str) -> dict[str, str]:
    pairs = (line.partition(": ") for line in lines.splitlines() if line)
    return {code: meaning for code, _, meaning in pairs}


CODES: Final = _meanings(
    f"{_ANY}{_JSON}{_AIF}{_NODES}{_CARNEADES}{_FRAMEWORKS}{_ANNOTATIONS}{_KIALO}{_ARGDOWN}{_REFERENCE}"
)
"""A sentence for every code of a finding in reading and writing."""
READ_OTHERWISE: Final = frozenset(_meanings(_REFERENCE))
"""The codes of what plain Argdown reads otherwise."""
DRAWING_CODES: Final = _meanings(_DRAWING)
"""A sentence for every code of a finding in drawing."""
SPHINX_CODES: Final = _meanings(_SPHINX)
"""A sentence for every code of a finding that only Sphinx has."""
