"""The syntax tree of a text: blocks, and what stands in them, by their tokens.

Nodes name tokens by their index, so that the text, its comments and its order
are all still there.
"""

from typing import TypeAlias

import attrs

from argmap.formats.argdown.tokens import Tokens

NONE = -1
"""The index of a token that is not there."""


@attrs.define(eq=False)
class Member:
    """One occurrence of a statement or an argument, with what relates to it.

    `title` is the token of a definition or reference, `content` the tokens of its
    text, `number` the token of its number in a premise-conclusion structure.
    """

    first: int
    is_argument: bool
    title: int = NONE
    is_reference: bool = False
    content: tuple[int, int] = (0, 0)
    data: int = NONE
    last: int = NONE
    number: int = NONE
    relations: "list[Relation]" = attrs.field(factory=list)


@attrs.define(eq=False)
class Relation:
    """A sign and what stands after it."""

    sign: int
    member: Member


@attrs.define(eq=False)
class Heading:
    """The title of a section."""

    first: int
    content: tuple[int, int] = (0, 0)
    data: int = NONE
    last: int = NONE


@attrs.define(eq=False)
class InferenceLine:
    """The line between premises and conclusion, with the rules it names.

    `rules` are stretches of tokens. Only undercuts can relate to it.
    """

    first: int
    rules: list[tuple[int, int]] = attrs.field(factory=list)
    data: int = NONE
    last: int = NONE
    relations: list[Relation] = attrs.field(factory=list)


@attrs.define(eq=False)
class Reconstruction:
    """A premise-conclusion structure: numbered statements and inference lines."""

    first: int
    items: list[Member | InferenceLine] = attrs.field(factory=list)
    last: int = NONE


@attrs.define(eq=False)
class Listing:
    """A list, ordered or not; every item has its bullet's token before it."""

    first: int
    items: list[Relation] = attrs.field(factory=list)
    last: int = NONE


Block: TypeAlias = Heading | Member | Reconstruction | Listing


@attrs.define(eq=False)
class Fault:
    """A token that cannot stand where it stands, and what to do about it."""

    code: str
    message: str
    token: int
    help: str


@attrs.define(eq=False)
class Tree:
    """The blocks of a text, in their order, and what could not be understood."""

    tokens: Tokens
    front_matter: int = NONE
    blocks: list[Block] = attrs.field(factory=list)
    faults: list[Fault] = attrs.field(factory=list)
