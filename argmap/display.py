"""The bridge to notebooks: what is above all layers says how a map is shown.

The package imports this before anything else, so it imports nothing itself.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

Bundle: "TypeAlias" = tuple[dict[str, str], dict[str, dict[str, str]]]
"""What is shown by its media type, and metadata by media type."""

show: "Callable[[Any], Bundle]"
"""Shows a map; the package sets it when it is imported."""
