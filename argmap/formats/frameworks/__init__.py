"""Abstract argumentation frameworks (Dung 1995): arguments, and what attacks what.

Three notations: that of the ICCMA competition of 2023 (`p af`), the Trivial Graph
Format, and Aspartix. An argument becomes a claim with its name as title, an attack a
counterpoint from one premise; a support is an inference between two claims that are
granted. Frameworks are read, not written; the readers are imported when used.
"""

from argmap.formats.document import Document, Format

__all__ = ["AF", "APX", "TGF"]


def _read_af(text: str) -> Document:
    from argmap.formats.frameworks import notations  # noqa: PLC0415 - see above

    return notations.read_af(text)


def _read_tgf(text: str) -> Document:
    from argmap.formats.frameworks import notations  # noqa: PLC0415 - see above

    return notations.read_tgf(text)


def _read_apx(text: str) -> Document:
    from argmap.formats.frameworks import notations  # noqa: PLC0415 - see above

    return notations.read_apx(text)


AF = Format("af", "ICCMA framework", (".af", ".i23"), read=_read_af)
TGF = Format("tgf", "Trivial Graph Format", (".tgf",), read=_read_tgf)
APX = Format("apx", "Aspartix", (".apx",), read=_read_apx)
