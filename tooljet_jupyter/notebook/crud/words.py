"""Names of tables and columns as people read them, as components are called, and as JavaScript writes them."""

import json
import re
import unicodedata
from collections.abc import Collection
from typing import Any

from ...components.expressions import Expr

# Words that stay in capitals, as people write them.
CAPITALS = {"id": "ID", "url": "URL", "uuid": "UUID", "sku": "SKU", "ip": "IP", "vat": "VAT", "json": "JSON"}
ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))


def titled(name: str) -> str:
    """Return `ordered_at` and `orderedAt` as `Ordered at`."""
    spaced = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", re.sub(r"[_\-\s]+", " ", name)).strip()
    words = [CAPITALS.get(word.lower(), word.lower() if word.isascii() else word) for word in spaced.split(" ")]
    text = " ".join(words)
    return text[:1].upper() + text[1:] if text else name


def spoken(choice: str) -> str:
    """Return a value of an enumeration as people read it: `in_transit` as `In transit`, `DE` as it is."""
    return titled(choice) if choice.islower() and choice.replace("_", "").isalpha() else choice


def referred(name: str) -> str:
    """Return `customer_id` as `Customer`: what the row is, not how it is found."""
    return titled(re.sub(r"[_\-\s]+id$|(?<=[a-z])I[dD]$", "", name) or name)


def singular(title: str) -> str:
    """Return the word for one row of a table: `order item` for `Order items`, `row` where nobody can tell."""
    word = title[:1].lower() + title[1:] if title[1:2].islower() else title
    if not word.isascii() or not word.endswith("s") or word.endswith(("ss", "us", "is", "news")):
        return word if word.isascii() and " " not in word and word.endswith("ss") else "row"
    for plural, single in ENDINGS:
        if word.endswith(plural):
            return word.removesuffix(plural) + single
    return word[:-1]


def component(prefix: str, name: str, taken: Collection[str]) -> str:
    """Return a free name for the component of a column: letters of ASCII, digits and `_`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    base = f"{prefix}_{re.sub(r'[^a-zA-Z0-9]+', '_', plain).strip('_') or 'field'}"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}_{number}", number + 1
    return found


def unique(label: str, taken: Collection[str]) -> str:
    """Return a label that no other column has."""
    found, number = label, 2
    while found in taken:
        found, number = f"{label} {number}", number + 1
    return found


def js(value: Any) -> str:
    """Return a value as JavaScript."""
    return json.dumps(value, ensure_ascii=False)


def bound(code: str) -> Expr:
    """Return JavaScript as a binding, whatever braces are in it."""
    return Expr("{{" + code + "}}")


def fixed(text: str) -> str:
    """Return a text for a property or an option: one with braces as a binding that says just this."""
    return "{{" + js(text) + "}}" if "{{" in text else text
