"""The bridge to notebooks: the package says how a map or a diagram is shown in one.

The package imports this before anything else, so it imports nothing itself.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

Bundle: "TypeAlias" = tuple[dict[str, str], dict[str, dict[str, str]]]
"""What is shown by its media type, and metadata by media type."""

show: "Callable[[Any], Bundle]"
"""Shows a map or a diagram; the package sets it when it is imported."""
