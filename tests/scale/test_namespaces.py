"""Workers on machines of their own, as far as the network goes: TLS on both sides, and one pulled out in the middle."""

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack

import pytest

from countries import FEW, contents, country
from netwerkanalyse.errors import UnreadableError
from netwerkanalyse.scale.measuring import measure_partitions

distributed = pytest.importorskip("distributed")
pytest.importorskip("cryptography")

# Dask warns about sockets of a worker that was killed on purpose.
pytestmark = pytest.mark.filterwarnings("ignore")


def ip(*words):
    """Change the network; the test is skipped where that is not allowed."""
    if shutil.which("ip") is None:
        pytest.skip("no program ip")
    ran = subprocess.run(["ip", *words], capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.skip(f"no network namespaces here: {ran.stderr.strip()}")


@pytest.fixture
def namespaces():
    """Two network namespaces, each joined to this one by a cable."""
    with ExitStack() as made:
        names = []
        for number in (1, 2):
            name, here, there = f"na{os.getpid()}-{number}", f"nah{os.getpid() % 10000}-{number}", "eth0"
            ip("netns", "add", name)
            made.callback(subprocess.run, ["ip", "netns", "del", name], check=False)
            ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name)
            ip("addr", "add", f"10.213.{number}.1/24", "dev", here)
            ip("link", "set", here, "up")
            for words in (["addr", "add", f"10.213.{number}.2/24", "dev", there], ["link", "set", there, "up"]):
                ip("-n", name, *words)
            ip("-n", name, "route", "add", "default", "via", f"10.213.{number}.1")
            names.append(name)
        yield names


@pytest.fixture
def certificates(tmp_path):
    """The files of a certificate that both sides trust, as Dask's configuration names them."""
    made = distributed.Security.temporary()
    parts = {"ca-file": made.tls_ca_file, "cert": made.tls_client_cert, "key": made.tls_client_key}
    for name, text in parts.items():
        (tmp_path / f"{name}.pem").write_text(text, encoding="ascii")
    return {name: str(tmp_path / f"{name}.pem") for name in parts}


def test_two_machines_and_one_that_is_pulled_out(namespaces, certificates, tmp_path):
    """The files are those of one process; without certificates nothing is sent."""
    import dask

    source, address = country(tmp_path / "in", parts=8), "tls://10.213.1.1:0"
    measure_partitions(source, tmp_path / "one", FEW)
    ca, cert, key = (certificates[name] for name in ("ca-file", "cert", "key"))
    sides = {
        f"distributed.comm.tls.{side}.{name}": certificates[name]
        for side in ("scheduler", "worker", "client")
        for name in ("cert", "key")
    }
    worker = ["-m", "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    tls = ["--tls-ca-file", ca, "--tls-cert", cert, "--tls-key", key]
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with ExitStack() as opened:
        opened.enter_context(dask.config.set({"distributed.comm.tls.ca-file": ca, **sides}))
        cluster = distributed.LocalCluster(
            0, processes=False, host=address, security=distributed.Security(), dashboard_address=None
        )
        there = opened.enter_context(cluster).scheduler_address
        workers = []
        for name in namespaces:
            command = ["ip", "netns", "exec", name, sys.executable, *worker, *tls, there]
            workers.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
            opened.callback(workers[-1].wait)
            opened.callback(workers[-1].kill)
        with distributed.Client(there, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)

        def pull_out(done, _total):
            if done == 2:
                workers[0].kill()

        measured = measure_partitions(source, tmp_path / "two", FEW, engine="dask", scheduler=there, progress=pull_out)

    assert measured.computed == 8
    assert workers[0].returncode == -9
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    with pytest.raises(UnreadableError):
        measure_partitions(source, tmp_path / "three", FEW, engine="dask", scheduler=there)
