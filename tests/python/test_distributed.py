# SPDX-License-Identifier: LGPL-2.1-or-later
"""The same simulation by threads and by a cluster of Dask, of which a worker is lost."""
import os
import pathlib
import pickle
import signal
import threading
import time

import pytest

import orienta
import orienta.distributed

DATA = pathlib.Path(os.environ["ORIENTA_SOURCE"]) / "tests/cases/data"


@pytest.fixture(scope="module")
def village():
    return orienta.Scenario.load(DATA / "village.scenario.json")


@pytest.fixture(scope="module")
def policies():
    pol = orienta.Policy.load(DATA / "village.policy.json")
    return {"as is": pol, "no street": pol.with_points(street=0)}


@pytest.fixture(scope="module")
def client():
    distributed = pytest.importorskip("distributed", reason="Dask is not installed (python3-distributed)")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        with distributed.Client(cluster) as client:
            client.wait_for_workers(2, timeout=60)
            yield client


def test_threads_of_one_machine(village, policies):
    seen = []
    one = orienta.distributed.simulate(village, policies, replications=5, seed=2,
                                       progress=lambda stage, done, total: seen.append((stage, done, total)))
    assert one == orienta.simulate(village, policies, replications=5, seed=2)
    assert seen == [("simulating", 5, 10), ("simulating", 10, 10)]
    with pytest.raises(orienta.CancelledError):
        orienta.distributed.simulate(village, policies, replications=2, progress=lambda *seen: False)


def test_territories(village, policies):
    other = village.with_figures(leaves=0.75)
    made = orienta.distributed.simulate({"a": village, "b": other}, {"a": policies["as is"], "b": policies}, replications=2)
    assert list(made) == ["a", "b"] and made["a"].names == ["village"] and made["b"].names == list(policies)
    assert made["b"] == orienta.simulate(other, policies, replications=2)
    for_all = orienta.distributed.simulate({"a": village, "b": other}, policies, replications=2)
    assert for_all["a"].names == for_all["b"].names == list(policies)
    with pytest.raises(orienta.InvalidError, match="policies: none for b"):
        orienta.distributed.simulate({"a": village, "b": other}, {"a": policies["as is"]}, replications=2)


def test_parts():
    from orienta._options import options_of

    parts = list(orienta.distributed.parts_of(options_of(first=3, replications=7), 3))
    assert [(part.first, part.replications) for part in parts] == [(3, 3), (6, 3), (9, 1)]
    assert pickle.loads(pickle.dumps(parts)) == parts
    with pytest.raises(orienta.InvalidError, match="part: 0"):
        list(orienta.distributed.parts_of(options_of(), 0))


def test_cluster_gives_the_same_bytes(client, village, policies):
    here = orienta.simulate(village, policies, replications=12, seed=2)
    there = orienta.distributed.simulate(village, policies, replications=12, seed=2, client=client)
    for name in policies:
        assert there.to_json(policy=name) == here.to_json(policy=name)
    assert there.compare() == here.compare() and there.events(11) == here.events(11)


def test_a_lost_worker_changes_nothing(client, village, policies):
    """Killed as a machine that goes down, when a few parts are done; its nanny starts another."""
    long = orienta.Scenario.from_dict({**village.to_dict(), "days": 7300})
    lost, seen = [], []

    def watch(stage, done, total):
        seen.append(done)
        if len(seen) == 3:
            worker, pid = next(iter(client.run(os.getpid).items()))
            lost.append(worker)
            os.kill(pid, signal.SIGKILL)

    there = orienta.distributed.simulate(long, policies, replications=40, seed=5, part=2, client=client, progress=watch)
    assert len(lost) == 1 and seen[-1] == 80 and seen == sorted(seen)
    assert there == orienta.simulate(long, policies, replications=40, seed=5)


def test_a_territory_each(client, village, policies):
    scenarios = {"a": village, "b": village.with_figures(leaves=0.75), "c": village.with_figures(accepts=0.9)}
    there = orienta.distributed.simulate(scenarios, policies["as is"], replications=4, client=client, every=7)
    assert there == {key: orienta.simulate(one, policies["as is"], replications=4, every=7)
                     for key, one in scenarios.items()}


def test_faults_come_back(client, village, policies):
    with pytest.raises(orienta.InvalidError, match="day: "):
        orienta.distributed.simulate(village, policies, replications=2, client=client, changes=[("soon", policies["as is"])])
    stopped = threading.Event()

    def stop(stage, done, total):
        stopped.set()
        return False

    begun = time.monotonic()
    with pytest.raises(orienta.CancelledError):
        orienta.distributed.simulate(village, policies, replications=400, part=1, client=client, progress=stop)
    assert stopped.is_set() and time.monotonic() - begun < 60
