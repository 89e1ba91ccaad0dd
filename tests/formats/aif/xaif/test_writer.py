"""Losses of xAIF."""

from argmap.formats import dumps, loads
from argmap.formats.aif.xaif import XAIF
from argmap.model import ArgumentMap, Claim, Locator, Quotation, Source


def test_quotations_are_written_with_the_text() -> None:
    """With the text of their one source they are kept, without it they are reported."""
    source = Source("text", text="Rents rose.")
    quoted = Quotation("Rents", source=source, locator=Locator(0, 5))
    argument_map = ArgumentMap(
        [Claim("a", "A.", quotations=[quoted])], sources=[source]
    )

    assert XAIF.losses(argument_map) == ()
    whole = dumps(argument_map, "xaif", with_source_text=True)
    assert loads(whole) == argument_map
    bare = loads(dumps(argument_map))
    assert [str(each) for each in XAIF.losses(bare)] == [
        "warning[not-written]: xAIF cannot hold 1 source ('text')",
        "warning[not-written]: xAIF cannot hold 'quotations' of 1 claim ('a')",
    ]
