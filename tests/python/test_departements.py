# SPDX-License-Identifier: LGPL-2.1-or-later
"""The worked example: a scenario for each of the 101 départements, assumed and marked as such."""
import importlib.util
import json
import os
import pathlib

import orienta
import orienta.distributed

EXAMPLES = pathlib.Path(os.environ["ORIENTA_SOURCE"]) / "examples"

spec = importlib.util.spec_from_file_location("departements", EXAMPLES / "departements.py")
departements = importlib.util.module_from_spec(spec)
spec.loader.exec_module(departements)
MODEL = json.loads((EXAMPLES / "scenarios/pas-de-calais.json").read_text())
SHIPPED = json.loads((EXAMPLES / "policies/logement-dabord.json").read_text())


def test_all_of_them():
    """95 of the mainland (20 is 2A and 2B, 96 in all) and 5 beyond the sea."""
    codes = {*(f"{code:02}" for code in range(1, 96) if code != 20), "2A", "2B", "971", "972", "973", "974", "976"}
    assert set(departements.TENS_OF_THOUSANDS) == codes and len(codes) == 101


def test_a_scenario_is_scaled_and_says_so():
    small = departements.scenario_of("48", MODEL)
    by = 8 / 146
    figures = {row.figure: row for row in small.figures}
    assert figures["come_street"].value == round(260 * by) and figures["come_street"].assumed
    assert figures["come_street"].source.startswith("times 0.055 of: ")
    assert figures["social_leaves"].value == 0.08  # a rate does not grow with the département
    homes = {unit["id"]: unit["places"] for unit in small.to_dict()["register"]["units"]}
    assert homes["plai-2-artois"] == round(304 * by) and min(homes.values()) == 1
    assert small.to_dict()["note"].startswith("Assumed: pas-de-calais 2026.1 times 0.055")
    itself = departements.scenario_of("62", MODEL)
    assert list(itself.figures) == list(orienta.Scenario.load(EXAMPLES / "scenarios/pas-de-calais.json").figures)


def test_each_has_its_own(tmp_path):
    (tmp_path / "23.json").write_text(json.dumps({**SHIPPED, "id": "creuse", "version": "7"}))
    codes = ["23", "48"]
    policies = {code: departements.policy_of(code, SHIPPED, tmp_path) for code in codes}
    assert [pol.id for pol in policies.values()] == ["creuse", "logement-dabord-48"]
    scenarios = {code: departements.scenario_of(code, MODEL, 1) for code in codes}
    made = orienta.distributed.simulate(scenarios, policies, replications=2)
    assert [s.scenario.id for s in made.values()] == ["departement-23", "departement-48"]
    assert departements.row_of("48", made["48"]).split()[:2] == ["48", "0.05"]
