"""One V8 with the runtime in it: moved by JSON, with limits on time and memory."""

import asyncio
import atexit
import mmap
import threading
import weakref
from functools import cache
from typing import Any

import msgspec

from ..errors import Invalid, MissingLibrary, ToolJetError
from ..resources import folder
from .marks import Marks

Json = dict[str, Any]
ENGINE = "tooljetEngine"
MEGABYTE = 1 << 20
BUNDLE_SECONDS = 30.0
END_SECONDS = 1.0
OPENING = threading.RLock()
MEMORY = "took more memory than it may"
# A step that takes longer than this is looked at, again and again.
WATCH_SECONDS = 0.05
# What the process may take beside the app meanwhile.
BESIDE_MB = 256


# V8 cannot be ended once Python itself is ending: what nobody closed is closed just before.
OPEN: "weakref.WeakSet[Isolate]" = weakref.WeakSet()


@atexit.register
def close_all() -> None:
    """End what is still open."""
    for isolate in list(OPEN):
        isolate.close()


class StoppedError(Exception):
    """The app ran over a limit, and its isolate is gone."""

    def __init__(self, what: str, binding: str | None) -> None:
        super().__init__(what)
        self.what = what
        self.binding = binding


class Isolate:
    """V8 with the bundle in it, and one app in that."""

    def __init__(self) -> None:
        library = v8()
        self._scope = library.mini_racer(room())
        # Two threads that start V8 at once end the process.
        with OPENING:
            self._js = self._scope.__enter__()
        self._failed = library.JSEvalException
        self._memory_mb = 0
        self.closed = False
        OPEN.add(self)
        try:
            shared = self._evaluate([bundle(), f"{ENGINE}.marks"], BUNDLE_SECONDS)
        except BaseException:
            self.close()
            raise
        self.marks = Marks(shared)

    def limit(self, memory_mb: int) -> None:
        """Let the app use that much memory and no more."""
        self._memory_mb = memory_mb
        self._js.set_hard_memory_limit(memory_mb * MEGABYTE)

    def boot(self, start: bytes, timeout_seconds: float) -> Json:
        """Start the app and return what it says at first."""
        return self._wave([call("boot", start)], timeout_seconds)

    def step(self, said: Json, timeout_seconds: float) -> Json:
        """Do one thing, let promises settle, and return what came of it."""
        return self._wave([call("step", encoded(said))], timeout_seconds)

    def ticks(self, until: float, count: int, timeout_seconds: float) -> Json:
        """Run up to so many timers that are due until then, and return what came of it."""
        return self._wave([f"{ENGINE}.tick({until})"] * count, timeout_seconds, until)

    def end(self) -> bool:
        """End the app that is in it; say whether the same app may start again here: it left no trace."""
        if self.closed:
            return False
        try:
            return self._evaluate([f"{ENGINE}.end()"], END_SECONDS) is True
        except (TimeoutError, MemoryError, self._failed):
            return False

    def close(self) -> None:
        """End it, also while it runs."""
        if not self.closed:
            self.closed = True
            self._scope.__exit__(None, None, None)

    def _wave(self, codes: list[str], timeout_seconds: float, until: float = 0) -> Json:
        """Return what leaves after some steps; promises settle between a step and the next."""
        if self.closed:
            raise ToolJetError("The app is closed: load it again")
        try:
            text = self._evaluate([*codes, f"{ENGINE}.take({until})"], timeout_seconds)
        except TimeoutError:
            raise self._stopped(f"ran longer than {timeout_seconds:g} s") from None
        except MemoryError:
            raise self._stopped(MEMORY) from None
        except self._failed as error:
            if self._js.was_hard_memory_limit_reached():
                raise self._stopped(MEMORY) from None
            raise self._stopped(f"failed in the engine: {str(error).strip()}") from error
        except BaseException:
            # Ctrl-C: what runs inside would go on, and nobody could ask it anything.
            self.close()
            raise
        if self._js.was_hard_memory_limit_reached():
            raise self._stopped(MEMORY)
        return decoded(text)

    def _evaluate(self, codes: list[str], timeout_seconds: float) -> Any:
        """Return the value of the last of some scripts, run one after the other without a way back between them."""

        async def run() -> Any:
            async with asyncio.timeout(timeout_seconds):
                work = asyncio.gather(*(self._js.eval_cancelable(code) for code in codes))
                # Whoever stops waiting does not want to hear how it ended.
                work.add_done_callback(lambda done: done.cancelled() or done.exception())
                await self._watched(work)
                return work.result()[-1]

        return asyncio.run_coroutine_threadsafe(run(), room()).result()

    async def _watched(self, work: "asyncio.Future[Any]") -> None:
        """Wait for work, and end it when it takes memory that V8 does not count: that of its buffers."""
        most: float | None = None
        while not (await asyncio.wait({work}, timeout=WATCH_SECONDS))[0]:
            most = most or resident_mb() + self._memory_mb + BESIDE_MB
            if resident_mb() > most:
                raise MemoryError

    def _stopped(self, what: str) -> StoppedError:
        binding = self.marks.guilty()
        self.close()
        return StoppedError(what, binding)


def resident_mb() -> float:
    """Return how much memory this process has; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * mmap.PAGESIZE / MEGABYTE
    except OSError:
        return 0


def call(function: str, said: bytes) -> str:
    """Return the code that hands JSON to a function of the engine."""
    return f"{ENGINE}.{function}({msgspec.json.encode(said.decode()).decode()})"


def encoded(said: Json) -> bytes:
    """Return what an app is told as JSON."""
    try:
        return msgspec.json.encode(said)
    except (TypeError, ValueError) as error:
        raise Invalid(f"That cannot be handed to an app: {error}") from error


def decoded(text: Any) -> Json:
    """Return what the engine said; an app that tampered with its own engine gets nothing but this error."""
    try:
        return msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.MsgspecError, TypeError, ValueError) as error:
        raise ToolJetError("What the app's engine said cannot be read: did app code change JSON itself?") from error


@cache
def v8() -> Any:
    """Return the library that V8 comes in.

    Raises
    ------
    MissingLibrary
        It is not installed here.
    """
    try:
        import py_mini_racer
    except ImportError as error:
        install = "pip install 'tooljet-jupyter[js]'"
        raise MissingLibrary(f"To run an app without a browser takes V8: {install}", install=install) from error
    return py_mini_racer


def room() -> asyncio.AbstractEventLoop:
    """Return the loop on which all isolates answer."""
    # Two threads that ask at once shall not get two loops.
    with OPENING:
        return opened()


@cache
def opened() -> asyncio.AbstractEventLoop:
    """Start a loop in a thread of its own."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="tooljet-v8", daemon=True).start()
    return loop


@cache
def bundle() -> str:
    """Return the runtime as one script."""
    try:
        return (folder("static") / "headless.js").read_text("utf-8")
    except FileNotFoundError:
        raise ToolJetError("The engine was never built: run `make demo`, or install the wheel") from None
