"""Back and Forward."""

from coursetracker.ui.trail import Trail


def test_back_and_forward_walk_the_visits() -> None:
    trail = Trail()
    for visited in (1, 2, 3):
        trail.visit(visited)
    assert [trail.step(-1), trail.step(-1), trail.step(1)] == [2, 1, 2]


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for visited in (1, 2, 3):
        trail.visit(visited)
    trail.step(-1)
    trail.visit(9)
    assert not trail.can_step(1)
    assert trail.step(-1) == 2


def test_visiting_the_same_twice_is_one_visit() -> None:
    trail = Trail()
    trail.visit(1)
    trail.visit(1)
    assert not trail.can_step(-1)


def test_an_empty_trail_leads_nowhere() -> None:
    assert not Trail().can_step(-1)
    assert not Trail().can_step(0)
