"""Users, the workspace they meet in, and what a fresh one holds."""

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ..db.models import Environment, Member, User, Workspace
from ..wire.users import Me
from .context import Actor, Context

DEFAULT = "default"
ENVIRONMENTS = ("development", "staging", "production")
DRAFTS = "development"
RELEASED = "production"
# Inside Jupyter everybody who may use the server may build.
NEWCOMER = "builder"


def welcome(db: Session, name: str, display_name: str) -> Actor:
    """Return the actor called `name` in the default workspace, made at first sight."""
    workspace = _default(db)
    user = db.scalar(select(User).where(User.name == name))
    if user is None:
        user = User(name=name, display_name=display_name or name)
        db.add(user)
        db.flush()
    member = db.get(Member, (workspace.id, user.id))
    if member is None:
        first = db.scalar(select(func.count()).select_from(Member)) == 0
        member = Member(workspace_id=workspace.id, user_id=user.id, role="admin" if first else NEWCOMER)
        db.add(member)
        db.flush()
    return Actor(user.id, user.name, user.display_name, user.email, workspace.id, member.role)


def me(ctx: Context) -> Me:
    """Return the one who asks."""
    actor = ctx.actor
    workspace = ctx.db.get_one(Workspace, ctx.workspace_id)
    first, _, last = actor.display_name.partition(" ")
    return Me(
        id=actor.user_id,
        name=actor.name,
        display_name=actor.display_name,
        first_name=first,
        last_name=last,
        email=actor.email,
        role=actor.role,
        workspace=workspace.name,
        rights=sorted(actor.rights),
    )


def _default(db: Session) -> Workspace:
    workspace = db.scalar(select(Workspace).where(Workspace.slug == DEFAULT))
    if workspace is not None:
        return workspace
    try:
        with db.begin_nested():
            workspace = Workspace(name="My workspace", slug=DEFAULT)
            db.add(workspace)
            db.flush()
            for position, name in enumerate(ENVIRONMENTS, 1):
                db.add(Environment(workspace_id=workspace.id, name=name, position=position))
            return workspace
    except IntegrityError:  # Another server made it in the same moment.
        return db.scalars(select(Workspace).where(Workspace.slug == DEFAULT)).one()
