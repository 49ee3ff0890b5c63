#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Write an invented territory: households, homes and services, in the format of docs/data.md.

Nobody in it exists. With no argument it writes exactly the folder examples/data/artois. The same arguments
always give the same bytes: every draw comes from random.Random(seed).random(), whose sequence Python promises
to keep, and no other function of `random` is used. Rows are written as they are drawn, so the size is
bounded by the disk; only a short description of each unit stays in memory.

examples/data/README.md says which numbers come from a source and which are assumed.
"""
import argparse
import csv
import datetime
import json
import pathlib
import random
import tempfile
from collections import namedtuple
from types import SimpleNamespace

SHIPPED = pathlib.Path(__file__).resolve().parent / "data" / "artois"

# --- Territories: département, platform, EPCI, communes. Public geography of the Pas-de-Calais. -----------------

DEPARTMENT = "pas_de_calais"

# Platform: its share of the households and units, then its EPCI and some of their communes.
PLATFORMS = {
    "artois": (0.40, {
        "ca_bethune_bruay": ["bethune", "bruay_la_buissiere", "noeux_les_mines", "lillers", "auchel", "isbergues",
                             "beuvry", "barlin", "houdain", "marles_les_mines"]}),
    "lens_henin": (0.20, {
        "ca_lens_lievin": ["lens", "lievin", "avion", "bully_les_mines", "harnes"],
        "ca_henin_carvin": ["henin_beaumont", "carvin", "courrieres", "libercourt"]}),
    "boulonnais": (0.10, {
        "ca_boulonnais": ["boulogne_sur_mer", "outreau", "le_portel"],
        "cc_desvres_samer": ["desvres", "samer"],
        "cc_deux_caps": ["marquise"]}),
    "calaisis": (0.10, {
        "ca_grand_calais": ["calais", "marck", "coulogne"],
        "cc_pays_d_opale": ["guines", "ardres"],
        "cc_audruicq": ["audruicq"]}),
    "audomarois": (0.07, {
        "ca_pays_de_saint_omer": ["saint_omer", "longuenesse", "arques", "aire_sur_la_lys"],
        "cc_pays_de_lumbres": ["lumbres"]}),
    "montreuillois": (0.05, {
        "ca_deux_baies": ["berck", "etaples", "montreuil"],
        "cc_sept_vallees": ["hesdin"]}),
    "sud_arrageois_ternois": (0.08, {
        "cu_arras": ["arras", "achicourt", "dainville"],
        "cc_sud_artois": ["bapaume"],
        "cc_ternois": ["saint_pol_sur_ternoise"]}),
}
PLATFORM_SHARE = {platform: share for platform, (share, _) in PLATFORMS.items()}
COMMUNES = {platform: [(commune, epci) for epci, communes in parts.items() for commune in communes]
            for platform, (_, parts) in PLATFORMS.items()}
WITH_PRIORITY_DISTRICT = {"bethune", "bruay_la_buissiere", "noeux_les_mines", "auchel", "barlin", "lens", "lievin",
                          "avion", "henin_beaumont", "carvin", "boulogne_sur_mer", "outreau", "calais", "saint_omer",
                          "arras", "berck"}

# --- Units: shape by kind ---------------------------------------------------------------------------------------

# count: how many in 150 units. rooms: number of rooms -> weight. rent: € a m² a month, zone `other`.
# fee: € a month where one fee covers everything (logement-foyer), in place of rent and charges.
Kind = namedtuple("Kind", "count rooms rent fee places ages onsite landlord")
FAMILY = {1: 12, 2: 25, 3: 30, 4: 22, 5: 9, 6: 2}
SMALL = {1: 45, 2: 55}
STUDIO = {1: 1}
ONE = {1: 1}
FREE = {0: 15, 1: 40, 2: 25, 3: 12, 4: 8}  # free places of a residence whose other places are taken
ANY_AGE = (None, None)
KINDS = {
    "plai": Kind(36, FAMILY, (5.3, 5.9), None, ONE, ANY_AGE, False, "social"),
    "plus": Kind(34, FAMILY, (6.0, 6.7), None, ONE, ANY_AGE, False, "social"),
    "pls": Kind(8, {2: 30, 3: 45, 4: 25}, (8.6, 9.6), None, ONE, ANY_AGE, False, "social"),
    "plai_a": Kind(8, {1: 20, 2: 30, 3: 25, 4: 15, 5: 10}, (4.7, 5.3), None, ONE, ANY_AGE, False, "social"),
    "pension_de_famille": Kind(8, STUDIO, None, (395, 450), FREE, (18, None), True, "association"),
    "residence_accueil": Kind(4, STUDIO, None, (400, 455), {1: 50, 2: 35, 3: 15}, (18, None), True, "association"),
    "residence_sociale": Kind(8, SMALL, None, (400, 480), FREE, (18, None), True, "association"),
    "fjt": Kind(6, STUDIO, None, (390, 460), {1: 20, 2: 40, 3: 25, 4: 15}, (16, 30), True, "association"),
    "iml_sous_location": Kind(10, {1: 20, 2: 35, 3: 30, 4: 15}, (6.5, 7.6), None, ONE, ANY_AGE, False, "association"),
    "iml_mandat": Kind(8, {2: 35, 3: 40, 4: 25}, (6.5, 7.6), None, ONE, ANY_AGE, False, "association"),
    "bail_glissant": Kind(8, {1: 15, 2: 30, 3: 30, 4: 20, 5: 5}, (5.3, 6.4), None, ONE, ANY_AGE, False, "association"),
    "chez_soi_dabord": Kind(4, SMALL, (6.3, 7.4), None, ONE, (18, None), False, "association"),
    "chez_soi_dabord_jeunes": Kind(2, STUDIO, (6.6, 7.6), None, ONE, (18, 25), False, "association"),
    "chrs_hors_les_murs": Kind(5, SMALL, (6.0, 7.0), None, {0: 40, 1: 60}, (18, None), False, "association"),
    "other": Kind(1, SMALL, None, (480, 540), {2: 1}, (60, None), True, "association"),  # Espace de Vie Adapté
}
SURFACE = {1: (25, 34), 2: (40, 52), 3: (56, 68), 4: (70, 84), 5: (84, 98), 6: (98, 115)}
STUDIO_SURFACE = (18, 26)  # logement-foyer
AID_CEILING = {1: 290, 2: 330, 3: 375, 4: 430, 5: 485, 6: 540}  # rent taken into account by the aid, by rooms
AID_CHARGES, AID_OWN_PART = 60, 40
CONTINGENTS = {"prefect": 25, "prefect_agents": 5, "commune": 20, "action_logement": 25, "region": 5, "landlord": 20}

# What the rest of the generator remembers of a unit.
Brief = namedtuple("Brief", "id kind platform commune rooms surface cost places min_age max_age")

# --- Households: profiles ----------------------------------------------------------------------------------------

# share: weight of the profile. situations, sizes, resources: weights. ages: of the applicant.
# needs: need -> (probability, probability that it is high when present).
Profile = namedtuple("Profile", "share situations sizes ages resources needs kinds pets")
ALONE = {"alone": 1}
FAMILIES = {"lone_parent": 45, "couple_children": 45, "alone": 4, "couple": 6}
SETTLED = {"alone": 30, "couple": 12, "lone_parent": 28, "couple_children": 30}
MIXED = {"rsa": 42, "wage": 25, "unemployment": 15, "aah": 11, "pension": 3, "nothing": 4}
PROFILES = {
    "margins": Profile(10, {"street": 58, "squat_camp": 24, "emergency_shelter": 18}, {"alone": 93, "couple": 7},
                       (23, 62), {"rsa": 66, "nothing": 14, "aah": 16, "wage": 4},
                       {"addiction": (.62, .6), "street_margins": (.7, .6), "psychic": (.35, .5), "health": (.4, .4),
                        "budget": (.2, .3)}, ["chez_soi_dabord", "plai", "plai_a"], .28),
    "sheltered": Profile(16, {"emergency_shelter": 34, "insertion_shelter": 34, "hotel": 12, "third_party": 20},
                         {"alone": 88, "couple": 12}, (25, 60), MIXED,
                         {"budget": (.3, .2), "work": (.35, .2), "addiction": (.2, .4), "psychic": (.14, .4),
                          "health": (.2, .3), "physical_disability": (.04, .3)},
                         ["plai", "plus", "bail_glissant"], .08),
    "young": Profile(14, {"third_party": 40, "street": 14, "emergency_shelter": 14, "hotel": 6, "institution": 16,
                          "squat_camp": 6, "transitional": 4}, {"alone": 90, "couple": 6, "lone_parent": 4}, (18, 25),
                     {"nothing": 30, "youth": 34, "wage": 26, "unemployment": 10},
                     {"work": (.5, .3), "budget": (.35, .2), "psychic": (.1, .5), "addiction": (.14, .4)},
                     ["fjt", "chez_soi_dabord_jeunes", "plai"], .10),
    "isolated": Profile(8, {"insertion_shelter": 25, "emergency_shelter": 20, "third_party": 15, "institution": 15,
                            "street": 10, "unfit": 15}, {"alone": 96, "couple": 4}, (46, 72),
                        {"aah": 55, "rsa": 28, "pension": 17},
                        {"psychic": (.5, .45), "addiction": (.35, .4), "health": (.4, .4), "autonomy_loss": (.25, .3),
                         "physical_disability": (.12, .4), "budget": (.25, .3), "street_margins": (.15, .3)},
                        ["pension_de_famille", "residence_accueil", "other"], .18),
    "care": Profile(4, {"institution": 75, "emergency_shelter": 15, "street": 10}, ALONE, (21, 58),
                    {"aah": 60, "rsa": 32, "nothing": 8},
                    {"psychic": (.9, .7), "addiction": (.45, .5), "health": (.35, .4)},
                    ["residence_accueil", "chez_soi_dabord"], .08),
    "violence": Profile(9, {"emergency_shelter": 30, "third_party": 32, "hotel": 16, "tenant": 14,
                            "insertion_shelter": 8},
                        {"alone": 34, "lone_parent": 66}, (20, 55),
                        {"rsa": 46, "wage": 30, "unemployment": 14, "aah": 6, "nothing": 4},
                        {"violence": (1, .5), "parenting": (.3, .3), "budget": (.2, .2), "psychic": (.1, .3)},
                        ["plai", "plus", "plai_a"], .09),
    "family_shelter": Profile(9, {"emergency_shelter": 30, "insertion_shelter": 22, "hotel": 22, "third_party": 26},
                              FAMILIES, (21, 52), MIXED,
                              {"parenting": (.5, .35), "budget": (.35, .25), "work": (.3, .2), "health": (.1, .3)},
                              ["plai", "plus", "bail_glissant", "iml_sous_location"], .05),
    "crowded": Profile(9, {"overcrowded": 100}, {"lone_parent": 30, "couple_children": 70}, (25, 52), MIXED,
                       {"parenting": (.15, .2), "budget": (.15, .2)}, ["plai", "plus"], .10),
    "unfit": Profile(5, {"unfit": 100}, SETTLED, (24, 70), MIXED,
                     {"health": (.25, .3), "budget": (.2, .2), "physical_disability": (.08, .4)},
                     ["plai", "plus", "plai_a"], .15),
    "eviction": Profile(8, {"eviction": 100}, SETTLED, (24, 66), MIXED,
                        {"eviction": (.95, .45), "budget": (.6, .4), "parenting": (.12, .3), "addiction": (.1, .3)},
                        ["plai", "plai_a", "bail_glissant"], .13),
    "unsuited": Profile(4, {"tenant": 85, "other": 15}, {"alone": 60, "couple": 30, "couple_children": 10}, (45, 86),
                        {"pension": 55, "aah": 35, "wage": 10},
                        {"physical_disability": (.65, .5), "autonomy_loss": (.5, .4), "health": (.4, .3)},
                        ["plai", "plus", "other"], .15),
    "moving_on": Profile(4.5, {"transitional": 100}, ALONE, (26, 64),
                         {"rsa": 40, "aah": 30, "wage": 22, "unemployment": 8},
                         {"budget": (.35, .15), "addiction": (.2, .2), "psychic": (.2, .3), "work": (.2, .1)},
                         ["plai", "plus", "iml_mandat"], .10),
}
PROFILE_SHARE = {name: profile.share for name, profile in PROFILES.items()}
WITHOUT_HOME = {"street", "squat_camp", "third_party"}
HOSTED = {"emergency_shelter", "insertion_shelter", "hotel", "transitional"}
HOUSED = {"eviction", "unfit", "overcrowded", "tenant"}
OCCUPIED = {"pension_de_famille": 40, "residence_sociale": 30, "chrs_hors_les_murs": 30}
SITUATION_IN = {"pension_de_famille": "other", "residence_sociale": "transitional",
                "chrs_hors_les_murs": "insertion_shelter"}

# € a month. RSA, AAH and family allowances: scales of 1 April 2025. The others: assumed.
RSA_ALONE, RSA_SECOND, RSA_CHILD, RSA_FURTHER = 646.52, 323.26, 193.96, 258.61
AAH = 1033.32
ALLOWANCES = {0: 0, 1: 0, 2: 151.04, 3: 344.55}
ALLOWANCE_FURTHER = 193.52
FULL_TIME_WAGE = 1426

# --- Services ----------------------------------------------------------------------------------------------------

# needs, highest level, slots by dimension for 600 households, platforms (None: one service for each platform).
COAST = ["boulonnais", "calaisis", "audomarois", "montreuillois"]
INLAND = ["artois", "lens_henin", "sud_arrageois_ternois"]
Service = namedtuple("Service", "needs level slots platforms")
SERVICES = [
    Service(["addiction", "psychic", "street_margins", "health", "budget", "parenting"], "high",
            {"files": 100, "hours": 480}, None),
    Service(["budget", "eviction", "parenting", "work"], "low", {"files": 130}, None),
    Service(["budget", "eviction", "work"], "high", {"files": 24}, INLAND),
    Service(["budget", "eviction", "work"], "high", {"files": 18}, COAST),
    Service(["addiction", "health"], "high", {"files": 18, "hours": 60}, INLAND),
    Service(["addiction", "health"], "high", {"files": 12, "hours": 45}, COAST),
    Service(["psychic", "addiction", "street_margins"], "high", {"files": 15, "visits": 90}, INLAND),
    Service(["psychic", "addiction"], "high", {"files": 10, "visits": 60}, COAST),
    Service(["ase_leaver", "work", "budget"], "high", {"files": 25, "hours": 120}, [DEPARTMENT]),
    Service(["violence", "parenting"], "high", {"files": 20}, INLAND),
    Service(["violence", "parenting"], "high", {"files": 14}, COAST),
    Service(["autonomy_loss", "physical_disability", "health"], "high", {"files": 16}, [DEPARTMENT]),
    Service(["street_margins", "addiction"], "low", {"files": 10}, ["artois", "lens_henin"]),  # peer support
]

COLUMNS = {
    "register": ["as_of"],
    "territories": ["id", "parent"],
    "households": ("id request_date referral_date last_contact referrer territory situation adults children "
                   "births_expected income_year income_month rent_now rooms_now surface_now needs support_accepted "
                   "priority wants_territories avoids_territories wants_kinds refuses_kinds access pets occupies "
                   "verified").split(),
    "persons": ["household_id", "birth_date", "role", "disability", "custody", "situation"],
    "units": ("id kind territory rooms surface rent charges housing_aid places access pets available_from lease "
              "contingent landlord qpv onsite_support min_age max_age").split(),
    "services": ["id", "territories", "needs", "max_level", "slots"],
    "outcomes": ["household_id", "unit_id", "kind", "value"],
    "offers": ["household_id", "unit_id", "date", "outcome", "reason"],
}


class Dice:
    """Draws for one part of the territory, so that changing one part leaves the others as they are."""

    def __init__(self, seed, part):
        self.random = random.Random(f"{seed}/{part}").random

    def chance(self, probability):
        return self.random() < probability

    def whole(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def decimal(self, low, high, places=2):
        return round(low + self.random() * (high - low), places)

    def pick(self, values):
        return values[int(self.random() * len(values))]

    def weighted(self, weights):
        left = self.random() * sum(weights.values())
        for value, weight in weights.items():
            left -= weight
            if left < 0:
                break
        return value

    def shuffled(self, values):
        return [value for _, value in sorted((self.random(), value) for value in values)]


def euro(amount):
    """Euros and cents; whole euros without decimals."""
    cents = round(amount * 100)
    return cents // 100 if cents % 100 == 0 else cents / 100


# --- Where rows go -----------------------------------------------------------------------------------------------

class CsvFolder:
    """One CSV file for each table: RFC 4180 (comma, quotes where needed, CRLF), UTF-8."""

    def __init__(self, folder):
        self.files = {table: open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") for table in COLUMNS}
        self.writers = {table: csv.writer(file) for table, file in self.files.items()}
        for table, columns in COLUMNS.items():
            self.writers[table].writerow(columns)

    def write(self, table, row):
        self.writers[table].writerow([csv_cell(row.get(column)) for column in COLUMNS[table]])

    def write_household(self, household, persons):
        self.write("households", household)
        for person in persons:
            self.write("persons", {"household_id": household["id"], **person})

    def close(self):
        for file in self.files.values():
            file.close()


def csv_cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(value)
    return value


class JsonDocument:
    """One JSON document, register.json. Each list waits in a temporary file until the end."""

    TABLES = ["territories", "households", "units", "services", "outcomes", "offers"]

    def __init__(self, folder):
        self.path = folder / "register.json"
        self.lists = {table: tempfile.TemporaryFile("w+", encoding="utf-8") for table in self.TABLES}
        self.as_of = None

    def write(self, table, row):
        if table == "register":
            self.as_of = row["as_of"]
            return
        known = {name: value for name, value in row.items() if value is not None and value != []}
        file = self.lists[table]
        file.write(("  " if file.tell() == 0 else ",\n  ") + json.dumps(known, default=str))

    def write_household(self, household, persons):
        known = [{name: value for name, value in person.items() if value is not None} for person in persons]
        self.write("households", {**household, "persons": known})

    def close(self):
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(f'{{"orienta": 1, "as_of": "{self.as_of}"')
            for table, file in self.lists.items():
                out.write(f',\n "{table}": [\n')
                file.seek(0)
                while piece := file.read(1 << 20):
                    out.write(piece)
                out.write("]")
                file.close()
            out.write("}\n")


# --- territories and services ------------------------------------------------------------------------------------

def write_territories(out):
    out.write("territories", {"id": DEPARTMENT})
    for platform, (_, parts) in PLATFORMS.items():
        out.write("territories", {"id": platform, "parent": DEPARTMENT})
        for epci, communes in parts.items():
            out.write("territories", {"id": epci, "parent": platform})
            for commune in communes:
                out.write("territories", {"id": commune, "parent": epci})


def write_services(out, n_households):
    number = 0
    for service in SERVICES:
        for platforms, share in service_areas(service):
            number += 1
            slots = {name: max(2, round(count * share * n_households / 600)) for name, count in service.slots.items()}
            out.write("services", {"id": f"S{number:02}", "territories": platforms, "needs": service.needs,
                                   "max_level": service.level,
                                   "slots": slots["files"] if len(slots) == 1 else
                                   [f"{name}:{number}" for name, number in slots.items()]})


def service_areas(service):
    """Where a service works, and its share of the slots."""
    if service.platforms:
        return [(service.platforms, 1)]
    return [([platform], share) for platform, share in PLATFORM_SHARE.items()]


# --- units -------------------------------------------------------------------------------------------------------

def write_units(out, n, seed, as_of):
    """Write the units; return a brief of each, by platform."""
    dice = Dice(seed, "units")
    mix = dice.shuffled([kind for kind, shape in KINDS.items() for _ in range(shape.count)])
    width = max(3, len(str(n)))
    briefs = {platform: [] for platform in PLATFORMS}
    for i in range(n):
        platform = dice.weighted(PLATFORM_SHARE)
        unit = make_unit(dice, f"U{i + 1:0{width}}", mix[i % len(mix)], platform, as_of)
        briefs[platform].append(brief_of(unit, platform))
        out.write("units", unit)
    return briefs


def make_unit(dice, unit_id, kind, platform, as_of):
    shape = KINDS[kind]
    commune, _ = dice.pick(COMMUNES[platform])
    rooms = dice.weighted(shape.rooms)
    rent, charges, surface, aid = unit_costs(dice, shape, rooms)
    social = shape.landlord == "social"
    return {
        "id": unit_id, "kind": kind, "territory": commune, "rooms": rooms,
        "surface": None if dice.chance(.03) else surface,
        "rent": rent, "charges": charges, "housing_aid": aid,
        "places": dice.weighted(shape.places),
        "access": dice.weighted({"none": 66, "step_free": 26, "wheelchair": 8}),
        "pets": None if dice.chance(.04) else dice.chance(.45 if shape.fee else .9),
        "available_from": None if dice.chance(.03) else as_of + datetime.timedelta(dice.whole(-45, 120)),
        "lease": unit_lease(dice, kind),
        "contingent": dice.weighted(CONTINGENTS) if social else "siao" if dice.chance(.8) else None,
        "landlord": f"L{dice.whole(1, 8):02}" if social else f"A{dice.whole(1, 9):02}",
        "qpv": social and commune in WITH_PRIORITY_DISTRICT and dice.chance(.4),
        "onsite_support": shape.onsite, "min_age": shape.ages[0], "max_age": shape.ages[1],
    }


def unit_costs(dice, shape, rooms):
    """Rent, charges, surface, estimated housing aid."""
    if shape.fee:
        surface = dice.whole(*STUDIO_SURFACE) + 12 * (rooms - 1)
        fee = dice.whole(*shape.fee) + 60 * (rooms - 1)
        return fee, 0, surface, round(fee * dice.decimal(.6, .75))
    surface = dice.whole(*SURFACE[rooms])
    rent = euro(surface * dice.decimal(*shape.rent))
    charges = euro(surface * dice.decimal(.9, 1.7))
    aid = max(0, min(rent, AID_CEILING[rooms]) + AID_CHARGES - AID_OWN_PART)
    return rent, charges, surface, round(aid * dice.decimal(.85, 1))


def unit_lease(dice, kind):
    """Only where the kind does not say it: docs/data.md gives the other kinds their default."""
    if kind == "other":
        return "durable"
    return "time_limited" if kind == "chrs_hors_les_murs" and dice.chance(.6) else None


def brief_of(unit, platform):
    return Brief(unit["id"], unit["kind"], platform, unit["territory"], unit["rooms"], unit["surface"],
                 max(0, euro(unit["rent"] + unit["charges"] - unit["housing_aid"])),
                 unit["places"], unit["min_age"] or 0, unit["max_age"] or 120)


# --- households --------------------------------------------------------------------------------------------------

def write_households(out, n, seed, as_of, briefs):
    """Write the households with their persons, offers and outcomes."""
    dice = Dice(seed, "households")
    after = Dice(seed, "history")
    occupied = occupied_places(briefs)
    width = max(4, len(str(n)))
    for i in range(n):
        case = make_case(dice, as_of, occupied)
        household = {"id": f"H{i + 1:0{width}}", **make_household(dice, case, as_of)}
        out.write_household(household, make_persons(dice, case, as_of, household))
        write_offers(out, after, case, household, as_of, briefs)
        write_outcomes(out, after, case, household, briefs)


def occupied_places(briefs):
    """The units whose residents may be ready to move: any residence, and the CHRS dwellings that are taken."""
    places = {kind: [] for kind in OCCUPIED}
    for units in briefs.values():
        for unit in units:
            if unit.kind in places and (unit.kind != "chrs_hors_les_murs" or unit.places == 0):
                places[unit.kind].append(unit)
    return places


def make_case(dice, as_of, occupied):
    """What the cells of one household have in common, so that they agree with each other."""
    case = SimpleNamespace()
    case.name = dice.weighted(PROFILE_SHARE)
    case.profile = PROFILES[case.name]
    case.platform = dice.weighted(PLATFORM_SHARE)
    case.commune, case.epci = dice.pick(COMMUNES[case.platform])
    case.situation = dice.weighted(case.profile.situations)
    case.occupies = take_place(dice, occupied) if case.name == "moving_on" else None
    if case.occupies:
        case.platform, case.commune = case.occupies.platform, case.occupies.commune
        case.epci = dict(COMMUNES[case.platform])[case.commune]
        case.situation = SITUATION_IN[case.occupies.kind]
    case.age = make_age(dice, case)
    case.adults, case.children, case.custody, case.relative = make_size(dice, case)
    case.resource = make_resource(dice, case)
    case.needs = make_needs(dice, case)
    case.disabled = case.resource == "aah" or "physical_disability" in case.needs
    plain = case.custody == "full" and not case.relative and not case.disabled
    case.counted = plain and dice.chance(.03)  # referred with a head count only: no ages
    case.waiting = 8 + int(2600 * dice.random() ** 3)  # days; mean about 660
    case.request = as_of - datetime.timedelta(case.waiting)
    return case


def take_place(dice, occupied):
    kind = dice.weighted(OCCUPIED)
    if not occupied[kind]:
        return None
    unit = dice.pick(occupied[kind])
    if kind == "chrs_hors_les_murs":  # one dwelling, one household
        occupied[kind].remove(unit)
    return unit


def make_age(dice, case):
    low, high = case.profile.ages
    if case.occupies and case.occupies.kind == "pension_de_famille":
        low = 45
    return dice.whole(low, high)


def make_size(dice, case):
    """Adults and children who live there, custody of the children, and whether another relative lives there."""
    shape = dice.weighted(case.profile.sizes)
    if case.age > 60 and shape in ("lone_parent", "couple_children"):
        shape = "alone" if shape == "lone_parent" else "couple"
    adults = 2 if shape.startswith("couple") else 1
    children = 0
    if shape in ("lone_parent", "couple_children"):
        most = max(1, min(5, (case.age - 17) // 3))
        children = min(most, dice.weighted({1: 38, 2: 33, 3: 18, 4: 8, 5: 3}))
        if case.situation == "overcrowded":
            children = min(most, children + 1)
    custody = "full"
    if shape == "lone_parent" and case.name != "violence":
        custody = dice.weighted({"full": 84, "alternating": 16})
    if shape == "alone" and 25 <= case.age <= 55 and dice.chance(.11):
        custody, children = "visiting", dice.whole(1, 2)
    crowded = case.situation == "overcrowded"
    relative = dice.chance(.15 if crowded else .06 if shape == "couple_children" else 0)
    return adults, children, custody, relative


def living_children(case):
    return 0 if case.custody == "visiting" else case.children


def make_resource(dice, case):
    resource = dice.weighted(case.profile.resources)
    if resource == "rsa" and case.age < 25 and not living_children(case):
        return "youth"  # the RSA starts at 25, but for parents
    if resource == "pension" and case.age < 62:
        return "aah" if dice.chance(.4) else "rsa"
    if resource in ("rsa", "unemployment") and case.age > 64:
        return "pension"
    return resource


def make_needs(dice, case):
    """need -> level; a need that is absent is none."""
    needs = {}
    for need, (probability, high) in case.profile.needs.items():
        if need == "parenting" and case.children == 0:
            continue
        if dice.chance(probability):
            needs[need] = need_level(dice, high)
    if 18 <= case.age <= 25 and case.situation in WITHOUT_HOME | HOSTED | {"institution"}:
        if dice.chance(.75 if case.situation == "institution" else .36):
            needs["ase_leaver"] = need_level(dice, .3)
    if "psychic" not in needs and dice.chance(.03):
        needs["psychic"] = "unknown"
    return needs


def need_level(dice, high):
    if dice.chance(.06):
        return "unknown"
    if dice.chance(high):
        return "high"
    return "dormant" if dice.chance(.1) else "low"


def make_household(dice, case, as_of):
    month, year = make_incomes(dice, case)
    wants, avoids = make_territory_wishes(dice, case)
    wants_kinds, refuses_kinds = make_kind_wishes(dice, case)
    referral, contact = make_dates(dice, case, as_of)
    priority = make_priority(dice, case)
    rent, rooms, surface = make_present_home(dice, case, month)
    return {
        "request_date": case.request, "referral_date": referral, "last_contact": contact,
        "referrer": None if dice.chance(.05) else make_referrer(dice, case),
        "territory": make_territory(dice, case), "situation": case.situation,
        "adults": case.adults if case.counted else None, "children": case.children if case.counted else None,
        "births_expected": make_births(dice, case),
        "income_year": None if dice.chance(.05) else year,
        "income_month": None if dice.chance(.03) else month,
        "rent_now": rent, "rooms_now": rooms, "surface_now": surface,
        "needs": [need if level == "low" and dice.chance(.5) else f"{need}:{level}"
                  for need, level in case.needs.items()],
        "support_accepted": make_support(dice, case), "priority": priority,
        "wants_territories": wants, "avoids_territories": avoids,
        "wants_kinds": wants_kinds, "refuses_kinds": refuses_kinds,
        "access": make_access(dice, case), "pets": dice.chance(case.profile.pets) or None,
        "occupies": case.occupies.id if case.occupies else None,
        "verified": make_verified(dice, priority),
    }


def make_incomes(dice, case):
    """Income of the month, and yearly reference tax income (RFR). Benefits are not taxed, so the RFR of a household on
    RSA or AAH is often 0, or what it earned two years ago; that of a worker is 90 % of twelve months of pay."""
    children = living_children(case)
    adults = case.adults
    allowance = ALLOWANCES[min(children, 3)] + max(0, children - 3) * ALLOWANCE_FURTHER
    taxed, untaxed = 0, 0
    if case.resource == "rsa":
        untaxed = rsa_scale(adults, children)
    elif case.resource == "aah":
        untaxed = AAH + allowance
        taxed = 300 if adults == 2 and dice.chance(.4) else 0
    elif case.resource == "youth":
        untaxed = dice.whole(320, 560)
    elif case.resource == "wage":
        taxed, untaxed = round(FULL_TIME_WAGE * dice.decimal(.5, 1.15)), allowance + dice.whole(0, 220)
    elif case.resource == "unemployment":
        taxed, untaxed = dice.whole(650, 1250), allowance
    elif case.resource == "pension":
        taxed = dice.whole(760, 1300)
    if adults == 2 and case.resource in ("wage", "unemployment", "pension"):
        taxed += dice.weighted({0: 45, 450: 25, 900: 20, 1426: 10})
    year = round(.9 * 12 * taxed * dice.decimal(.85, 1.1))
    if taxed == 0 and dice.chance(.3):
        year = dice.whole(900, 8500)
    return euro(taxed + untaxed), year


def rsa_scale(adults, children):
    members = min(adults - 1 + children, 3)
    amount = RSA_ALONE
    if members >= 1:
        amount += RSA_SECOND
    if members >= 2:
        amount += RSA_CHILD
    if members >= 3:
        amount += RSA_CHILD if adults == 2 else RSA_FURTHER
    return amount + max(0, adults - 1 + children - 3) * RSA_FURTHER


def make_present_home(dice, case, month):
    """What they pay, and the rooms and surface they have, where they have any."""
    if case.occupies:
        return case.occupies.cost, case.occupies.rooms, case.occupies.surface
    if case.situation in ("street", "squat_camp", "emergency_shelter", "hotel"):
        return 0, None, None
    if case.situation == "insertion_shelter":
        return euro(month * .15), None, None
    if case.situation not in HOUSED:
        return (dice.whole(0, 120) if dice.chance(.4) else None), None, None
    people = case.adults + living_children(case) + int(case.relative)
    rooms = max(1, min(people + dice.whole(-1, 1), 6))
    if case.situation == "overcrowded":
        rooms = max(1, people // 2 - dice.whole(0, 1))
    surface = dice.whole(*SURFACE[min(rooms, 6)]) - (8 if case.situation in ("overcrowded", "unfit") else 0)
    rent = dice.whole(120, 260) + 55 * rooms
    if case.situation == "eviction":
        rent += dice.whole(80, 260)
    return (None if dice.chance(.05) else rent, None if dice.chance(.08) else rooms,
            None if dice.chance(.15) else surface)


def make_dates(dice, case, as_of):
    referral_age = int(case.waiting * (.25 + .75 * dice.random()))
    contact_age = min(referral_age, int(120 * dice.random() ** 2))
    if referral_age > 760 and dice.chance(.12):
        contact_age = dice.whole(735, referral_age)  # past the two years of retention
    referral = None if dice.chance(.06) else as_of - datetime.timedelta(referral_age)
    contact = None if dice.chance(.04) else as_of - datetime.timedelta(contact_age)
    return referral, contact


def make_referrer(dice, case):
    return f"R{list(PLATFORMS).index(case.platform) + 1}{dice.whole(1, 5)}"


def make_territory(dice, case):
    if case.occupies:
        return case.commune
    place = dice.random()
    if place < .02:
        return None
    return case.commune if place < .84 else case.epci if place < .92 else case.platform


def make_births(dice, case):
    if not 18 <= case.age <= 42 or case.name in ("margins", "care", "isolated", "moving_on"):
        return None
    if dice.chance(.05 if case.adults == 1 and case.children == 0 else .08):
        return 2 if dice.chance(.04) else 1
    return None


def make_support(dice, case):
    if dice.chance(.08):
        return None
    if "high" in case.needs.values():
        return dice.weighted({"none": 18, "low": 30, "high": 52})
    if case.needs:
        return dice.weighted({"none": 17, "low": 65, "high": 18})
    return dice.weighted({"none": 60, "low": 38, "high": 2})


def make_priority(dice, case):
    """DALO, and the categories a) to m) of CCH L.441-1 that the situation calls for, where someone ticked them."""
    codes = [f"l441-1:{letter}" for letter, likely in priority_grounds(case).items() if dice.chance(likely)]
    dalo_ground = case.situation not in ("tenant", "other") or case.disabled
    if dalo_ground and case.waiting > 180 and dice.chance(.11):
        codes.insert(0, "dalo")
    return codes


def priority_grounds(case):
    """letter -> probability that it is recorded."""
    home, needs = case.situation, case.needs
    badly_housed = home in ("unfit", "overcrowded")
    grounds = {
        "a": .85 if case.disabled or "autonomy_loss" in needs else 0,
        "b": .4 if home == "institution" and needs.get("health") == "high" else 0,
        "c": .35 if badly_housed or "high" in needs.values() else .03,
        "d": .85 if home in HOSTED or home == "institution" else 0,
        "e": .3 if case.resource == "wage" and (badly_housed or home in HOSTED) else 0,
        "f": .8 if home == "unfit" else 0,
        "g": .8 if "violence" in needs else 0,
        "g-bis": .06 if "violence" in needs else 0,
        "h": .03 if case.name == "violence" else 0,
        "i": .02 if case.name in ("violence", "margins") else 0,
        "j": .85 if badly_housed and living_children(case) else 0,
        "k": .88 if home in WITHOUT_HOME else 0,
        "l": .85 if home == "eviction" else 0,
        "m": .85 if "ase_leaver" in needs and case.age <= 24 else 0,
    }
    return {letter: likely for letter, likely in grounds.items() if likely}


def make_territory_wishes(dice, case):
    """Wanted and avoided territories. Avoiding is for safety; nobody wants a place inside one that they avoid."""
    avoids = []
    others = {platform: share for platform, share in PLATFORM_SHARE.items() if platform != case.platform}
    elsewhere = dice.weighted(others)
    if "violence" in case.needs and dice.chance(.75):
        avoids = [dice.weighted({case.commune: 55, case.epci: 35, case.platform: 10})]
    elif case.name in ("margins", "young") and dice.chance(.05):
        avoids = [case.commune]
    if dice.chance(.35):
        return [], avoids
    if avoids:
        return [elsewhere], avoids
    wants = [dice.weighted({case.commune: 40, case.epci: 30, case.platform: 30})]
    if dice.chance(.3):
        wants.append(dice.pick(COMMUNES[case.platform])[0])
    if dice.chance(.12):
        wants.append(elsewhere)
    return list(dict.fromkeys(wants)), avoids


def make_kind_wishes(dice, case):
    wants = []
    if dice.chance(.45):
        wants = case.profile.kinds[:dice.whole(1, len(case.profile.kinds))]
    refuses = []
    if dice.chance(.1):
        shared = ["residence_sociale", "fjt"] if case.age < 30 else ["residence_sociale", "pension_de_famille"]
        refuses = [kind for kind in shared if kind not in wants]
    return wants, refuses


def make_access(dice, case):
    if "physical_disability" in case.needs:
        return dice.weighted({None: 20, "step_free": 48, "wheelchair": 32})
    if "autonomy_loss" in case.needs or case.age >= 70:
        return dice.weighted({None: 40, "step_free": 55, "wheelchair": 5})
    return "step_free" if dice.chance(.02) else None


def make_verified(dice, priority):
    if dice.chance(.08):
        return ["all"]
    checked = ["seniority"] if dice.chance(.3) else []
    return ["dalo"] * ("dalo" in priority and dice.chance(.7)) + checked


# --- persons -----------------------------------------------------------------------------------------------------

def make_persons(dice, case, as_of, household):
    if case.counted:
        return []
    persons = [{"birth_date": birth_date(dice, as_of, case.age), "role": "applicant",
                "disability": case.disabled or None}]
    if case.adults == 2:
        age = max(18, case.age + dice.whole(-7, 7))
        persons.append({"birth_date": birth_date(dice, as_of, age), "role": "partner",
                        "disability": dice.chance(.05) or None, "situation": elsewhere_now(dice, case)})
    if case.relative:
        age = dice.pick([dice.whole(18, 30), dice.whole(60, 82)])
        persons.append({"birth_date": birth_date(dice, as_of, age), "role": "other",
                        "disability": dice.chance(.12) or None})
    oldest = max(0, min(20 if dice.chance(.1) else 17, case.age - 18))
    for age in sorted((dice.whole(0, oldest) for _ in range(case.children)), reverse=True):
        custody = case.custody if age < 18 and case.custody != "full" else None
        if case.custody == "visiting":
            age, custody = min(age, 17), "visiting"
        persons.append({"birth_date": birth_date(dice, as_of, age), "role": "child",
                        "disability": dice.chance(.03) or None, "custody": custody,
                        "situation": elsewhere_now(dice, case)})
    return persons


def birth_date(dice, as_of, age):
    """A birth date that gives this age in complete years on as_of; now and then unknown."""
    day = as_of - datetime.timedelta(int(age * 365.25) + 3 + dice.whole(0, 355))
    return None if dice.chance(.03) else day


def elsewhere_now(dice, case):
    """The situation of someone who is to be housed with the household but lives elsewhere for now."""
    return "third_party" if case.situation in HOSTED and dice.chance(.06) else None


# --- offers and outcomes -----------------------------------------------------------------------------------------

def write_offers(out, dice, case, household, as_of, briefs):
    """What was proposed before, one household in six."""
    if case.waiting < 40 or not dice.chance(.17):
        return
    number = dice.weighted({1: 72, 2: 22, 3: 6})
    for date in sorted(case.request + datetime.timedelta(dice.whole(15, case.waiting)) for _ in range(number)):
        unit = plausible_unit(dice, case, briefs)
        if unit is None:
            continue
        outcome = dice.weighted({"refused_by_household": 45, "refused_by_structure": 27, "expired": 22, "accepted": 6})
        if outcome == "accepted":
            date = as_of - datetime.timedelta(dice.whole(0, 14))  # admission under way
        out.write("offers", {"household_id": household["id"], "unit_id": unit.id, "date": date, "outcome": outcome,
                             "reason": offer_reason(dice, case, household, outcome)})
        if outcome == "accepted":
            return


def plausible_unit(dice, case, briefs):
    """A unit of the platform that could have been proposed to them, or None after a few tries."""
    units = briefs[case.platform]
    people = case.adults + living_children(case)
    for _ in range(12 if units else 0):
        unit = dice.pick(units)
        fits = people - 1 <= unit.rooms <= people + 1 and unit.min_age <= case.age <= unit.max_age
        if fits and unit != case.occupies:
            return unit
    return None


def offer_reason(dice, case, household, outcome):
    if outcome == "refused_by_structure":
        return dice.weighted({"rent": 35, "size": 25, "health": 15, "neighbourhood": 5, "other": 20})
    if outcome != "refused_by_household":
        return None
    return dice.weighted({"area": 30, "kind": 18, "size": 12, "rent": 12, "neighbourhood": 10, "other": 6,
                          "animal": 25 if household["pets"] else 0, "safety": 40 if "violence" in case.needs else 0,
                          "access": 40 if household["access"] else 0, "health": 8 if "health" in case.needs else 0})


def write_outcomes(out, dice, case, household, briefs):
    """A professional's opinion between 0 and 1, on a kind or on one unit, for one household in eight."""
    if not dice.chance(.12):
        return
    row = {"household_id": household["id"], "value": round(.3 + .65 * max(dice.random(), dice.random()), 2)}
    unit = plausible_unit(dice, case, briefs) if dice.chance(.5) else None
    if unit:
        row["unit_id"] = unit.id
    else:
        row["kind"] = dice.pick(case.profile.kinds)
    out.write("outcomes", row)


# --- the whole ---------------------------------------------------------------------------------------------------

def generate(arguments):
    arguments.output.mkdir(parents=True, exist_ok=True)
    out = CsvFolder(arguments.output) if arguments.format == "csv" else JsonDocument(arguments.output)
    out.write("register", {"as_of": arguments.as_of})
    write_territories(out)
    write_services(out, arguments.households)
    briefs = write_units(out, arguments.units, arguments.seed, arguments.as_of)
    write_households(out, arguments.households, arguments.seed, arguments.as_of, briefs)
    out.close()


def count(text):
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def parse_arguments():
    parser = argparse.ArgumentParser(description="Write an invented territory in the format of docs/data.md.",
                                     epilog="With no argument: exactly the folder examples/data/artois.",
                                     formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--households", type=count, default=600, metavar="N", help="how many households")
    parser.add_argument("--units", type=count, default=150, metavar="N",
                        help="how many units (a unit may have several places)")
    parser.add_argument("--seed", type=int, default=62, metavar="S", help="same seed, same bytes")
    parser.add_argument("--as-of", type=datetime.date.fromisoformat, default="2026-11-20", metavar="DATE",
                        help="the day the register describes, YYYY-MM-DD")
    parser.add_argument("--output", type=pathlib.Path, default=SHIPPED, metavar="DIR",
                        help="folder to write, made if missing")
    parser.add_argument("--format", choices=["csv", "json"], default="csv",
                        help="a folder of CSV files, or one register.json in the folder")
    return parser.parse_args()


if __name__ == "__main__":
    generate(parse_arguments())
