"""Sources behind an HTTP API: `[http]` and `request` of `plugin.toml` are all that most of them need."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import msgspec

from ..errors import Invalid, SourceUnreachable
from . import answers, holes
from .channel import Answer, Asked, Channel
from .driver import Driver, Run
from .fields import Options, read, write
from .login import Grant, Login
from .manifest import Http, Manifest, Operation, Paging, Request
from .paging import at, following
from .redaction import Redaction
from .result import Result
from .tokens import MemoryVault

TEST_SECONDS = 15.0
REFUSED = frozenset({401, 403})
UNAUTHORIZED = 401
READING = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Page:
    """One answer, the rows in it, and the request for the page behind it."""

    answer: Answer
    rows: Any
    following: Asked | None


class RestDriver(Driver):
    """Asks an HTTP API; a source that needs more than its `plugin.toml` can say overrides a method."""

    tries = 3
    """How often a request is made when the source is busy or the network fails."""

    @property
    def known(self) -> Manifest:
        """The manifest, without which there is nothing to ask for."""
        if self.manifest is None:
            raise Invalid("This source was opened without its plugin.toml")
        return self.manifest

    @property
    def http(self) -> Http:
        """What all requests share."""
        return self.known.http or Http(base_url="")

    @cached_property
    def channel(self) -> Channel:
        """The connections to the source, made when they are first needed."""
        return Channel(self.policy, verify=self.verify())

    @cached_property
    def login(self) -> Login | None:
        """The OAuth login of the source, if it has one."""
        settings = self.login_settings()
        if not settings:
            return None
        return Login(Grant.of(settings), self.policy.vault or MemoryVault(), self.ask_for_token)

    def run(self, operation: str, options: Options, run: Run) -> Result:
        """Make the request of an operation and return the rows in its answer."""
        described = self.known.operation(operation)
        with self.during(run):
            return self.collect(self.request(described, options), described, options, run)

    def test(self) -> None:
        """Run the operation that `http.test` names, or look whether the base address answers."""
        name = self.http.test
        run = Run(deadline_seconds=TEST_SECONDS)
        with self.during(run):
            if name:
                operation = self.known.operation(name)
                asked = self.request(operation, operation.validate({}))
            else:
                asked = Asked("GET", self.base_url())
            answer = self.ask(asked, run)
            if answer.status in REFUSED or (name and answer.failed):
                failed = answers.failure(self.known.title, asked, answer, self.hidden(run))
                raise SourceUnreachable(failed.message, **failed.detail)

    def writes(self, operation: str, options: Options) -> bool:
        """Say what the manifest says, and otherwise go by the method."""
        described = self.known.operation(operation)
        if described.writes is None and described.request:
            return described.request.method.upper() not in READING
        return super().writes(operation, options)

    def cancel(self) -> None:
        """Break the connection of the run that another thread is in."""
        if "channel" in vars(self):
            self.channel.line.cancel()

    def close(self) -> None:
        """Close the connections."""
        if "channel" in vars(self):
            self.channel.close()

    def base_url(self) -> str:
        """Return the address all paths begin with."""
        return holes.base(self.http.base_url, holes.lookup(self.options))

    def headers(self) -> dict[str, str]:
        """Return the headers that every request carries."""
        return holes.headers(self.http.headers, holes.lookup(self.options))

    def query(self) -> list[tuple[str, str]]:
        """Return the URL parameters that every request carries."""
        return holes.query(self.http.query, holes.lookup(self.options))

    def basic(self) -> tuple[str, str] | None:
        """Return name and password for basic authentication, if the source uses it."""
        if not self.http.basic:
            return None
        name, password = (holes.fill(part, holes.lookup(self.options)) for part in self.http.basic)
        return (holes.text(name), holes.text(password)) if name or password else None

    def login_settings(self) -> Options:
        """Return the OAuth keys of the source; empty where it has no such login."""
        return dict(holes.fill(self.http.login, holes.lookup(self.options)))

    def verify(self) -> Any:
        """Return how TLS certificates are checked."""
        return True

    def request(self, operation: Operation, options: Options) -> Asked:
        """Return the request of an operation with the values in its holes."""
        find = holes.lookup(documents(operation, options), self.options)
        shape = operation.request or Request("GET")
        return Asked(
            shape.method.upper(),
            self.base_url() + holes.path(shape.path, find),
            [*self.query(), *holes.query(shape.query, find)],
            {**self.headers(), **holes.headers(shape.headers, find)},
            body(shape, find),
        )

    def ask(self, asked: Asked, run: Run) -> Answer:
        """Return the source's answer to a request, whatever its status."""
        signed = self.signed(asked, self.login.token() if self.login else None)
        answer = self.channel.ask(signed, max_bytes=run.max_bytes, tries=self.tries)
        if answer.status == UNAUTHORIZED and self.login and (token := self.login.renew()):
            return self.channel.ask(self.signed(asked, token), max_bytes=run.max_bytes, tries=self.tries)
        return answer

    def signed(self, asked: Asked, token: str | None) -> Asked:
        """Return the request with what proves who asks; a header that is there already stays."""
        pair = self.basic()
        if any(name.lower() == "authorization" for name in asked.headers):
            return asked
        if token:
            return self.with_token(asked, token)
        if pair:
            proof = f"Basic {b64encode(':'.join(pair).encode()).decode()}"
            return replace(asked, headers={**asked.headers, "Authorization": proof})
        return asked

    def with_token(self, asked: Asked, token: str) -> Asked:
        """Return the request with an OAuth token."""
        return replace(asked, headers={**asked.headers, "Authorization": f"Bearer {token}"})

    def ask_for_token(self, asked: Asked) -> Answer:
        """Ask the source's login; a refused one is not tried again."""
        return self.channel.ask(asked, max_bytes=1_000_000)

    def collect(self, asked: Asked, operation: Operation, options: Options, run: Run) -> Result:
        """Return the rows of all pages, or of the one there is."""
        page = self.page(asked, operation, run)
        metadata = answers.metadata(asked, page.answer, self.hidden(run))
        if operation.paging is None or not isinstance(page.rows, list):
            return answers.result(page.rows, metadata, max_rows=run.max_rows)
        most = wanted(operation.paging, options, run)
        found, room = list(page.rows), run.max_bytes - len(page.answer.content)
        while page.following and len(found) < most and room > 0:
            page = self.page(page.following, operation, run)
            found += page.rows or []
            room -= len(page.answer.content)
        result = answers.result(found, metadata, max_rows=most)
        cut = result.truncated or page.following is not None
        # Who asked for ten rows and got ten got all of them.
        return replace(result, truncated=cut and (most == run.max_rows or len(found) < most))

    def page(self, asked: Asked, operation: Operation, run: Run) -> Page:
        """Return what one request brings, or raise what the source reports."""
        answer = self.ask(asked, run)
        if answer.failed:
            raise answers.failure(self.known.title, asked, answer, self.hidden(run))
        data = answers.content(answer)
        rows = at(data, operation.rows)
        if operation.rows and rows is None:
            # Many vendors leave an empty list out.
            rows = []
        paged = operation.paging is not None and isinstance(rows, list)
        then = following(operation.paging, asked, answer, data, len(rows)) if operation.paging and paged else None
        return Page(answer, rows, then)

    @contextmanager
    def during(self, run: Run) -> Iterator[None]:
        """Do something that ends at the run's deadline, or when somebody cancels it."""
        with self.channel.line.run(run.deadline_seconds):
            yield

    def hidden(self, run: Run) -> Redaction:
        """Return what takes the secrets of this source and this run out of a text."""
        secrets = [read(self.options, field.key) for field in self.known.secrets()]
        tokens = self.login.secrets if self.login else []
        pair = self.basic()
        return Redaction([*secrets, *tokens, *run.secrets, *([":".join(pair), pair[1]] if pair else [])])


def wanted(paging: Paging, options: Mapping[str, Any], run: Run) -> int:
    """Return how many rows the user wants, as far as a run may bring them."""
    limit = str(read(options, paging.limit) or "") if paging.limit else ""
    return min(int(limit), run.max_rows) if limit.isdigit() else run.max_rows


def documents(operation: Operation, options: Options) -> Options:
    """Return the options with JSON fields that came as text read."""
    found = dict(options)
    for field in operation.fields:
        value = read(options, field.key)
        if isinstance(value, str) and value.strip() and "json" in (field.widget, field.language):
            try:
                write(found, field.key, msgspec.json.decode(value))
            except msgspec.DecodeError as error:
                raise field.invalid(f"is not JSON: {error}") from error
    return found


def body(shape: Request, find: holes.Lookup) -> dict[str, Any]:
    """Return the body of a request as httpx takes it."""
    if shape.form:
        return {"data": {name: holes.text(value) for name, value in holes.fill(shape.form, find).items()}}
    document = holes.fill(shape.json, find)
    return {} if document is None else {"json": document}
