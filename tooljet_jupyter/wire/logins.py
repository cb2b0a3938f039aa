"""Logins of users at data sources (OAuth)."""

from .base import Body, Reply


class StartLogin(Body):
    """Begin a login; what is stored afterwards holds for one environment."""

    environment: str | None = None


class LoginStarted(Reply):
    """The page of the source at which the user logs in."""

    url: str


class LoginReply(Reply):
    """Whether somebody logged in; `personal` where every user logs in for themselves."""

    logged_in: bool
    personal: bool
