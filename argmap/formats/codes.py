"""Meanings of the findings that come from no rule, by their codes. Data only."""

from typing import Final

_ANY = """
invalid-utf-8: The file is not text in UTF-8. Save it in that encoding.
lone-surrogate: Half of a surrogate pair is no character and no text can hold it.
too-deep: What is inside what goes deeper than any map does.
unreadable-source: A source names a file that is not there, no text, or elsewhere.
source-changed: The file of a source is not the one whose SHA-256 the map gives.
empty-text: There is nothing to read where something must be.
unreadable-fence: A fence has no end, no map, a map and a file, or no known format.
unclear-choice: The option that a decision record has chosen is none that it lists.
unplaced-remark: A decision record says what is good or bad, but not of which option.
unread-format: The text is in a format that is known, but not read.
not-written: The format has no place for it: what was written says less than the map.
made-field: The format fills in a field that the map leaves empty.
made-claim: The format has no arguments: a sketched one is read back as a claim.
"""
_JSON = """
json-syntax: The text is not JSON from here on; what follows cannot be read.
duplicate-key: An object has a key twice, and one of both values would be lost.
not-a-number: JSON has no NaN and no infinity.
number-too-large: The number has more digits or a larger exponent than can be kept.
unknown-key: A key that the format does not know: a slip, or from a newer version.
missing-key: A key is missing without which the rest says nothing.
wrong-type: The value is of another type than the key wants.
bad-value: The value is of the right type, but none that can be.
bad-id: An id is empty, or has blanks around it.
duplicate-id: Two parts have one id, and it would be open which is meant.
unknown-id: No part of the kind that can stand here has the id.
repeated-member: A part is in two sections.
circular-section: A section is inside itself.
unsupported-version: The file was written by a newer version of argmap.
unknown-title: A title leads to nothing in the file.
unknown-section: An element is in a section that is not in the file.
repeated-section: Two sections have one id; what is in them counts for the first.
unused-statement: A statement is a premise or conclusion that no argument repeats.
"""
_AIF = """
kept-beside: Nodes that are no parts of a map are kept beside it and written back.
unknown-node-type: A node of a type that AIF does not have; it is kept beside the map.
unfinished-step: A step without an end, or an inference without premises, is kept.
several-conclusions: A node leads to several; what strikes it strikes its first step.
misplaced-edge: An edge joins two nodes in a way that no map can say; it is kept.
"""
_FRAMEWORKS = """
framework-syntax: A line or a fact is not what the notation has.
unknown-argument: An attack names an argument that there is not.
repeated-argument: An argument is given a second time, which says nothing new.
repeated-relation: An attack or a support is given a second time.
support-in-framework: A framework has attacks only; with supports it is a map.
unused-label: A label behind an attack has no place in a map.
"""
_CARNEADES = """
yaml-syntax: The text is no YAML from here on, or one that is not read: an alias, a tag.
undeclared-statement: A statement is named but not among the statements; it is added.
repeated-position: A statement is a position of one issue, once.
undecided-issue: An issue between fewer than two positions; it is kept as data.
conflicting-labels: Tests or labels expect two things of a statement; the first counts.
unusable-template: A template takes another number of arguments than its key says.
not-generated: Carneades would make arguments or issues of schemes; verdicts may differ.
approximate-weight: Carneades weighs an argument otherwise; verdicts may differ.
"""
_ARGDOWN = """
syntax-error: Something stands where nothing of its kind can.
misplaced-text: Text stands where a new block or a sign is wanted.
misplaced-title: A title in brackets begins a block, an item or what follows a sign.
misplaced-data: Data in braces stands behind a text, a title or a heading.
misplaced-heading: A heading begins a block of its own, behind an empty line.
misplaced-item: An item of a list begins a line of its own.
misplaced-relation: A relation belongs indented below what it relates to.
misplaced-reconstruction: A number in brackets begins a reconstruction, in its block.
misplaced-front-matter: Front matter is the first thing in a file.
missing-empty-line: Front matter ends with an empty line.
empty-line-inside: An empty line ends a block, and what stands below it goes on with it.
missing-text: A sign, a number or a title with a colon has no text behind it.
missing-conclusion: An inference line is followed by a numbered conclusion.
unfinished-inference: An inference line begins with two dashes and ends with two.
unfinished-reconstruction: A reconstruction ends with a line and its conclusion.
several-reconstructions: An argument can be reconstructed once.
argument-in-reconstruction: Premises and conclusions are statements, not arguments.
contradicted-argument: Only statements contradict each other.
unclosed-emphasis: A star or an underscore begins emphasis that does not end.
invalid-data: The braces or the front matter hold no YAML that can be kept.
failed-include: Another file cannot be put in the place of @include.
include-limit: An included file is over 1 MiB, all are over 16, or one is a device.
unusable-field: A field of this name cannot hold the value; it stays in the data.
unused-key: A key that says nothing where it stands: probably a slip, or misplaced.
invalid-argmap-settings: What stands under argmap in the front matter fits no part.
unread-config: The argdown.config.json beside the text cannot be read as settings.
setting-not-honoured: A setting of Argdown that a drawing of argmap knows nothing of.
dash-for-sign: A dash or a bullet at the start of a line is text, and no sign.
"""
_REFERENCE = """
bare-address: An address is text; the reference takes // for a comment.
blank-statement: A line of blanks is an empty line; the reference takes it for text.
byte-order-mark: The mark at the start of the file is left out.
line-ends-in-data: Data with Windows line ends is data; the reference takes it for text.
lone-back-slash: A back-slash at a line's end is text; the reference gives up.
made-title: Untitled 1 is an author's title; the reference takes it for one of its own.
overlong-data: Data ends at its brace; the reference goes on to one further down.
sign-inside-word: A sign inside a word is text; the reference begins emphasis.
undercut-of-a-claim: An undercut strikes the claim above it, not an older inference.
undercut-of-a-step: An undercut strikes the step that it stands below, not its claim.
"""

_SPHINX = """
map: There is no map: no such file, module or section, or no engine to lay it out.
unknown-option: The directive has no option of this name.
bad-option: The option of the directive has no such value.
unknown-claim: A reference to a claim that no map shows.
duplicate-claim: Two maps have different claims with one id; one of both needs another.
unsafe-link: A URL that no page should have; the box leads nowhere.
unknown-value: No claim that is shown has the speaker, tag or section of a table.
missing-extra: LaTeX gets outlines, as there is nothing to make PDF with.
"""
_DRAWING = """
missing-glyphs: No font on this system has some letters; PNG or PDF has boxes for them.
"""


def _meanings(lines: str) -> dict[str, str]:
    pairs = (line.partition(": ") for line in lines.splitlines() if line)
    return {code: meaning for code, _, meaning in pairs}


CODES: Final = _meanings(
    f"{_ANY}{_JSON}{_AIF}{_CARNEADES}{_FRAMEWORKS}{_ARGDOWN}{_REFERENCE}"
)
"""A sentence for every code of a finding in reading and writing."""
READ_OTHERWISE: Final = frozenset(_meanings(_REFERENCE))
"""The codes of what plain Argdown reads otherwise."""
DRAWING_CODES: Final = _meanings(_DRAWING)
"""A sentence for every code of a finding in drawing."""
SPHINX_CODES: Final = _meanings(_SPHINX)
"""A sentence for every code of a finding that only Sphinx has."""
