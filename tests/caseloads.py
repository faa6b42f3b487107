"""Odd but valid caseloads for Hypothesis: every text a person or a program could leave in a cell."""

from datetime import date

import pandas as pd
from hypothesis import strategies as st

from netwerkanalyse.model import vocabulary as codes
from netwerkanalyse.model.building import FrozenTables
from netwerkanalyse.model.caseload import Caseload

TRAPS = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "+31",
    "-",
    "@som",
    "'=1",
    "''007",
    "'12",
    "007",
    "12",
    "1,5",
    "1e5",
    "nan",
    "NULL",
    "#N/B",
    "TRUE",
    "ja",
    "?",
    "2026-01-01",
    "a;b,c\td",
    'zij zei: "ja"',
    "regel 1\nregel 2",
    "regel 1\r\nregel 2",
    "_x0041_",
    "_x005F_x0041_",
    "a\x0bb\x00c",
    "\ufeffbom",
    "één ‘ding’ – €",
    "👩‍👩‍👧",
    "</script><script>",
    "sep=;",
    "lang " * 20 + "einde",
)
"""Text that formats are known to change: formulas, numbers, dates, blanks, separators, escapes."""

NAMES = st.one_of(st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"]), max_size=12)).filter(
    str.strip
)
TEXTS = st.none() | NAMES
DAYS = st.none() | st.dates(date(1850, 1, 1), date(2150, 12, 31))
FLAGS = st.sampled_from([True, False, None])
NUMBERS = st.none() | st.floats(0, 1e300, allow_nan=False)
ANY_NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)


def codes_of(vocabulary: codes.Vocabulary) -> st.SearchStrategy[str | None]:
    """Draw one of the codes, or blank."""
    return st.none() | st.sampled_from(vocabulary.names)


def table_of(draw: st.DrawFn, keys: list[dict[str, object]], **columns: st.SearchStrategy[object]) -> pd.DataFrame:
    """Draw the columns of a table with these keys; a column may be absent."""
    present = {name: column for name, column in columns.items() if draw(st.booleans())}
    rows = [{**key, **{name: draw(column) for name, column in present.items()}} for key in keys]
    return pd.DataFrame(rows, columns=[*(keys[0] if keys else ()), *present], dtype=object)


@st.composite
def odd_caseloads(draw: st.DrawFn) -> Caseload:
    """Draw a caseload of up to three clients, with anything that is allowed in any cell."""
    clients = draw(st.lists(NAMES, min_size=1, max_size=3, unique_by=str.strip))
    people = {client: draw(st.lists(NAMES, max_size=4, unique_by=str.strip)) for client in clients}
    frames = {
        "clients": table_of(
            draw,
            [{"client": client} for client in clients],
            area=TEXTS,
            reference_date=DAYS,
            pairs_asked=codes_of(codes.PAIRS_ASKED),
            language=TEXTS,
            schoenmaat=ANY_NUMBERS,
            age=st.none() | st.integers(0, 130),
            notitie=TEXTS,
            leeg=st.none(),
        ),
        "members": table_of(
            draw,
            [{"client": client, "member": member} for client in clients for member in people[client]],
            label=TEXTS,
            kind=codes_of(codes.KIND),
            role=TEXTS,
            law=codes_of(codes.LAW),
            helping=st.none() | st.integers(0, 3),
            capacity=NUMBERS,
            active=FLAGS,
            start=DAYS,
            code=TEXTS,
        ),
        "ties": table_of(
            draw,
            [
                {"client": client, "source": first, "target": second, "kind": kind}
                for client in clients
                for first, second in zip(people[client], people[client][1:], strict=False)
                for kind in draw(st.sets(st.sampled_from(["knows", "tension"])))
            ],
            present=codes_of(codes.TIE_PRESENT),
            strength=st.none() | st.floats(0, 1),
        ),
        "needs": table_of(
            draw,
            [
                {"client": client, "domain": domain}
                for client in clients
                for domain in draw(st.sets(st.sampled_from(codes.DOMAIN.names), max_size=3))
            ],
            need=st.none() | st.floats(0, 3),
            client_rating=codes_of(codes.RATING),
            priority=NUMBERS,
        ),
        "supports": table_of(
            draw,
            [
                {"client": client, "member": member, "domain": "housing"}
                for client in clients
                for member in people[client]
            ],
            type=codes_of(codes.SUPPORT_TYPE),
            amount=st.sampled_from([None, 0.5, 1, 2, 3]),
            backup=FLAGS,
            end=DAYS,
        ),
        "goals": table_of(draw, [{"client": clients[0], "goal": goal} for goal in "12"], wording=TEXTS, due=DAYS),
        "answers": table_of(
            draw,
            [{"client": client, "proposal": "support/work/peer"} for client in clients],
            answer=codes_of(codes.ANSWER),
            reason=TEXTS,
            date=DAYS,
            grounds=TEXTS,
        ),
    }
    filled = {name: frame for name, frame in frames.items() if name == "clients" or len(frame)}
    return Caseload.build(filled, lang="en")


def assert_same(actual: FrozenTables, expected: FrozenTables) -> None:
    """Compare two caseloads or regions cell by cell and type by type, bit for bit."""
    assert list(actual.tables) == list(expected.tables)
    for name, frame in expected.tables.items():
        pd.testing.assert_frame_equal(actual.tables[name], frame, check_exact=True, obj=name)
