"""OAuth 2 of REST sources: tokens got once, renewed once, never shown."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.services.web import Reply
from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.login import AUTHORIZATION_CODE, Grant
from tooljet_jupyter.drivers.tokens import MemoryVault, Tokens
from tooljet_jupyter.errors import Invalid, NeedsLogin, QueryFailed, SourceUnreachable

RUN = Run(deadline_seconds=20)
PERSON = {"grant_type": AUTHORIZATION_CODE}


class Vault(MemoryVault):
    """A vault whose users can log in somewhere."""

    login_url = "/tooljet/oauth/start?source=1"


@pytest.fixture
def catalog():
    return builtin()


@pytest.fixture
def ask(catalog, provider):
    """Ask the API behind the provider once."""

    def run(vault=None, **options):
        with closing(catalog.open("restapi", {**provider.options, **options}, vault=vault)) as driver:
            return driver.run("request", {"method": "get", "url": "/me"}, RUN).data

    return run


@pytest.fixture
def vault(provider):
    """A vault in which a user's login is kept."""
    kept = Vault()
    fresh = provider.fresh(refresh=True)
    grant = Grant.of({**provider.options, **PERSON})
    kept.write(Tokens(fresh["access_token"], grant.client, fresh["refresh_token"]))
    return kept


def test_a_client_gets_a_token_by_its_own_credentials(ask, provider):
    assert ask() == {"token": "access-1"}
    assert provider.asked == [{"grant_type": "client_credentials", "scope": "read write"}]


def test_the_credentials_can_go_in_the_body(ask, provider):
    ask(client_auth="body", audience="api", custom_auth_params=[["resource", "all"], ["", ""]])
    assert provider.asked[0]["client_secret"] == "the-client-secret"
    assert provider.asked[0]["audience"] == "api"
    assert provider.asked[0]["resource"] == "all"


def test_a_token_is_used_until_it_is_old(catalog, provider):
    with closing(catalog.open("restapi", provider.options)) as driver:
        for _ in range(3):
            driver.run("request", {"method": "get", "url": "/me"}, RUN)
    assert len(provider.asked) == 1


def test_an_old_token_is_renewed_before_it_is_used(catalog, provider):
    provider.expires_in = 1
    with closing(catalog.open("restapi", provider.options)) as driver:
        for _ in range(2):
            driver.run("request", {"method": "get", "url": "/me"}, RUN)
    assert len(provider.asked) == 2


def test_a_refused_token_is_renewed_once(catalog, provider):
    with closing(catalog.open("restapi", provider.options)) as driver:
        driver.run("request", {"method": "get", "url": "/me"}, RUN)
        provider.good.clear()
        answer = driver.run("request", {"method": "get", "url": "/me"}, RUN)
    assert answer.data == {"token": "access-2"}


def test_a_source_that_refuses_every_token_says_so_without_it(ask, provider, web):
    web.on("/me", lambda seen: Reply({"message": f"no: {seen.headers['authorization']}"}, 401))
    with pytest.raises(QueryFailed) as caught:
        ask()
    assert len(provider.asked) == 2
    assert "access-" not in f"{caught.value.message}{caught.value.detail}"


def test_wrong_client_credentials_are_told_in_the_providers_words(ask):
    with pytest.raises(SourceUnreachable) as caught:
        ask(client_secret="wrong-client-secret", client_auth="body")
    assert caught.value.message == "The login at 127.0.0.1 was refused: Who are you?"
    assert "wrong-client-secret" not in str(caught.value.detail)


def test_a_grant_without_its_address_names_what_is_missing(provider):
    with pytest.raises(Invalid) as caught:
        Grant.of({**provider.options, "access_token_url": "", "client_id": None})
    assert caught.value.detail["names"] == ["access_token_url", "client_id"]


def test_a_token_can_go_into_the_url(ask, web):
    web.on("/me", lambda seen: Reply(dict(seen.query)))
    assert ask(add_token_to="query") == {"access_token": "access-1"}


@pytest.mark.parametrize("prefix, sent", [("Token ", "Token access-1"), ("", "access-1")])
def test_the_word_before_the_token_is_the_sources_choice(ask, web, prefix, sent):
    web.on("/me", lambda seen: Reply({"sent": seen.headers["authorization"]}))
    assert ask(header_prefix=prefix) == {"sent": sent}


def test_the_page_of_a_login_carries_a_challenge_and_no_secret(provider):
    grant = Grant.of({**provider.options, **PERSON, "custom_query_params": [["prompt", "consent"]]})
    url = grant.address(redirect="https://here/callback", state="s", verifier="v" * 43)
    asked = dict(parse_qsl(urlsplit(url).query))
    assert asked["redirect_uri"] == "https://here/callback"
    assert asked["scope"] == "read write"
    assert asked["prompt"] == "consent"
    assert asked["code_challenge"] != "v" * 43
    assert "the-client-secret" not in url


def test_who_has_not_logged_in_is_told_where_to(ask):
    with pytest.raises(NeedsLogin) as caught:
        ask(Vault(), **PERSON)
    assert caught.value.detail == {"url": "/tooljet/oauth/start?source=1"}


def test_a_source_that_is_not_saved_yet_has_nowhere_to_log_in(ask):
    with pytest.raises(NeedsLogin) as caught:
        ask(None, **PERSON)
    assert caught.value.detail == {}


def test_a_login_is_refreshed_and_the_new_tokens_are_kept(ask, provider, vault):
    provider.good.clear()
    assert ask(vault, **PERSON) == {"token": "access-2"}
    assert vault.read().access_token == "access-2"
    assert vault.read().refresh_token == "refresh-2"


def test_a_login_that_cannot_be_refreshed_must_be_done_again(ask, provider, vault):
    provider.good.clear()
    provider.refresh_tokens.clear()
    with pytest.raises(NeedsLogin) as caught:
        ask(vault, **PERSON)
    assert caught.value.detail == {"url": "/tooljet/oauth/start?source=1"}


def test_tokens_of_other_settings_are_not_used(ask, vault):
    with pytest.raises(NeedsLogin):
        ask(vault, **PERSON, scopes="other")


def test_of_two_runs_with_one_old_token_only_one_renews_it(ask, provider, vault):
    provider.good.clear()
    together = threading.Barrier(4)

    def run():
        together.wait(5)
        return ask(vault, **PERSON)

    with ThreadPoolExecutor(4) as pool:
        answers = [future.result() for future in [pool.submit(run) for _ in range(4)]]
    assert answers == [{"token": "access-2"}] * 4
    assert len(provider.asked) == 1


def test_a_server_that_was_faster_with_the_refresh_token_is_not_an_error(ask, provider, vault, web):
    def beaten(seen):
        fresh = provider.fresh(refresh=True)
        vault.write(Tokens(fresh["access_token"], vault.read().client, fresh["refresh_token"]))
        return Reply({"error": "invalid_grant"}, 400)

    provider.good.clear()
    web.on("/token", beaten)
    assert ask(vault, **PERSON) == {"token": "access-2"}
