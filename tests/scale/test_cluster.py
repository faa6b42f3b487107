"""Parts on Dask: the same files as in one process, also when a worker dies, and never over an open line."""

import subprocess
import sys

import pytest

from countries import FEW, contents, country
from netwerkanalyse.errors import UnreadableError, ValidationError
from netwerkanalyse.scale.measuring import measure_partitions

distributed = pytest.importorskip("distributed")

# Dask leaves warnings and sockets of processes that were killed on purpose; they say nothing about ours.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def cluster():
    """Two worker processes on this machine, without the compiler."""
    with distributed.LocalCluster(
        2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        env={"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": ":".join(path for path in sys.path if path)},
    ) as made:
        yield made


def test_the_same_files_as_in_one_process_also_when_a_worker_is_killed(cluster, tmp_path):
    """Eight parts on two processes, one killed in the middle: every file is the same to the byte."""
    source = country(tmp_path / "in", parts=8)
    measure_partitions(source, tmp_path / "one", FEW)
    killed = []

    def kill_one(done, _total):
        if done == 2:
            worker = next(iter(cluster.workers.values()))
            killed.append(worker.pid)
            worker.process.process._process.kill()

    measured = measure_partitions(
        source, tmp_path / "two", FEW, engine="dask", scheduler=cluster.scheduler_address, progress=kill_one
    )

    assert killed
    assert (measured.parts, measured.computed) == (8, 8)
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    again = measure_partitions(source, tmp_path / "two", FEW, engine="dask", scheduler=cluster.scheduler_address)
    assert again.computed == 0

    (source / "part-00003" / "ties.parquet").write_bytes(b"PAR1 torn")
    with pytest.raises(ValidationError, match="part-00003"):
        measure_partitions(source, tmp_path / "two", FEW, engine="dask", scheduler=cluster.scheduler_address)


@pytest.mark.parametrize("address", ["tcp://10.1.2.3:8786", "10.1.2.3:8786", "tls://10.1.2.3:8786", "tcp://cluster:1"])
def test_an_open_line_is_refused(tmp_path, address):
    """Beyond this machine both sides show a certificate; an address with tls:// but no certificates is no such line."""
    source = country(tmp_path / "in", parts=1)

    with pytest.raises(UnreadableError, match="open line"):
        measure_partitions(source, tmp_path / "out", FEW, engine="dask", scheduler=address, lang="en")


def test_tls_on_both_sides(tmp_path):
    """With certificates the work is done; a scheduler with TLS lets nobody in who shows none."""
    pytest.importorskip("cryptography")
    import dask
    from distributed.security import Security

    temporary = Security.temporary()
    names = {"ca-file": "tls_ca_file", "key": "tls_client_key", "cert": "tls_client_cert"}
    own = {name: getattr(temporary, field) for name, field in names.items()}
    source = country(tmp_path / "in", parts=1)
    with (
        distributed.LocalCluster(
            1, processes=False, host="tls://127.0.0.1", protocol="tls", security=temporary, dashboard_address=None
        ) as made,
        dask.config.set(
            {
                "distributed.comm.tls.ca-file": own["ca-file"],
                "distributed.comm.tls.client.key": own["key"],
                "distributed.comm.tls.client.cert": own["cert"],
            }
        ),
    ):
        measured = measure_partitions(source, tmp_path / "out", FEW, engine="dask", scheduler=made.scheduler_address)
        assert made.scheduler_address.startswith("tls://")
        assert measured.computed == 1
        nothing = {"distributed.comm.tls.client.cert": None, "distributed.comm.timeouts.connect": "2s"}
        with dask.config.set(nothing), pytest.raises((OSError, TypeError)):
            measure_partitions(source, tmp_path / "no", FEW, engine="dask", scheduler=made.scheduler_address)


def test_dask_is_not_loaded_without_being_asked():
    """One process needs no cluster library."""
    script = "import sys; import netwerkanalyse.scale.measuring; print({'dask', 'distributed'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
