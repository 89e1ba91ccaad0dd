"""The exit codes."""

from enum import IntEnum

from argmap.formats import Document


class Exit(IntEnum):
    """The exit codes; of several the greatest counts."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    ENGINE = 4
    LIMIT = 5
    OUTPUT = 6
    BUG = 70
    INTERRUPTED = 130

    @classmethod
    def of(cls, document: Document) -> "Exit":
        """Return what the errors in a document come to."""
        if any(each.code == "include-limit" for each in document.diagnostics):
            return cls.LIMIT
        return cls.INPUT if document.has_errors else cls.DONE
