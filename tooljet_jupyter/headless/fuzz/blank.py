"""Pages that show nothing on a phone although they do on a large screen."""

from collections.abc import Iterator

from ..seen import Seen
from .facts import Facts
from .findings import Finding, Found
from .session import Opener, Session


def blank_pages(opener: Opener, facts: Facts) -> Iterator[Found]:
    """Yield the pages that are empty on a phone."""
    for page in facts.definition["pages"]:
        handle = page["handle"]
        large, small = (content(opener, facts, handle, device) for device in ("desktop", "mobile"))
        if large and small is not None and not small:
            what = f"The page {page['name']} shows nothing on a phone"
            finding = Finding("blank", page["name"], what, 'assert app.sees().find("main").children')
            yield Found(finding, (), page="", device="mobile", handle=handle)


def content(opener: Opener, facts: Facts, handle: str, device: str) -> list[Seen | str] | None:
    """Return what a page shows, or None where it could not be loaded."""
    session = Session(opener, facts, device=device, page=handle)
    try:
        session.begin()
        if not session.look or session.over:
            return None
        return [child for main in session.look.seen.find_all("main") for child in main.children]
    finally:
        session.close()
