"""What one rule finds."""

from argmap import ArgumentMap
from argmap.rules import rule


def messages(code: str, argument_map: ArgumentMap) -> list[str]:
    """Return what a rule says of a map."""
    return [each.message for each in rule(code)(argument_map)]


def subjects(code: str, argument_map: ArgumentMap) -> list[str | None]:
    """Return the ids of the parts that a rule finds in a map."""
    return [each.subject for each in rule(code)(argument_map)]


def helps(code: str, argument_map: ArgumentMap) -> list[str | None]:
    """Return what a rule says is to be done about a map."""
    return [each.help for each in rule(code)(argument_map)]
