"""What maps say of claims, and what they only name."""

from argmap import ArgumentMap, Claim, Section, Utterance
from argmap.formats import Document, View
from argmap.model import Argument, Verdict
from argmap.sphinxext.claims import Shown, completed, has_mentions

SAID = Claim(
    "cap",
    "Cap rents.",
    title="Cap",
    speaker="Ada",
    tags=["law"],
    utterances=[Utterance("Bo", "agrees")],
)
SECTIONS = [Section("all"), Section("part", members=["cap"], parent="all")]


def _shown(part: Claim | Argument, *sections: Section) -> Shown:
    argument_map = ArgumentMap.of(part, *sections)
    where = {"docname": "index", "anchor": "a", "place": "index.rst:1"}
    return Shown.of(part, argument_map, Verdict.STANDS, **where)


def test_what_is_shown() -> None:
    """A claim is shown with all who hold it, its tags, and the sections around it."""
    shown = _shown(SAID, *SECTIONS)

    assert shown.speakers == ("Ada", "Bo")
    assert shown.tags == ("law",)
    assert shown.sections == ("part", "all")
    assert (shown.called, shown.words) == ("Cap", "Cap: Cap rents.")
    assert _shown(Claim("cap")).words == "cap"


def test_agreement() -> None:
    """Claims agree where they say the same, or one of them says nothing."""
    said = _shown(SAID)

    assert said.agrees_with(said)
    assert said.agrees_with(_shown(Claim("cap", title="CAP")))
    assert _shown(Claim("cap")).agrees_with(said)
    assert not said.agrees_with(_shown(Claim("cap", "No cap.", title="Cap")))
    assert not said.agrees_with(_shown(Claim("cap", title="Captain")))
    assert not said.agrees_with(_shown(Claim("cap", title="Cap", speaker="Bo")))


def test_completed() -> None:
    """A mention gets text, title and speaker of the definition; what is said stays."""
    mentions = ArgumentMap.of(
        Claim("cap"), Claim("own", "Said here."), Argument("why", "Why")
    )
    definitions = {
        "cap": _shown(SAID),
        "own": _shown(Claim("own", "Said there.")),
        "why": _shown(Argument("why", "Why", text="Because.")),
    }
    document = Document(mentions, "", view=View(mentions))

    done = completed(document, definitions)

    assert done.argument_map == ArgumentMap.of(
        Claim("cap", "Cap rents.", title="Cap", speaker="Ada"),
        Claim("own", "Said here."),
        Argument("why", "Why", text="Because."),
    )
    assert done.drawn.argument_map == done.argument_map
    assert has_mentions(mentions)
    assert not has_mentions(done.argument_map)


def test_another_claim_is_not_taken() -> None:
    """A mention that is called something else is left as it is."""
    mentions = ArgumentMap.of(Claim("cap", title="Captain"))

    assert completed(Document(mentions, ""), {"cap": _shown(SAID)}) == Document(
        mentions, ""
    )
