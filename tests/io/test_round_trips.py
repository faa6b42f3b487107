"""Every format gives back what was written to it."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseloads import TRAPS, assert_same, odd_caseloads
from netwerkanalyse.io.formats import DOCUMENTS, FORMATS, read_caseload, write_caseload
from netwerkanalyse.model.caseload import Caseload

LANGUAGES = st.sampled_from(["nl", "en"])
NAMES = [form.name for form in FORMATS]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(caseload=odd_caseloads(), lang=LANGUAGES)
def test_any_caseload_comes_back_the_same(name: str, caseload: Caseload, lang: str) -> None:
    """No text, number, date or blank is changed by a format, in either language."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / next(f"caseload{form.suffix}" for form in FORMATS if form.name == name)
        write_caseload(caseload, path, lang=lang)

        assert_same(read_caseload(path), caseload)


@pytest.mark.parametrize("name", NAMES)
def test_texts_that_formats_are_known_to_change_do_not_change(name: str, tmp_path: Path) -> None:
    """Formulas, numbers with zeros in front, escapes and separators come back as they were typed."""
    clients = pd.DataFrame({"client": [f"K{number}" for number in range(len(TRAPS))], "area": TRAPS, "eigen": TRAPS})
    caseload = Caseload.build({"clients": clients})
    path = tmp_path / next(f"caseload{form.suffix}" for form in FORMATS if form.name == name)
    write_caseload(caseload, path)

    back = read_caseload(path).tables["clients"]
    assert back["area"].tolist() == back["eigen"].tolist() == list(TRAPS)


@pytest.mark.parametrize("form", DOCUMENTS, ids=lambda form: form.name)
def test_a_document_goes_through_an_open_file(form: object, small: Caseload) -> None:
    """A workbook or JSON can be piped: it needs no file on disk."""
    stream = BytesIO()
    write_caseload(small, stream, format_name=form.name)
    stream.seek(0)

    assert_same(read_caseload(stream), small)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_optional_table_stays_empty(name: str, small: Caseload, tmp_path: Path) -> None:
    """A table without rows comes back with its columns and types."""
    path = tmp_path / next(f"caseload{form.suffix}" for form in FORMATS if form.name == name)
    write_caseload(small, path)

    assert read_caseload(path).tables["consents"].dtypes.equals(small.tables["consents"].dtypes)


@pytest.mark.parametrize("name", ["json", "csv", "parquet"])
def test_a_caseload_of_nobody_comes_back(name: str, small: Caseload, tmp_path: Path) -> None:
    """Selecting no clients gives a caseload that can be stored too."""
    path = tmp_path / next(f"caseload{form.suffix}" for form in FORMATS if form.name == name)
    write_caseload(small.select([]), path)

    assert len(read_caseload(path)) == 0


def test_numbers_keep_all_their_digits_in_a_workbook(tmp_path: Path) -> None:
    """XlsxWriter keeps sixteen digits of a number; a caseload keeps seventeen."""
    number = 0.1 + 0.2
    caseload = Caseload.build(
        {
            "clients": pd.DataFrame({"client": ["K1"]}),
            "members": pd.DataFrame({"client": ["K1"], "member": ["m"], "capacity": [number]}),
        }
    )
    write_caseload(caseload, tmp_path / "c.xlsx")

    assert read_caseload(tmp_path / "c.xlsx").tables["members"]["capacity"].tolist() == [number]
