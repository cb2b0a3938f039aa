"""Questions of Python to an output that shows the app, and what becomes of them when nobody answers."""

import threading
import time
from concurrent.futures import Future
from itertools import count
from typing import Any

from ...errors import Invalid, ToolJetError
from .outputs import Outputs

Json = dict[str, Any]
# An output that is shown answers in milliseconds; one that just starts needs some seconds.
PATIENCE_SECONDS = 6.0
TURNS = 3


class Question:
    """One question and who was asked so far."""

    def __init__(self, wish: Json, *, urgent: bool) -> None:
        self.wish = wish
        self.urgent = urgent
        self.asked: list[str] = []
        self.since = time.monotonic()
        self.answer: Future[Any] = Future()


class Questions:
    """Asks one output after the other until one answers."""

    def __init__(self, outputs: Outputs) -> None:
        self._outputs = outputs
        self._open: dict[str, Question] = {}
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._watch: threading.Timer | None = None

    def ask(self, wish: Json, *, urgent: bool = False) -> "Future[Any]":
        """Return what an output will answer; an urgent answer can be waited for by the thread of the cells."""
        number = f"ask-{next(self._numbers)}"
        question = Question(wish, urgent=urgent)
        with self._lock:
            self._open[number] = question
        self._send(number, question)
        self._look_later()
        return question.answer

    def answered(self, message: Json) -> None:
        """Take an answer in."""
        with self._lock:
            question = self._open.pop(str(message.get("id")), None)
        if question is None:
            return
        if message.get("error"):
            question.answer.set_exception(Invalid(str(message["error"])))
        else:
            question.answer.set_result(message.get("value"))

    def _send(self, number: str, question: Question) -> None:
        """Ask the likeliest output that was not asked yet."""
        view = next((view for view in self._outputs.views if view not in question.asked), None)
        if view is None or len(question.asked) >= TURNS:
            with self._lock:
                self._open.pop(number, None)
            question.answer.set_exception(ToolJetError("Nothing that shows the app answers: show it again"))
            return
        question.asked.append(view)
        question.since = time.monotonic()
        # The id twice: some kernels find by it the thread for which the answer is.
        message = {"kind": "ask", "id": number, "ask": number, "view": view, "wish": question.wish}
        (self._outputs.question if question.urgent else self._outputs.post)(message)

    def _look_later(self) -> None:
        with self._lock:
            if self._watch or not self._open:
                return
            self._watch = threading.Timer(1.0, self._look)
            self._watch.daemon = True
            self._watch.start()

    def _look(self) -> None:
        """Ask the next output where the last one is silent."""
        with self._lock:
            self._watch = None
            late = time.monotonic() - PATIENCE_SECONDS
            silent = [(number, question) for number, question in self._open.items() if question.since < late]
        for number, question in silent:
            self._outputs.gone(question.asked[-1])
            self._send(number, question)
        self._look_later()
