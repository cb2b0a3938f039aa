"""Who may do what: the one table of roles and rights."""

from collections.abc import Set

VIEWER = frozenset({"apps:view", "apps:run"})
BUILDER = VIEWER | {
    "apps:edit",
    "apps:release",
    "constants:edit",
    "constants:view",
    "environments:view",
    "plugins:view",
    "queries:edit",
    "queries:run",
    "queries:view",
    "runs:view",
    "settings:view",
    "sources:edit",
    "sources:view",
    "tables:edit",
    "tables:view",
}
ADMIN = BUILDER | {"environments:edit", "settings:edit"}
NOBODY: frozenset[str] = frozenset()

ROLES: dict[str, frozenset[str]] = {"viewer": VIEWER, "builder": BUILDER, "admin": ADMIN}


def rights(role: str, scopes: Set[str] | None) -> frozenset[str]:
    """Return what a role may do, narrowed to the scopes of the credential where it has any."""
    granted = ROLES.get(role, NOBODY)
    return granted if scopes is None else granted & scopes
