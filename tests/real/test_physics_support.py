"""Who supports six physicists: typed support that others counted too, and support that is missing."""

import pandas as pd
import pytest

import real
from netwerkanalyse.metrics.client.catalogue import measure


@pytest.fixture(scope="module")
def caseload(shared):
    """All six networks."""
    return real.physics_support(shared)


@pytest.fixture(scope="module")
def rows(shared):
    """The rows about ties as they were published."""
    return pd.read_csv(shared / "real" / "physics_support" / "ties.csv", dtype={"interview": str})


def test_size(caseload, rows):
    """Six people with 101 others; rows both ways are one tie."""
    found = measure(caseload, ["cohesion"])
    between = rows[rows["color"] == "alters"]
    pairs = {(ego, *sorted(pair)) for ego, *pair in between[["interview", "Name1", "Name2"]].itertuples(index=False)}

    assert (len(found), found["members"].sum()) == (6, 101)
    assert found["ties"].sum() == len(pairs) == 167


def test_support_is_counted_as_published(caseload, rows):
    """The published rows count the sorts of support of every person: so many people support, in so many ways."""
    found = measure(caseload, ["multiplexity"])
    given = rows[rows["support"] > 0].groupby("interview")["support"]

    assert found["people_supporting"].tolist() == given.count().loc[found.index].tolist()
    assert found["domains_per_supporter"].tolist() == pytest.approx(given.mean().loc[found.index].tolist())


def test_missing_support_is_a_need_that_is_not_met(caseload, shared):
    """Where the interviewee misses support of somebody, that need is unmet; elsewhere nobody asked."""
    alters = pd.read_csv(shared / "real" / "physics_support" / "alters.csv")
    missed = alters.filter(regex=r"^gap\.").groupby(alters["interview"]).any()
    rating = caseload.tables["needs"]["client_rating"]

    assert (rating == "unmet").sum() == missed.to_numpy().sum()
    assert set(rating.dropna()) == {"unmet"}
