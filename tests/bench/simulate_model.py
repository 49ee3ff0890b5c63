#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model that bench simulate measures, as a scenario and a policy of the library: FOLDER HOMES YEARS.

One département: two hundred lists (20 territories, 10 sizes), homes / 200 to each; 0.7 requests a year for each home; a
home is kept 2,190 days on average and made ready in 5; a request is kept 550 days; a free home is offered at once to the
first of its list, who has the most of 100 points and has asked first; the answer takes 7 days, 3 of 10 refuse. Six kinds
of event: asked, given up, left, free, offered, answered."""
import json
import pathlib
import sys

TERRITORIES, SIZES = 20, 10
DAYS_A_YEAR = 365.25


def scenario(homes, years):
    territories = [f"t{i:02}" for i in range(TERRITORIES)]
    units = [{"id": f"{territory}-{size:02}", "kind": "plai", "territory": territory, "rooms": size,
              "places": homes // (TERRITORIES * SIZES)} for territory in territories for size in range(1, SIZES + 1)]
    household = {"territory": {"one_of": {territory: 1 / TERRITORIES for territory in territories}},
                 "wants_territories": {"as": "territory"}, "adults": 1,
                 "children": {"one_of": {str(i): 1 / SIZES for i in range(SIZES)}},
                 "rent_now": {"one_of": {str(i): 1 / 100 for i in range(100)}}}
    return {"orienta_scenario": 1, "id": "departement", "version": "1", "title": {"en": "A département"},
            "start": "2026-01-01", "days": round(years * DAYS_A_YEAR),
            "register": {"orienta": 1, "territories": [{"id": territory} for territory in territories], "units": units,
                         "households": []},
            "stock": [{"stay_days": {"exponential": 2190}, "occupied": 1, "ready_days": 5}],
            "arrivals": [{"id": "asks", "per_year": 0.7 * homes, "household": household}],
            "patience": [{"days": {"exponential": 550}}],
            "answers": [{"by": "household", "accepts": 0.7, "days": 7}],
            "commissions": [{"from": "2026-01-01", "every_days": 0, "mechanism": "sequential"}]}


def policy():
    return {"orienta": 1, "id": "lists", "version": "1",
            "rules": [{"id": "size", "require": {"pair.rooms_gap": 0}, "source": "bench"},
                      {"id": "place", "require": {"pair.in_territories": True}, "source": "bench"}],
            "criteria": [{"id": "points", "attribute": "household.rent_now", "per": 1, "points": 1, "source": "bench"}],
            "order": ["points desc", "household.request_date asc"]}


def write(folder, homes, years):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / f"{homes}-{years}.scenario.json", folder / "lists.policy.json"
    for path, document in zip(paths, (scenario(homes, years), policy())):
        path.write_text(json.dumps(document), encoding="utf-8")
    return paths


if __name__ == "__main__":
    print(*write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
