"""Values in URLs."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tooljet_jupyter.errors import Invalid
from tooljet_jupyter.templates.query import Values
from tooljet_jupyter.templates.url import fill_url


def filled(template: str, value: Any) -> str:
    return fill_url(template, Values({"x": value}, lambda path: "https://api.example.com/v1"))


@pytest.mark.parametrize(
    "template, value, url",
    [
        ("https://h/users/{{x}}", "a/b?c#d", "https://h/users/a%2Fb%3Fc%23d"),
        ("https://h/users/{{x}}/y", "../admin", "https://h/users/..%2Fadmin/y"),
        ("https://h/?q={{x}}&r=1", "a&r=2 ü+", "https://h/?q=a%26r%3D2%20%C3%BC%2B&r=1"),
        ("https://h/p?q={{x}}", None, "https://h/p?q="),
        ("https://h/p#{{x}}", "a#b", "https://h/p#a%23b"),
        ("https://{{x}}.example.com/p", "eu-1", "https://eu-1.example.com/p"),
        ("https://{{x}}/p", "example.com:8080", "https://example.com:8080/p"),
        ("{{x}}://h/p", "https", "https://h/p"),
        ("/users/{{x}}", 5, "/users/5"),
        ("{{x}}/users", "a/b", "a%2Fb/users"),
        ("{{constants.base}}/users/{{x}}", "a/b", "https://api.example.com/v1/users/a%2Fb"),
        ("{{x}}", " https://other.example/p?q=1 ", "https://other.example/p?q=1"),
        ("https://h/../p/{{x}}", "a", "https://h/../p/a"),
        ("https://h/p?path={{x}}", "..", "https://h/p?path=.."),
    ],
)
def test_a_value_is_encoded_for_its_place(template: str, value: Any, url: str) -> None:
    assert filled(template, value) == url


@pytest.mark.parametrize(
    "template, value",
    [
        ("https://h/users/{{x}}/y", ".."),
        ("https://h/users/{{x}}", "."),
        ("https://h/users/.{{x}}", "."),
        ("https://{{x}}/p", "evil.example/"),
        ("https://{{x}}/p", "user@evil.example"),
        ("https://api{{x}}/p", "?"),
        ("//{{x}}/p", "a#b"),
        ("{{x}}://h", "file"),
        ("{{x}}", None),
        ("{{x}}", {"a": 1}),
        ("{{x}}", "https://h/\r\nX: 1"),
        ("https://h/{{x}}", "\ud800"),
    ],
)
def test_a_value_that_cannot_stand_there_is_refused(template: str, value: Any) -> None:
    with pytest.raises(Invalid):
        filled(template, value)


@given(st.text())
def test_no_text_adds_a_host_a_step_or_a_key(value: str) -> None:
    assume(value not in (".", "..") and value.isprintable())
    url = urlsplit(filled("https://h.example/a/{{x}}/b?q={{x}}&r=1#{{x}}", value))
    assert (url.netloc, url.path.count("/"), unquote(url.path)) == ("h.example", 3, f"/a/{value}/b")
    assert parse_qsl(url.query, keep_blank_values=True) == [("q", value), ("r", "1")]
    assert unquote(url.fragment) == value
