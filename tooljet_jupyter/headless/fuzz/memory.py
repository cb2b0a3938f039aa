"""What is known of an app over all its runs."""

from collections import Counter
from dataclasses import dataclass, field

from .steps import Step


@dataclass
class Memory:
    """What runs tell each other."""

    # How often each gesture was made, apart for runs in which writes fail: what was done least comes first.
    used: dict[bool, Counter[tuple[str, str]]] = field(default_factory=lambda: {False: Counter(), True: Counter()})
    # What was found already; nobody looks for it again.
    known: set[tuple[str, str]] = field(default_factory=set)
    # Fields that were right at some time.
    valid: set[str] = field(default_factory=set)
    # What could be used at some time; and how often a button could not, while everything around it was filled in,
    # with the steps that led there the first time.
    usable: set[str] = field(default_factory=set)
    refused: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[Step, ...]] = field(default_factory=dict)
