"""The tables of the metadata database."""

from .apps import App, Version
from .base import Base, new_id, now
from .plugins import File, Plugin
from .queries import Query, QueryRun
from .sources import Constant, ConstantValue, DataSource, DataSourceOptions, SourceLogin
from .workspaces import Environment, Member, Setting, User, Workspace

__all__ = [
    "App",
    "Base",
    "Constant",
    "ConstantValue",
    "DataSource",
    "DataSourceOptions",
    "Environment",
    "File",
    "Member",
    "Plugin",
    "Query",
    "QueryRun",
    "Setting",
    "SourceLogin",
    "User",
    "Version",
    "Workspace",
    "new_id",
    "now",
]
