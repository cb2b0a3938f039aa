"""The REST source with ToolJet's option keys: addresses, headers, bodies, answers, credentials, certificates."""

import base64
import ssl
import subprocess
import threading
from contextlib import closing
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.services.web import Reply
from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.errors import Invalid, QueryFailed, SourceUnreachable

EMPTY = {"url_params": [["", ""]], "headers": [["", ""]], "body": [["", ""]], "cookies": [["", ""]]}
PICTURE = {"name": "a.png", "base64Data": base64.b64encode(b"\x89PNG").decode(), "type": "image/png"}


@pytest.fixture
def ask(web):
    """Run one request; the options of the source come by name, those of the query as a dict."""

    def run(query, *, run=None, **source):
        catalog = builtin()
        operation = catalog.manifest("restapi").operation("request")
        with closing(catalog.open("restapi", {"url": web.url, **source})) as driver:
            return driver.run("request", operation.validate({**EMPTY, **query}), run or Run(deadline_seconds=20))

    return run


@pytest.fixture
def echo(web):
    """Answer everything at `/echo` with success."""
    web.on("/echo", Reply({"ok": True}))
    return web.seen


def test_a_query_as_tooljet_stores_it_runs(ask, echo):
    stored = {"method": "get", "url": "/echo", "json_body": None, "body_toggle": False, "runOnPageLoad": True}
    result = ask(stored, retry_network_errors="{{true}}")
    assert result.data == {"ok": True}
    assert (echo[0].method, echo[0].query, echo[0].body) == ("GET", [], b"")


def test_a_whole_url_needs_no_source(web, echo):
    catalog = builtin()
    with closing(catalog.open("restapi", {})) as driver:
        assert driver.run("request", {"method": "get", "url": f"{web.url}/echo?a=1"}, Run()).data == {"ok": True}
    assert echo[0].query == [("a", "1")]


def test_an_empty_url_is_the_base_url(ask, web, echo):
    ask({"method": "get", "url": ""}, url=f"{web.url}/echo")
    assert echo[0].path == "/echo"


@pytest.mark.parametrize("url", ["echo", "/echo", "/echo?x=1"])
def test_the_url_of_a_query_comes_behind_the_base_url(ask, echo, url):
    ask({"method": "get", "url": url})
    assert echo[0].path == "/echo"


@pytest.mark.parametrize("url", ["@evil.example/echo", ".evil.example", ":81/echo", "//evil.example/echo"])
def test_the_url_of_a_query_cannot_change_the_host(ask, web, url):
    with pytest.raises(QueryFailed) as caught:
        ask({"method": "get", "url": url})
    assert caught.value.detail["status"] == 404
    assert len(web.seen) == 1


def test_a_whole_url_on_another_host_gets_no_credentials(ask, web):
    with pytest.raises(Invalid):
        ask({"method": "get", "url": f"{web.other_url}/echo"})
    assert web.seen == []


@pytest.mark.parametrize("url", ["", "/path", "file:///etc/passwd", "ftp://example.com", "https://", "http://[::1"])
def test_a_url_that_is_no_web_address_is_refused(ask, url):
    with pytest.raises(Invalid):
        ask({"method": "get", "url": url}, url="")


def test_what_the_query_says_wins_over_the_source(ask, echo):
    ask(
        {
            "method": "get",
            "url": "/echo",
            "headers": [["X-KIND", "query"]],
            "url_params": [["page", 2], ["tag", ["a", "b"]]],
            "cookies": [["b", "3"]],
        },
        headers=[["x-kind", "source"], ["X-Both", "source"], ["", ""]],
        url_params=[["page", "1"], ["key", "k"]],
        cookies=[["a", "1"], ["b", "2"]],
    )
    assert (echo[0].headers["x-kind"], echo[0].headers["x-both"]) == ("query", "source")
    assert echo[0].headers["cookie"] == "a=1; b=3"
    assert echo[0].query == [("key", "k"), ("page", "2"), ("tag", "a"), ("tag", "b")]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_a_body_of_pairs_is_json(ask, echo, method):
    ask(
        {"method": method, "url": "/echo", "body": [["n", 1], ["list", [1]], ["", ""]]},
        body=[["n", 0], ["a", "b"]],
    )
    assert echo[0].method == method.upper()
    assert echo[0].json == {"n": 1, "a": "b", "list": [1]}
    assert echo[0].headers["content-type"] == "application/json"


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_request_that_only_reads_carries_no_body(ask, echo, method):
    result = ask({"method": method, "url": "/echo", "body": [["n", 1]]})
    assert (echo[0].body, "content-type" in echo[0].headers) == (b"", False)
    assert result.metadata["status"] == 200


@pytest.mark.parametrize("given", ['{"a": [1, 2]}', {"a": [1, 2]}])
def test_a_raw_json_body_is_sent_as_json(ask, echo, given):
    ask({"method": "post", "url": "/echo", "body_toggle": "{{true}}", "json_body": given, "body": [["b", 1]]})
    assert echo[0].json == {"a": [1, 2]}


def test_a_list_is_a_body(ask, echo):
    ask({"method": "post", "url": "/echo", "body_toggle": True, "json_body": "[1, 2]"})
    assert echo[0].json == [1, 2]


def test_a_text_is_sent_as_it_is(ask, echo):
    options = {"method": "post", "url": "/echo", "body_toggle": True, "raw_body": "<a>ü</a>"}
    ask({**options, "headers": [["Content-Type", "text/xml"]]})
    assert echo[0].body.decode() == "<a>ü</a>"
    assert echo[0].headers["content-type"] == "text/xml"


def test_a_form_is_sent_where_the_header_asks_for_one(ask, echo):
    form = [["Content-Type", "application/x-www-form-urlencoded"]]
    ask({"method": "post", "url": "/echo", "headers": form, "body": [["a", "1 & 2"], ["b", True]]})
    assert echo[0].form == {"a": "1 & 2", "b": "true"}


@pytest.mark.parametrize("headers", [[], [["Content-Type", "multipart/form-data"]]])
def test_a_file_of_a_file_picker_makes_the_body_multipart(ask, echo, headers):
    ask(
        {
            "method": "post",
            "url": "/echo",
            "headers": headers,
            "body": [["title", "A"], ["files", [PICTURE, PICTURE]]],
        }
    )
    kind = echo[0].headers["content-type"]
    assert kind.startswith("multipart/form-data; boundary=")
    message = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + echo[0].body)
    found = [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get_payload(decode=True),
        )
        for part in message.get_payload()
    ]
    assert found == [("title", None, b"A"), ("files", "a.png", b"\x89PNG"), ("files", "a.png", b"\x89PNG")]


def test_a_file_alone_is_the_body(ask, echo):
    ask({"method": "put", "url": "/echo", "body_toggle": True, "json_body": PICTURE})
    assert (echo[0].body, echo[0].headers["content-type"]) == (b"\x89PNG", "image/png")


def test_a_damaged_file_is_refused(ask):
    with pytest.raises(Invalid):
        ask({"method": "post", "url": "/echo", "body": [["file", {**PICTURE, "base64Data": "%%"}]]})


@pytest.mark.parametrize(
    "content, kind, data",
    [
        (b'{"a": 1}', "application/json", {"a": 1}),
        (b'{"a": 1}', "application/problem+json; charset=utf-8", {"a": 1}),
        (b"[1]", "text/plain", [1]),
        (b"{not json", "application/json", "{not json"),
        (b"12", "text/plain", "12"),
        ("grün".encode("latin-1"), "text/plain; charset=iso-8859-1", "grün"),
        (b"gr\xfcn", "text/plain; charset=nonsense", "gr�n"),
        (b"<a/>", "application/xml", "<a/>"),
        (b"\x89PNG", "image/png", base64.b64encode(b"\x89PNG").decode()),
        (b"", "application/json", None),
    ],
)
def test_an_answer_becomes_what_its_type_says(ask, web, content, kind, data):
    web.on("/echo", Reply(content, headers={"Content-Type": kind}))
    assert ask({"method": "get", "url": "/echo"}).data == data


def test_the_answers_status_and_headers_are_in_the_metadata(ask, web):
    web.on("/echo", Reply({"id": 1}, 201, {"X-Total": "7"}))
    metadata = ask({"method": "post", "url": "/echo"}).metadata
    assert (metadata["status"], metadata["headers"]["x-total"]) == (201, "7")
    assert metadata["request"] == {"method": "POST", "url": f"{web.url}/echo"}
    assert metadata["response"]["statusCode"] == 201


def test_basic_credentials_are_sent_and_never_shown(ask, web):
    web.on("/echo", lambda seen: Reply({"message": f"{seen.headers['authorization']} pass-word"}, 403))
    with pytest.raises(QueryFailed) as caught:
        ask({"method": "get", "url": "/echo"}, auth_type="basic", username="ada", password="pass-word")
    assert web.seen[0].headers["authorization"] == "Basic " + base64.b64encode(b"ada:pass-word").decode()
    shown = f"{caught.value.message}{caught.value.detail}"
    assert "pass-word" not in shown
    assert base64.b64encode(b"ada:pass-word").decode() not in shown


def test_a_bearer_token_is_sent(ask, echo):
    ask({"method": "get", "url": "/echo"}, auth_type="bearer", bearer_token="the-token")
    assert echo[0].headers["authorization"] == "Bearer the-token"


def test_secrets_of_source_and_query_are_not_in_the_metadata(ask, echo):
    result = ask(
        {"method": "get", "url": "/echo?sign=of/the query"},
        url_params=[["api_key", "key-of-the-source"]],
        run=Run(secrets=frozenset({"of/the query"})),
    )
    assert "key-of-the-source" not in str(result.metadata)
    assert "of/the query" not in str(result.metadata)
    assert "of%2Fthe" not in str(result.metadata)


def test_a_password_in_the_url_is_not_shown(ask, web, echo):
    host = web.url.removeprefix("http://")
    result = ask({"method": "get", "url": f"http://ada:pass-word@{host}/echo"}, url="")
    assert result.metadata["request"]["url"] == f"{web.url}/echo"


@pytest.mark.parametrize(
    "source, query, tries", [(True, None, 3), (False, None, 1), (False, True, 3), (True, False, 1)]
)
def test_retries_are_the_sources_choice_unless_the_query_has_its_own(ask, web, source, query, tries):
    web.on("/echo", Reply(status=503, headers={"Retry-After": "0"}))
    with pytest.raises(QueryFailed):
        ask({"method": "get", "url": "/echo", "retry_network_errors": query}, retry_network_errors=source)
    assert len(web.seen) == tries


def test_methods_say_whether_a_query_writes():
    catalog = builtin()
    with closing(catalog.open("restapi", {})) as driver:
        assert [m for m in ("get", "head", "options", "post", "delete") if driver.writes("request", {"method": m})] == [
            "post",
            "delete",
        ]


def test_a_source_is_tried_by_its_base_url(web):
    catalog = builtin()
    web.on("", Reply({"message": "no"}, 404))
    with closing(catalog.open("restapi", {"url": web.url})) as driver:
        driver.test()
    web.on("/", Reply({"message": "Who are you?"}, 401))
    with closing(catalog.open("restapi", {"url": web.url})) as driver, pytest.raises(SourceUnreachable):
        driver.test()
    with closing(catalog.open("restapi", {})) as driver, pytest.raises(Invalid):
        driver.test()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for `localhost` with its key, made by openssl."""
    room = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", room / "key.pem", "-out", room / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    return room


@pytest.fixture
def secure(certificate):
    """A TLS server that wants a client certificate."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"secure": true}')

        def log_message(self, format, *args):
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(certificate / "cert.pem")
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"https://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_server_with_a_certificate_of_its_own_is_trusted_when_told_so(ask, certificate, secure):
    cert, key = (certificate / "cert.pem").read_text(), (certificate / "key.pem").read_text()
    both = {"ssl_certificate": "client_certificate", "ca_cert": cert, "client_cert": cert, "client_key": key}
    assert ask({"method": "get", "url": "/"}, url=secure, **both).data == {"secure": True}


@pytest.mark.parametrize("options", [{}, {"ssl_certificate": "none"}])
def test_an_unknown_certificate_is_refused(ask, secure, options):
    with pytest.raises(SourceUnreachable):
        ask({"method": "get", "url": "/", "retry_network_errors": False}, url=secure, **options)


def test_a_certificate_that_is_none_is_refused(ask):
    with pytest.raises(Invalid):
        ask({"method": "get", "url": "/"}, ssl_certificate="ca_certificate", ca_cert="nonsense")


@pytest.mark.parametrize("url", ["http://[::1", "https://[x]/"])
def test_a_broken_url_is_refused_with_and_without_a_source(ask, url):
    for base in ("", "https://api.example.com"):
        with pytest.raises(Invalid):
            ask({"method": "get", "url": url}, url=base)
