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
no-line: No line can say this part; it is in the front matter, which only argmap reads.
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
unknown-node-type: AIF has no such type of node; the node is kept.
unfinished-step: A step or another link lacks what it leads from or to; it is kept.
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
impossible-relation: No map can join these parts in this way; the relation is left out.
undercut-claim: Only a step can be undercut; against a claim it is an objection.
self-relation: A part is related to itself.
guessed: Nobody declared where nodes and edges are; the usual names were looked for.
nothing-declared: Nobody declared where nodes and edges are, and they cannot be guessed.
table-syntax: A cell of a table begins or ends with a quotation mark that has no other.
uneven-row: A row of a table has more cells, or fewer, than its header.
unnamed-source: Quotations name no source, so that they cannot be looked up.
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
unknown-element: The format has no such element here; it is left out.
brat-syntax: A line is not one that BRAT has.
left-out: A map has no place for this; it is left out.
"""
_KIALO = """
unclear-number: A number could begin a claim, but fits no place; it is taken for text.
unnumbered-text: A line has no number; it is read as more of the claim above it.
unplaced-text: A line belongs to no claim, and is left out.
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
unusable-field: The field cannot hold the value; it stays in the data.
unused-key: A key has no effect here; it is probably misspelt or misplaced.
invalid-argmap-settings: The data under argmap in the front matter fit no part.
unread-config: The argdown.config.json beside the text cannot be read.
setting-not-honoured: A setting of Argdown for drawing that argmap ignores.
argdown-plus: The text, or a part of it, is Argdown+, or would be something else in it.
unread-relation: A map cannot hold this relation of Argdown+; it stays in the data.
unclosed-bracket: A bracket of a title, or a brace of data, is never closed.
dash-for-sign: A dash or a bullet at the start of a line is text, not a sign.
"""
_REFERENCE = """
bare-address: An address is text; the reference takes // for a comment.
blank-statement: A line of spaces is empty; the reference takes it for text.
byte-order-mark: The byte order mark at the start of the file is left out.
line-ends-in-data: Data with Windows line ends is data; the reference takes it for text.
lone-back-slash: A backslash at a line's end is text; the reference fails.
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

_ADVICE = """
lone-surrogate: Write the character itself, and save the file as UTF-8.
too-deep: Nest less deeply, or divide the map into several files.
unreadable-source: Put the file where `path` says, in the project, or use --root.
source-changed: Compare the two texts; if the map fits the new one, change sha256.
empty-text: Write a claim, or leave the part out.
unreadable-fence: Close the fence, and let it hold a map or name a file.
unclear-choice: Write the chosen option as it stands in the list of options.
unplaced-remark: Put the remark below the heading of its option.
unread-format: Export the map in a format that `argmap formats` lists as read.
not-written: Keep the map in JSON too, which holds all of it.
made-field: Give the field a value, or accept the one that was made.
made-claim: Keep the map in JSON or Argdown if the argument matters.
no-line: Say it in parts that Argdown has, if other tools are to see it.
json-syntax: Mend the text at the place that is marked, often a comma or a quote.
duplicate-key: Remove one of the two, or give it another name.
not-a-number: Write a number, or leave the key out.
number-too-large: Write a smaller number.
unknown-key: Correct the spelling, or put the value under `data`.
missing-key: Add the key.
wrong-type: Write a value of the type that the message names.
bad-value: Write one of the values that the message names.
bad-id: Write an id such as rent-control.
duplicate-id: Give one of the parts another id.
unknown-id: Correct the id, or add the part.
repeated-member: Leave the part in one of the sections.
circular-section: Give one of the sections another parent.
unsupported-version: Install a newer argmap.
unknown-title: Correct the title, or add the element.
unknown-section: Correct the id, or add the section.
repeated-section: Give one of the sections another id.
unused-statement: Use the statement in an argument, or remove it.
unknown-node-type: Give the node one of the types of AIF if it is to be in the map.
unfinished-step: Add the missing edge.
several-conclusions: Divide the node into one for each conclusion.
misplaced-edge: Put a node for a step between the two.
framework-syntax: Correct the line as the notation has it.
unknown-argument: Correct the name, or add the argument.
repeated-argument: Remove one of the two.
repeated-relation: Remove one of the two.
support-in-framework: Use a format for maps, or leave the supports out.
unused-label: Remove the label.
yaml-syntax: Correct the text at the place that is marked.
undeclared-statement: Declare the statement, or correct its name.
repeated-position: Leave the position in one issue, once.
undecided-issue: Add a second position, or remove the issue.
conflicting-labels: Leave one label for the statement.
unusable-template: Give as many arguments as the key says.
not-generated: Write the generated arguments into the file.
approximate-weight: Compare the verdicts with those of Carneades.
syntax-error: Put an empty line before it, or a backslash if it is text.
misplaced-text: Put an empty line before the text.
misplaced-title: Put an empty line before the title, or a backslash if it is text.
misplaced-data: Put the braces behind the text that they are about.
misplaced-heading: Put an empty line before the heading.
misplaced-item: Begin the item on a line of its own.
misplaced-relation: Indent the line below what it relates to.
misplaced-reconstruction: Put an empty line before the first premise.
misplaced-front-matter: Move it to the start of the file.
missing-empty-line: Put an empty line behind the front matter.
empty-line-inside: Take the empty line out; `argmap fix` does it.
missing-text: Write the text, or remove the sign.
missing-conclusion: Write the conclusion below the line.
unfinished-inference: End the line with two dashes.
unfinished-reconstruction: Add a line of dashes and a conclusion.
several-reconstructions: Give one of the arguments another title.
argument-in-reconstruction: Write the statement that the argument puts forward.
contradicted-argument: Write a statement, or use - for an objection.
unclosed-emphasis: Close the emphasis, or put a backslash before the sign.
invalid-data: Correct the YAML; put text with special characters in quotes.
failed-include: Correct the path; it leads from the file that includes.
include-limit: Include smaller files.
unusable-field: Write a value that the field can hold.
unused-key: Correct the spelling, or put the key behind the part whose it is.
invalid-argmap-settings: Correct the key or the id that is marked.
unread-config: Correct the file, or remove it.
setting-not-honoured: Remove the setting, or use an option of `argmap render`.
unclosed-bracket: Close the bracket, or put a backslash before it.
dash-for-sign: Write a hyphen for an objection, + for a reason.
bare-address: Write it as a link, or put a backslash before //.
blank-statement: Leave the line empty; `argmap fix` does it.
byte-order-mark: Save the file without the mark.
line-ends-in-data: Save the file with plain line ends (LF).
lone-back-slash: Double it, or take it out; `argmap fix` doubles it.
made-title: Choose another title than Untitled and a number.
overlong-data: Put a line break behind the brace; `argmap fix` does it.
sign-inside-word: Put a backslash before the sign; `argmap fix` does it.
undercut-of-a-claim: Put the undercut below the inference that it is against.
argdown-plus: Say so in the front matter; `argmap fix` writes the setting.
unread-relation: Use a relation that maps have, or leave it as a note.
guessed: Check the options that it names, and give those that are wrong.
nothing-declared: Say where nodes and edges are, with --nodes and --edges.
unknown-relation: Say what the word means, with --relation WORD=MEANING.
impossible-relation: Correct what the relation leads from or to.
self-relation: Correct one of its two ends.
undercut-claim: Let it lead to a step, or call it an objection.
unnamed-source: Name the source, or give its text.
table-syntax: Write the mark inside a cell twice.
uneven-row: Give the row as many cells as the header has.
brat-syntax: Write the line as BRAT has it: an id, a tab, and what it is.
xml-syntax: Correct the file at the place that is marked.
unknown-element: Correct its name, or leave it out of the file.
unclear-number: Correct the number, or write the line without one.
unnumbered-text: Begin the line with a number, or end the line before with a backslash.
unplaced-text: Begin the line with the number of its claim.
left-out: Keep the file beside the map if you need it.
not-searched: Highlight the claims in the text, or cut the text up.
undercut-of-a-step: Put it below the line of an inference.
map: Correct the name that the message gives, or install an engine.
unknown-option: Correct the spelling, or remove the option.
bad-option: Write one of the values that the message names.
unknown-claim: Correct the id, or draw a map with the claim.
unsafe-link: Use an address that begins with https.
unknown-value: Correct the value, or remove the filter.
missing-extra: Install what the message names.
missing-glyphs: Install a font that has the letters, or write SVG.
"""


def _meanings(lines: str) -> dict[str, str]:
    pairs = (line.partition(": ") for line in lines.splitlines() if line)
    return {code: meaning for code, _, meaning in pairs}


ADVICE: Final = _meanings(_ADVICE)
"""What to do about a finding, for every code whose meaning does not say it."""
GROUPS: Final = {
    "any format": _meanings(_ANY),
    "JSON, and parts of maps": _meanings(_JSON),
    "AIF": _meanings(_AIF),
    "nodes and edges": _meanings(_NODES),
    "Carneades": _meanings(_CARNEADES),
    "frameworks": _meanings(_FRAMEWORKS),
    "annotations": _meanings(_ANNOTATIONS),
    "Kialo": _meanings(_KIALO),
    "Argdown": _meanings(_ARGDOWN),
    "Argdown that its reference reads otherwise": _meanings(_REFERENCE),
}
"""A sentence for every code of a finding in reading and writing, by what is read."""
CODES: Final = {code: x for each in GROUPS.values() for code, x in each.items()}
"""A sentence for every code of a finding in reading and writing."""
READ_OTHERWISE: Final = frozenset([*GROUPS.values()][-1])
"""The codes of what plain Argdown reads otherwise."""
DRAWING_CODES: Final = _meanings(_DRAWING)
"""A sentence for every code of a finding in drawing."""
SPHINX_CODES: Final = _meanings(_SPHINX)
"""A sentence for every code of a finding that only Sphinx has."""
