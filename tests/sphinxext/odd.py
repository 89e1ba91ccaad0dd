"""A map and a page that try to be more than text, and what is written of them."""

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section
from tests.sphinxext.project import Built

EVIL = (
    "<script>alert(1)</script>\"'&amp;]]> \\input{x} %s `x`_ |y| {z} \x1b[2J \u202e x"
)
ODD = ArgumentMap(
    [
        Claim("odd", EVIL, title=EVIL, speaker=EVIL, data={"url": "#\"'<&"}),
        Claim(
            "ünï.x-y",
            "'\".sp\n.so /etc/passwd\n\x00 \ud7ff \U0001f9d1‍⚖️",
            title="$x^2_y#~",
        ),
        Claim("dots", ".. raw:: html\n\n   <b>", data={"link": "javascript:alert(1)"}),
    ],
    [Inference(["ünï.x-y", "dots"], conclusion="odd")],
    counterpoints=[Counterpoint(["dots"], target="odd")],
    sections=[Section("part", EVIL, members=["dots"])],
    title=EVIL,
)
PAGE = r"""
.. argmap:: odd.json
   :caption: <script>alert(2)</script> \\input{y} & "
   :alt: "><script>alert(3)</script>
   :name: <script>alert(4)</script>
   :outline: visible

.. argmap::

   [<script>alert(5)</script>]: \\input z "quoted"

See :argmap:claim:`odd`, :argmap:claim:`<b> <dots>`.
"""


def written(built: Built, *suffixes: str) -> str:
    """Return all that was written in files with these suffixes."""
    return "\n".join(
        path.read_text("utf-8")
        for path in sorted(built.folder.rglob("*"))
        if path.suffix in suffixes and path.is_file()
    )
