"""Changes of a text in the order in which they are made."""

from argmap.formats.argdown.editing.changes import Changes
from argmap.formats.argdown.editing.reading import Reading
from argmap.model import ArgumentMap, Claim, Inference, Section

TEXT = "[A]: x\n  + [B]: y\n\n# S\n"


def changes(wanted: ArgumentMap, ids: dict[str, str] | None = None) -> list[str]:
    """Return the keys of all changes that a map asks for."""
    found = Changes(Reading(TEXT), wanted, ids or {})
    return [each.key for name in Changes.PHASES for each in getattr(found, name)()]


def test_every_difference_is_a_change_of_its_kind() -> None:
    """Nothing else is changed, and nothing where nothing differs."""
    argument_map = Reading(TEXT).argument_map
    assert changes(argument_map) == []
    a = Claim("a", "z", title="A", tags=["t"], speaker="Ada")
    strong = Inference(["b"], conclusion="a", strength=0.5)
    section = Section("s", "S", members=["b"])
    assert changes(argument_map.with_parts(a, strong, section)) == [
        *("text a", "tags a", "data a", "step b-so-a", "section b"),
    ]
    assert changes(argument_map.rename("a", "c"), {"c": "a"})[0] == "name c"
    gone = argument_map.without("b", "s")
    assert changes(gone) == ["heading s", "all"]
    new = argument_map.with_parts(Claim("n", "New."), Section("t", "T"))
    assert [each.split()[0] for each in changes(new)] == ["heading", "['\\nNew."]
