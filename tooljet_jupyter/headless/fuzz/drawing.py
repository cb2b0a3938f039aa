"""The state machine that Hypothesis drives: what a person and the world may do, in an order that it draws."""

from typing import TYPE_CHECKING

from .themes import drawn

if TYPE_CHECKING:
    from .campaign import Campaign

# Runs that are drawn at a time, and things that are done in one run.
ROUND = 40
LENGTH = 12


def draw(campaign: "Campaign", number: int) -> None:
    """Do some runs; those that are left when the budget is used up do nothing."""
    from hypothesis import HealthCheck, Phase, seed, settings
    from hypothesis import strategies as st
    from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

    numbers = st.integers(0, 1 << 12)

    class Machine(RuleBasedStateMachine):
        """One run. Nothing is raised: whatever is wrong is kept, and made short by doing it again."""

        def __init__(self) -> None:
            super().__init__()
            self.person = campaign.person()

        @initialize(theme=numbers, wishes=st.lists(numbers, min_size=1, max_size=8))
        def begin(self, theme: int, wishes: list[int]) -> None:
            self.person.begin(drawn(campaign.facts, theme, wishes))

        @rule(pick=numbers, value=numbers)
        def act(self, pick: int, value: int) -> None:
            self.person.act(pick, value)

        @rule(pick=st.integers(0, 2), value=numbers)
        def act_anew(self, pick: int, value: int) -> None:
            self.person.act(pick, value)

        @rule(pick=numbers)
        def act_twice(self, pick: int) -> None:
            self.person.act_twice(pick)

        @rule(value=st.integers(0, 2))
        def fill(self, value: int) -> None:
            self.person.fill(value)

        @rule(pick=numbers, wish=numbers)
        def answer(self, pick: int, wish: int) -> None:
            self.person.answer(pick, wish)

        @rule()
        def wait(self) -> None:
            self.person.wait()

        def teardown(self) -> None:
            campaign.judge(self.person)

    quiet = settings(
        max_examples=ROUND,
        stateful_step_count=LENGTH,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(Machine), settings=quiet)
