"""What stands beside the AIF."""

from argmap.formats.aif.xaif.beside import KEY, beside, made, without_made
from argmap.model import ArgumentMap, Claim, Locator, Quotation, Source


def test_the_text_is_that_of_the_first_source_at_hand() -> None:
    """Quotations are highlighted if they stand where they say."""
    source = Source("s", text="Rents rose. Wages fell.")
    claims = [
        Claim("a", quotations=[Quotation("Rents", source=source, locator=at)])
        for at in [Locator(0, 5), Locator(1, 6), None]
    ]
    argument_map = ArgumentMap(claims[:1], sources=[Source("r"), source])

    highlighted = '<span class="highlighted" id="nodea">Rents</span> rose. Wages fell.'
    assert made(argument_map)["text"] == highlighted
    for each in claims[1:]:
        assert made(ArgumentMap([each], sources=[source]))["text"] == source.text


def test_what_is_kept_goes_before_what_is_made() -> None:
    """Only what writing makes anyway is not kept."""
    kept = ArgumentMap(data={KEY: {"text": "x"}})
    usual = ArgumentMap(data={KEY: made(ArgumentMap())})

    assert beside(kept) == {"text": "x"}
    assert without_made(kept) == kept
    assert without_made(usual) == ArgumentMap()
