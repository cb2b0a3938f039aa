"""The tables of the metadata database."""

from .apps import App, Version
from .base import Base, new_id, now
from .plugins import File, Plugin
from .queries import Query, QueryRun
from .recordings import Recording, RecordingStep
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
    "Recording",
    "RecordingStep",
    "Setting",
    "SourceLogin",
    "User",
    "Version",
    "Workspace",
    "new_id",
    "now",
]
