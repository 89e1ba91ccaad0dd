"""Maps that a Python module makes, imported where somebody names one."""

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from argmap.errors import ArgmapError
from argmap.model import ArgumentMap


class PythonMapError(ArgmapError):
    """A module that cannot be imported, or that makes no map of this name."""


def import_map(module_name: str, attribute: str) -> ArgumentMap:
    """Return the map of this name that a module makes, or a file in `.py`.

    Raises PythonMapError, and OSError for a file that is not there.
    """
    if module_name.endswith(".py"):
        Path(module_name).resolve(strict=True)
    try:
        module = _module(module_name)
    except ArgmapError as error:
        msg = f"'{module_name}' does not make its map:\n{error}"
        raise PythonMapError(msg) from error
    except (Exception, SystemExit) as error:
        msg = f"'{module_name}' cannot be imported: {type(error).__name__}: {error}"
        raise PythonMapError(msg) from error
    found = getattr(module, attribute, None)
    if isinstance(found, ArgumentMap):
        return found
    maps = [
        key for key, value in vars(module).items() if isinstance(value, ArgumentMap)
    ]
    names = f"its maps are {', '.join(maps)}" if maps else "it has no map"
    msg = f"'{module_name}' has no ArgumentMap '{attribute}'; {names}"
    raise PythonMapError(msg)


def module_file(name: str) -> Path | None:
    """Return the file of a module that was imported."""
    if name.endswith(".py"):
        return Path(name)
    file = getattr(sys.modules.get(name), "__file__", None)
    return Path(file) if file else None


def _module(name: str) -> ModuleType:
    if not name.endswith(".py"):
        return importlib.import_module(name)
    path = Path(name).resolve()
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None  # noqa: S101 - a path in .py always has one
    assert specification.loader is not None  # noqa: S101 - likewise
    module = importlib.util.module_from_spec(specification)
    sys.path.insert(0, str(path.parent))  # for what the file imports beside it
    specification.loader.exec_module(module)
    return module
