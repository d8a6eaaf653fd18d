"""What a number is by the words beside it: recorded, a target, planned, an estimate."""

from __future__ import annotations

import pytest

from moditrack.documents.quantities import quantities
from moditrack.draft.figures.statuses import status_of

R, T, P, E = "recorded", "target", "planned", "estimate"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port beat its target for nets, ending the year with 3,393 of them.", [R]),
        ("Thefts fell by 9.3% to 152 boats, against a target of 3%.", [R, R, T]),
        ("Recoveries rose from 24% to 28%, exceeding the target of 26%.", [R, R, T]),
        ("It missed the 90% target by 2 points.", [T, R]),
        ("The targets are 40 patrols, 12 visits and 3 closures.", [T, T, T]),
        ("12 patrols target thieves.", [R]),
        ("Crews made 34 visits to sheds believed to hold nets.", [R]),
        ("Crews took nets worth an estimated £600 along with 20 oars.", [E, R]),
        ("It is estimated that, in 2023, around 40 boats were lost.", [E]),
        ("40 boats are believed to be lost.", [E]),
        ("The port will buy 3 boats and 12 nets.", [P, P]),
        ("It has 40 boats and will sell 12.", [R, P]),
        ("Of the 40 boats, 12 will be sold.", [R, P]),
        ("The plan is for 12 moorings.", [P]),
        ("The port expects to train 40 sailors.", [P]),
        ("The pier is expected to cost £1.2 million.", [E]),
        ("It would need 12 boats.", [P]),
        ("Buying 12 boats within 2 years would mean 40% are new.", [P, P, P]),
        ("The port backs the proposed £45 million quay.", [P]),
        ("The union called for 12 boats.", [P]),
        ("It refused the panel's call to double the number of boats to 40.", [P, P]),
        ("Crews were called for 12 fires.", [R]),
        ("It would help the 12 crews.", [R]),
        ("Would-be sailors sent 12 letters.", [R]),
        ("The 12 boats would have sunk.", [R]),
        ("The board proposed 12 changes.", [R]),
        ("It is estimated that it would need 12 boats.", [E]),
        ("The forecast overspend is £1.2 million.", [E]),
    ],
)
def test_only_the_words_of_a_number_say_its_status(text: str, expected: list[str]) -> None:
    assert [status_of(text, one.start, one.end) for one in quantities(text)] == expected
