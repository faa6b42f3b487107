"""A caseload in parts: the same measures, a part at a time, and nothing done twice or torn."""

import os
import shutil
import signal
import subprocess
import sys

import pandas as pd
import pytest

from countries import FEW, contents, country
from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.errors import UnknownNameError, UnreadableError, ValidationError
from netwerkanalyse.io.formats import read_caseload
from netwerkanalyse.io.partitions import in_parts, write_partitions
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.scale.measuring import COMPLETE, measure_partitions

KILLED_BETWEEN = """
import os, signal, sys
from countries import FEW
from netwerkanalyse.scale.measuring import measure_partitions

def stop(done, total):
    if done == 2:
        os.kill(os.getpid(), signal.SIGKILL)

measure_partitions(sys.argv[1], sys.argv[2], FEW, progress=stop)
"""

KILLED_WITHIN = """
import os, signal, sys
from countries import FEW
from netwerkanalyse.scale import job, output
from netwerkanalyse.scale.measuring import measure_partitions
from pyarrow.parquet import ParquetWriter

class Dying(ParquetWriter):
    def close(self):
        if "domain" in str(self.where) and "part-00002" in str(self.where):
            os.kill(os.getpid(), signal.SIGKILL)  # the table is written, its end is not, and nothing is in place
        super().close()

import pyarrow.parquet
pyarrow.parquet.ParquetWriter = Dying
measure_partitions(sys.argv[1], sys.argv[2], FEW)
"""

PEAK = """
import resource, sys
import pandas as pd
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.scale import job
from netwerkanalyse.scale.measuring import measure_partitions

def nothing(network, families, level, cutoffs):
    return pd.DataFrame({"members": 1.0}, index=network.clients)

job.measure_network = nothing  # what is held of parts is looked at here, not what a measure takes
measure_partitions(sys.argv[1], sys.argv[2], {Level.CLIENT: ("composition",)})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def run(script, *words):
    """Run a script in a process of its own."""
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths, "NUMBA_DISABLE_JIT": "1"}
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_parts_measure_like_the_whole(tmp_path):
    """A table of all parts is the table of the whole caseload, read by pandas as one."""
    whole = simulate(40, seed=1, members=6.0).caseload

    measured = measure_partitions(country(tmp_path / "in"), tmp_path / "out", FEW)

    assert (measured.parts, measured.computed) == (4, 4)
    assert (tmp_path / "out" / COMPLETE).exists()
    for level, families in FEW.items():
        read = pd.read_parquet(measured.tables[level.name.lower()]).set_index(list(level.keys))
        expected = measure(whole, families, level=level)
        for name in expected:
            if expected[name].dtype.kind in "fi":
                pd.testing.assert_series_equal(read[name], expected[name], check_dtype=False, check_index_type=False)
            else:
                words = expected[name].astype(object)
                assert read[name].astype(object).where(read[name].notna(), None).tolist() == (
                    words.where(words.notna(), None).tolist()
                )


@pytest.mark.parametrize("script", [KILLED_BETWEEN, KILLED_WITHIN], ids=["between", "within"])
def test_killed_and_resumed(tmp_path, script):
    """After a kill nothing is torn, finished parts stay as they are, and the end is the same to the byte."""
    source, out = country(tmp_path / "in"), tmp_path / "out"
    measure_partitions(source, tmp_path / "undisturbed", FEW)

    assert run(script, source, out).returncode == -signal.SIGKILL
    there = {path: path.stat().st_mtime_ns for path in out.rglob("part-*.parquet")}
    assert not (out / COMPLETE).exists()
    assert len(there) in {4, 5}
    for path in there:
        pd.read_parquet(path)
    resumed = measure_partitions(source, out, FEW)

    assert resumed.computed == 2
    finished = [path for path in there if path.name in {"part-00000.parquet", "part-00001.parquet"}]
    assert len(finished) == 4
    assert all(path.stat().st_mtime_ns == there[path] for path in finished)
    assert contents(out) == contents(tmp_path / "undisturbed")


def test_only_what_changed_is_computed_again(tmp_path):
    """A finished part counts as long as its files, the families and the cut-offs are the same."""
    source, out = country(tmp_path / "in"), tmp_path / "out"
    measure_partitions(source, out, FEW)

    assert measure_partitions(source, out, FEW).computed == 0
    table = source / "part-00001" / "needs.parquet"
    os.utime(table, ns=(1, 1))
    assert measure_partitions(source, out, FEW).computed == 1
    assert measure_partitions(source, out, FEW, cutoffs=Cutoffs(enough=0.5)).computed == 4


def test_a_damaged_result_is_made_anew(tmp_path):
    """A result that somebody cut short does not count as finished."""
    source, out = country(tmp_path / "in"), tmp_path / "out"
    measure_partitions(source, out, FEW)
    whole = contents(out)
    path = out / "client" / "part-00003.parquet"
    path.write_bytes(path.read_bytes()[:-20])

    assert measure_partitions(source, out, FEW).computed == 1
    assert contents(out) == whole


def test_memory_is_that_of_one_part(tmp_path):
    """Eight parts take about as much memory as two of the same size."""
    eight = country(tmp_path / "eight", parts=8, size=1500, members=20.0)
    two = tmp_path / "two"
    two.mkdir()
    for name in ("part-00000", "part-00001"):
        shutil.copytree(eight / name, two / name)

    peaks = [int(run(PEAK, source, tmp_path / f"out-{source.name}").stdout) for source in (two, eight)]

    assert peaks[1] < 1.15 * peaks[0]


def test_bad_parts_are_told_together(tmp_path):
    """Everything that is wrong in any part is told with its path; the other parts are finished."""
    source, out = country(tmp_path / "in"), tmp_path / "out"
    members = pd.read_parquet(source / "part-00001" / "members.parquet")
    members.loc[2, "member"] = None
    members.to_parquet(source / "part-00001" / "members.parquet")
    (source / "part-00002" / "ties.parquet").write_bytes(b"PAR1 torn")

    with pytest.raises(ValidationError) as refused:
        measure_partitions(source, out, FEW, lang="en")

    said = str(refused.value)
    assert f"{source.absolute()}/part-00001/members.parquet, row 3" in said
    assert f"The part '{source.absolute()}/part-00002' cannot be read" in said
    assert sorted(path.stem for path in (out / "client").iterdir()) == ["part-00000", "part-00003"]
    assert not (out / COMPLETE).exists()


def test_a_client_in_two_parts_is_told(tmp_path):
    """What no part can know by itself is checked when all are finished."""
    source = country(tmp_path / "in", parts=2)
    shutil.copytree(source / "part-00001", source / "part-00002")
    name = read_caseload(source / "part-00001").client_index[0]

    with pytest.raises(ValidationError, match=f"'{name}' stands in more than one part: part-00001, part-00002") as told:
        measure_partitions(source, tmp_path / "out", FEW, lang="en")

    assert len(told.value.problems) == 10


def test_parts_of_two_scales_are_told(tmp_path):
    """Levels in one part and hours in another cannot stand in one table."""
    source = country(tmp_path / "in", parts=2)
    hours = read_caseload(source / "part-00001").tables["clients"].assign(scale="hours")
    hours.to_parquet(source / "part-00001" / "clients.parquet")
    (source / "part-00001" / "supports.parquet").unlink()

    with pytest.raises(ValidationError, match=r"has the scale 'level', another .* 'hours'"):
        measure_partitions(source, tmp_path / "out", FEW, lang="en")


def test_a_folder_of_another_question_is_refused(tmp_path):
    """Files of parts or levels that are not asked about would be read as if they belonged to the answer."""
    source, out = country(tmp_path / "in", parts=2), tmp_path / "out"
    measure_partitions(source, out, FEW)

    with pytest.raises(UnreadableError, match="domain"):
        measure_partitions(source, out, {Level.CLIENT: ("gaps",)})


def test_what_cannot_be_measured_is_refused_at_once(tmp_path):
    """No parts, no such family, no such engine: told before anything is read."""
    source = country(tmp_path / "in", parts=2)

    with pytest.raises(UnreadableError, match="convert"):
        measure_partitions(source / "part-00000", tmp_path / "out", FEW)
    with pytest.raises(UnknownNameError, match="family"):
        measure_partitions(source, tmp_path / "out", {Level.CLIENT: ("no such",)})
    with pytest.raises(UnknownNameError, match="engine"):
        measure_partitions(source, tmp_path / "out", FEW, engine="ray")
    assert not (tmp_path / "out").exists()


def test_a_caseload_cut_in_parts_is_whole(tmp_path):
    """Cutting keeps every client once, in order; parts do not overwrite anything."""
    whole = simulate(7, seed=1, members=4.0).caseload

    paths = write_partitions(in_parts(whole, 3), tmp_path / "parts")

    assert [path.name for path in paths] == ["part-00000", "part-00001", "part-00002"]
    read = [read_caseload(path).client_index for path in paths]
    assert [len(one) for one in read] == [3, 2, 2]
    assert read[0].append(read[1:]).tolist() == whole.client_index.tolist()
    with pytest.raises(UnreadableError, match="part-00000"):
        write_partitions(in_parts(whole, 3), tmp_path / "parts")
    with pytest.raises(UnreadableError, match="part-00000"):
        read_caseload(tmp_path / "parts")
