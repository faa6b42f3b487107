"""Who and what counts at the reference date."""

import pandas as pd
import pytest

from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload


def dated(**members):
    """One client at 1 June 2026 with the given members columns."""
    count = len(next(iter(members.values())))
    return Caseload.build(
        {
            "clients": pd.DataFrame({"client": ["K"], "reference_date": ["2026-06-01"], "pairs_asked": ["all"]}),
            "members": pd.DataFrame({"client": "K", "member": [f"m{i}" for i in range(count)], **members}),
        }
    )


def test_the_first_day_counts_and_the_last_does_not():
    """A period is start <= day < end; blank dates do not limit."""
    caseload = dated(
        start=["2026-06-01", "2026-06-02", None, None, None],
        end=[None, None, "2026-06-01", "2026-06-02", None],
    )

    assert arrays.people(caseload).row.tolist() == [0, 3, 4]


def test_only_a_no_takes_somebody_out():
    """Blank is not no."""
    caseload = dated(active=["ja", "nee", None])

    assert arrays.people(caseload).row.tolist() == [0, 2]
    assert arrays.people(caseload).position.tolist() == [0, -1, 1]


def supports(**columns):
    """The support rows that count, as row numbers."""
    count = len(next(iter(columns.values())))
    caseload = dated(kind=["formal"] * count).with_tables(
        supports=pd.DataFrame({"client": "K", "member": [f"m{i}" for i in range(count)], "domain": "work", **columns})
    )
    return arrays.supports(caseload, arrays.people(caseload))


def test_ended_refused_and_given_by_the_client_is_not_supply():
    """Only what reaches the client, now or as planned."""
    assert supports(status=["happening", "planned", "ended", "refused"]).row.tolist() == [0, 1]
    assert supports(direction=["to_client", "from_client", "mutual", None]).row.tolist() == [0, 2, 3]


def test_planned_support_may_lie_ahead():
    """What is planned usually starts later; it stops counting when its period is over."""
    given = supports(
        status=["planned", "planned", "happening"],
        start=["2026-07-01", None, "2026-07-01"],
        end=[None, "2026-05-01", None],
    )

    assert given.row.tolist() == [0]
    assert given.planned.tolist() == [True]


@pytest.mark.parametrize(
    ("rows", "coordinates", "knows"),
    [
        ([("knows", "yes")], None, arrays.YES),
        ([("knows", "no")], arrays.NO, arrays.NO),
        ([("coordinates", "yes")], arrays.YES, arrays.YES),
        ([("coordinates", "no")], arrays.NO, None),
        ([("coordinates", "unknown"), ("knows", "no")], arrays.UNKNOWN, arrays.NO),
        ([("coordinates", "unwanted")], arrays.UNWANTED, None),
        ([("tension", "yes")], None, None),
        ([("coordinates", None)], arrays.UNKNOWN, None),
    ],
)
def test_layers_speak_for_each_other_only_where_that_follows(rows, coordinates, knows):
    """Who does not know each other does not coordinate; who coordinates knows each other."""
    caseload = dated(kind=["formal", "informal"]).with_tables(
        ties=pd.DataFrame(
            [
                {"client": "K", "source": "m0", "target": "m1", "kind": kind, "present": present}
                for kind, present in rows
            ]
        )
    )
    people = arrays.people(caseload)

    for layer, expected in (("coordinates", coordinates), ("knows", knows)):
        states = arrays.pairs(caseload, people, layer).state.tolist()
        assert states == ([] if expected is None else [expected]), layer
