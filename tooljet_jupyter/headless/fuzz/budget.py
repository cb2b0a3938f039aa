"""How long a fuzz goes on."""

import time
from dataclasses import dataclass, field


@dataclass
class Budget:
    """How long a fuzz may go on: a number of steps that are the same everywhere, or seconds."""

    steps: int | None = None
    seconds: float | None = None
    started: float = field(default_factory=time.monotonic)
    done: int = 0
    stopped: bool = False

    @property
    def used_up(self) -> bool:
        """Whether it is over."""
        if self.stopped or (self.steps is not None and self.done >= self.steps):
            return True
        return self.seconds is not None and self.elapsed >= self.seconds

    @property
    def elapsed(self) -> float:
        """The seconds since it started."""
        return time.monotonic() - self.started

    def stop(self) -> None:
        """End it before its time."""
        self.stopped = True
