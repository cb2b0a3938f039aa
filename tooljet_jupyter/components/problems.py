"""What is wrong with components made in Python; apart from them, so that making them reads no spec."""

from .base import Component
from .checks import Problem
from .spec import specs


def problems(component: Component) -> list[Problem]:
    """What is wrong with the values of a component's own properties; an unknown type has none."""
    found = specs().get(component.kind)
    return found.validate_props(component.props_json()) if found else []
