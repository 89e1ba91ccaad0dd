"""Frameworks that hypothesis draws, and simple texts of them."""

from hypothesis import strategies as st

from argmap.formats.frameworks import Framework

Drawn = tuple[int, list[tuple[int, int]]]


@st.composite
def frameworks(draw: st.DrawFn, *, most: int = 6) -> Drawn:
    """Draw how many arguments there are, and attacks between some of them."""
    count = draw(st.integers(1, most))
    places = st.integers(0, count - 1)
    return count, draw(st.lists(st.tuples(places, places), unique=True, max_size=12))


def framework(drawn: Drawn) -> Framework:
    """Return what was drawn as a value; names are numbers."""
    count, attacks = drawn
    names = [str(number + 1) for number in range(count)]
    return Framework(
        names, [tail for tail, _ in attacks], [head for _, head in attacks]
    )


def as_af(count: int, attacks: list[tuple[int, int]]) -> str:
    """Write a framework as for the ICCMA."""
    lines = [f"{tail + 1} {head + 1}" for tail, head in attacks]
    return "\n".join([f"p af {count}", "# attacks", *lines])


def as_tgf(count: int, attacks: list[tuple[int, int]]) -> str:
    """Write a framework as a trivial graph."""
    names = [str(number + 1) for number in range(count)]
    return "\n".join([*names, "#", *as_af(count, attacks).splitlines()[2:], ""])


def as_apx(count: int, attacks: list[tuple[int, int]]) -> str:
    """Write a framework as facts, in no order."""
    facts = [f"att({tail + 1}, {head + 1})." for tail, head in attacks]
    facts += [f"arg({number + 1})." for number in range(count)]
    return "% facts\n" + "  ".join(facts)


def as_plain_apx(count: int, attacks: list[tuple[int, int]]) -> str:
    """Write a framework as facts, arguments first."""
    facts = [f"arg({number + 1})." for number in range(count)]
    facts += [f"att({tail + 1},{head + 1})." for tail, head in attacks]
    return "\n".join(facts)


WRITERS = [("af", as_af), ("tgf", as_tgf), ("apx", as_apx), ("apx", as_plain_apx)]
