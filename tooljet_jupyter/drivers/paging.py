"""The next page of a list: by number, offset, cursor or link, as `paging` in `plugin.toml` says."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from ..errors import QueryFailed
from .channel import Answer, Asked, origin
from .manifest import Paging

LINK = re.compile(r"<([^>]*)>([^,<]*)")
NEXT = re.compile(r'rel\s*=\s*"?(?:[^"]*\s)?next(?:\s[^"]*)?"?\s*(?:;|$)', re.IGNORECASE)


def following(paging: Paging, asked: Asked, answer: Answer, data: Any, rows: int) -> Asked | None:
    """Return the request for the page behind this one, or None after the last.

    Raises
    ------
    QueryFailed
        The list would never end, or leads to another host.
    """
    if paging.more and not at(data, paging.more):
        return None
    if paging.kind == "link":
        return link(paging, asked, answer, data)
    value = at(data, paging.cursor) if paging.kind == "cursor" else counted(paging, asked, rows)
    if value in (None, "", False):
        return None
    return fresh(asked, placed(paging, asked, value))


def counted(paging: Paging, asked: Asked, rows: int) -> int | None:
    """Return the next page number or offset."""
    if rows == 0 or rows < paging.size:
        return None
    there = asked.body.get("json") if paging.place == "json" else dict(asked.query)
    now = at(there, paging.param)
    if paging.kind == "offset":
        return int(now or 0) + rows
    return (paging.start if now is None else int(now)) + 1


def placed(paging: Paging, asked: Asked, value: Any) -> Asked:
    """Return the request with the parameter of the page in its place."""
    if paging.place == "query":
        return asked.with_query(paging.param, str(value))
    body = asked.body.get("json")
    document = {**body, paging.param: value} if isinstance(body, Mapping) else {paging.param: value}
    return replace(asked, body={**asked.body, "json": document})


def link(paging: Paging, asked: Asked, answer: Answer, data: Any) -> Asked | None:
    """Return the request for the URL that the answer names."""
    found = at(data, paging.cursor) if paging.cursor else linked(answer.headers.get("Link", ""))
    if not found:
        return None
    url = urljoin(asked.whole_url, str(found))
    if origin(url) != origin(asked.url):
        raise QueryFailed("The source's next page is on another host, which gets no credentials")
    return fresh(asked, replace(asked, url=url, query=[]))


def fresh(asked: Asked, wanted: Asked) -> Asked:
    """Return the wanted request, refused where it is the one that was just answered."""
    if (wanted.whole_url, wanted.body) == (asked.whole_url, asked.body):
        raise QueryFailed("The source names the same page as its next one again and again")
    return wanted


def linked(header: str) -> str | None:
    """Return the URL that a `Link` header calls the next one."""
    return next((url for url, rest in LINK.findall(header) if NEXT.search(rest)), None)


def at(data: Any, path: str) -> Any:
    """Return what is at a path such as `data.items` or `result.0.rows`; None where a step leads nowhere."""
    for step in path.split(".") if path else []:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and step.lstrip("-").isdigit() and -len(data) <= int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data
