# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the program must withstand. Each broken input gives an exit code above 0, a message that names the file and the
line, nothing on standard output, and never a crash. With a sanitizer's build the same tests find more:

    ORIENTA_COMMISSION=build-asan/examples/orienta-commission /usr/bin/python3 tests/oracle/test_hostile.py
"""
import json
import os
import pathlib
import random
import re
import shutil
import stat
import subprocess
import tempfile
import unittest

import harness

DATA = harness.SOURCE / "examples/data/artois"
POLICY = harness.SOURCE / "examples/policies/logement-dabord.json"
MUTATIONS = int(os.environ.get("ORIENTA_MUTATIONS", 300))

HOUSEHOLDS = "id,request_date,adults,income_month,territory,needs\nH1,2026-01-01,1,900,t1,health\nH2,2026-02-01,2,,,\n"
UNITS = "id,kind,territory,rent\nU1,plai,t1,300\nU2,fjt,t2,\n"
TERRITORIES = "id,parent\nt1,\nt2,t1\n"
FILES = {"register.csv": "as_of\n2026-11-22\n", "households.csv": HOUSEHOLDS, "units.csv": UNITS,
         "territories.csv": TERRITORIES, "services.csv": "id,territories,needs,slots\nS1,t1,health,2\n",
         "persons.csv": "household_id,birth_date,role\nH1,1990-01-01,applicant\n",
         "offers.csv": "household_id,unit_id,date,outcome,reason\nH1,U2,2026-03-01,refused_by_household,area\n",
         "outcomes.csv": "household_id,unit_id,kind,value\nH1,U1,,0.5\n"}
SMALL = {"orienta": 1, "id": "small", "version": "1"}
REGISTER = {"orienta": 1, "as_of": "2026-11-22",
            "households": [{"id": "H1", "request_date": "2026-01-01", "adults": 1}],
            "units": [{"id": "U1", "kind": "plai", "territory": "t"}]}
HUGE = "x" * 10_000_000
CODES = "|".join(f"c{number}" for number in range(63))


def with_cell(name, column, value, line=2):
    """The file of that name with one cell changed; `line` counts from 1, the header included."""
    rows = [row.split(",") for row in FILES[name].rstrip("\n").split("\n")]
    if column not in rows[0]:
        rows = [row + [column if number == 0 else ""] for number, row in enumerate(rows)]
    rows[line - 1][rows[0].index(column)] = value
    return "".join(",".join(row) + "\n" for row in rows)


# Name of the case: (the file, its bytes or text, what the message must say). None as content: there is no such file.
BROKEN_DATA = {
    "empty file": ("households.csv", "", r"households\.csv: "),
    "only a byte-order mark": ("units.csv", b"\xef\xbb\xbf", r"units\.csv: "),
    "only blank lines": ("households.csv", "\n\n\r\n", r"households\.csv: "),
    "no such file": ("units.csv", None, r"units\.csv: "),
    "missing column": ("units.csv", UNITS.replace("kind", "rooms"), r'units\.csv:1: .*"kind"'),
    "unknown column": ("units.csv", UNITS.replace("rent", "rents"), r'units\.csv:1: .*"rents".*"rent"'),
    "column twice": ("units.csv", UNITS.replace("rent", "kind"), r"units\.csv:1: "),
    "id twice": ("households.csv", HOUSEHOLDS.replace("H2", "H1"), r'households\.csv:3: .*"H1"'),
    "id twice, far apart": ("territories.csv", TERRITORIES + "t1,\n", r'territories\.csv:4: .*"t1"'),
    "no id": ("households.csv", HOUSEHOLDS.replace("H2", ""), r"households\.csv:3: "),
    "id too long": ("households.csv", HOUSEHOLDS.replace("H2", "H" * 65), r"households\.csv:3: "),
    "id with a blank": ("households.csv", HOUSEHOLDS.replace("H2", "H 2"), r"households\.csv:3: "),
    "circle of territories": ("territories.csv", TERRITORIES.replace("t1,\n", "t1,t2\n"), r"territories\.csv:[23]: "),
    "own parent": ("territories.csv", TERRITORIES.replace("t1,\n", "t1,t1\n"), r'territories\.csv:2: .*"t1"'),
    "no day": ("register.csv", "as_of\nyesterday\n", r'register\.csv:2: .*"yesterday"'),
    "two days": ("register.csv", "as_of\n2026-01-01\n2026-01-02\n", r"register\.csv:3: "),
    "two applicants": ("persons.csv", FILES["persons.csv"] + "H1,,applicant\n", r"households\.csv:2: "),
    "ages the wrong way": ("units.csv", UNITS.replace("rent", "rent,min_age,max_age").replace("300", "300,30,18")
                           .replace("t2,", "t2,,,"), r"units\.csv:2: "),
    "NUL byte": ("households.csv", HOUSEHOLDS.replace("900", "9\x000"), r"households\.csv:2: .*NUL"),
    "NUL bytes only": ("units.csv", b"\0" * 4096, r"units\.csv"),
    "UTF-16": ("households.csv", HOUSEHOLDS.encode("utf-16"), r"households\.csv: .*UTF-16"),
    "UTF-16 without mark": ("households.csv", HOUSEHOLDS.encode("utf-16-le"), r"households\.csv"),
    "UTF-32": ("households.csv", HOUSEHOLDS.encode("utf-32"), r"households\.csv"),
    "a byte of no encoding": ("units.csv", UNITS.encode().replace(b"300", b"\x81"), r"units\.csv:2: "),
    "cut UTF-8 after a mark": ("units.csv", UNITS.encode("utf-8-sig").replace(b"300", b"\xe2\x82"), r"units\.csv:2: "),
    "PNG": ("units.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", r"units\.csv"),
    "zip": ("households.csv", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", r"households\.csv"),
    "HTML": ("households.csv", "<!DOCTYPE html>\n<html><body>503</body></html>\n", r"households\.csv:1: "),
    "open quote": ("households.csv", HOUSEHOLDS.replace("900", '"900'), r"households\.csv:2: "),
    "open quote, long": ("households.csv", HOUSEHOLDS.replace("900", '"' + HUGE), r"households\.csv:2: "),
    "cell of 10 million": ("households.csv", HOUSEHOLDS.replace("health", HUGE), r"households\.csv:2: "),
    "quoted cell of 10 million": ("units.csv", UNITS.replace("300", f'"{HUGE}"'), r"units\.csv:2: "),
    "header of 10 million": ("units.csv", UNITS.replace("rent", HUGE), r"units\.csv:1: "),
    "list of a million": ("households.csv", HOUSEHOLDS.replace("health", "work|" * 1_000_000), r"households\.csv:2: "),
    "a million columns": ("units.csv", "," * 1_000_000 + "\n", r"units\.csv:1: "),
    "a line of a million cells": ("units.csv", UNITS + "," * 1_000_000 + "\n", r"units\.csv:4: "),
    "ragged": ("units.csv", UNITS + "U3,plai\n", r"units\.csv:4: "),
    "directory for a file": ("units.csv", "directory", r"units\.csv"),
    "63 codes": ("households.csv", with_cell("households.csv", "priority", CODES), r"households\.csv:2: ")}
# The same of one cell: (the file, the column, the value, the line).
BROKEN_CELLS = {
    "dangling territory": ("units.csv", "territory", "t9", 2),
    "dangling wish": ("households.csv", "wants_territories", "t1|t9", 2),
    "dangling home": ("households.csv", "occupies", "U9", 3),
    "dangling person": ("persons.csv", "household_id", "H9", 2),
    "dangling offer": ("offers.csv", "unit_id", "U9", 2),
    "dangling outcome": ("outcomes.csv", "household_id", "H9", 2),
    "dangling service": ("services.csv", "territories", "t9", 2),
    "29 February": ("households.csv", "request_date", "2025-02-29", 2),
    "31 April": ("offers.csv", "date", "31/04/2026", 2),
    "month 13": ("persons.csv", "birth_date", "1990-13-01", 2),
    "year 0": ("units.csv", "available_from", "0000-01-01", 2),
    "year 99999": ("units.csv", "available_from", "99999-01-01", 2),
    "tomorrow's request": ("households.csv", "request_date", "2026-11-23", 2),
    "tomorrow's birth": ("persons.csv", "birth_date", "2026-11-23", 2),
    "a word of no list": ("units.csv", "kind", "castle", 2),
    "a need of no list": ("households.csv", "needs", "health|love", 2),
    "counts that disagree": ("households.csv", "adults", "2", 2),
    "nobody": ("households.csv", "adults", "0", 3),
    "too many": ("households.csv", "adults", "31", 3)}
NUMBERS = ["-1", "NaN", "nan", "inf", "-inf", "Infinity", "1e3", "0x10", "1 000", "1\u00a0000", "12.345", "10000000.01",
           "9" * 400, "0." + "0" * 400 + "1", "--1", "+-1", ".", "1.2.3", "\u0663", "\uff11", "1'000", "\u22121", "1_0",
           "=1+1"]
BROKEN_CELLS.update({f"rent {number[:12]!r}": ("units.csv", "rent", number, 2) for number in NUMBERS})

CRITERION = {"id": "a", "source": "s", "points": 1}
BANDS = {"id": "a", "source": "s", "attribute": "household.age"}
TABLE = {"id": "t", "by": ["household.age"]}
RULE = {"id": "r", "source": "s"}
BROKEN_POLICY = {
    "empty file": ("", ":1:1: "),
    "not JSON": ("orienta: 1\n", ":1:1: "),
    "cut short": (json.dumps(SMALL)[:-4], ":1:"),
    "two documents": (json.dumps(SMALL) * 2, ":1:"),
    "an array": ("[]", ":1:1: "),
    "NUL byte": (json.dumps(SMALL).replace("small", "sm\0all"), ":1:"),
    "escaped NUL": (json.dumps(SMALL).replace("small", "sm\\u0000all"), ":1:"),
    "lone surrogate": (json.dumps(SMALL).replace("small", "sm\\ud800all"), ":1:"),
    "bytes of no encoding": (json.dumps(SMALL).encode().replace(b"small", b"\xff\xfe"), ":1:"),
    "UTF-16": (json.dumps(SMALL).encode("utf-16"), ""),
    "trailing comma": ('{"orienta": 1, "id": "x", "version": "1",}', ":1:"),
    "comment": ('{"orienta": 1, /* id */ "id": "x", "version": "1"}', ":1:"),
    "member twice": ('{"orienta": 1,\n "id": "x", "id": "y", "version": "1"}', ':2:.*"id"'),
    "NaN": ('{"orienta": 1, "id": "x", "version": "1",\n "total": {"max": NaN}}', ":2:"),
    "1e999": ('{"orienta": 1, "id": "x", "version": "1",\n "total": {"max": 1e999}}', ":2:"),
    "1e-400": ('{"orienta": 1, "id": "x", "version": "1",\n "total": {"max": 1e-400}}', ":2:"),
    "beyond 64 bits": ('{"orienta": 1, "id": "x", "version": "1",\n "total": {"max": 18446744073709551616}}', ":2:"),
    "deep": ('{"orienta": 1, "rules": ' + "[" * 200_000, ":1:"),
    "deep and closed": ('{"orienta": 1, "rules": ' + "[" * 100_000 + "]" * 100_000 + "}", ":1:"),
    "text of 10 million": ({**SMALL, "id": HUGE}, "larger than"),
    "text of a million": ({**SMALL, "id": HUGE[:1_000_000]}, r"\$\.id"),
    "other format": ({**SMALL, "orienta": 2}, r"\$\.orienta"),
    "unknown member": ({**SMALL, "criterias": []}, '"criterias"'),
    "unknown attribute": ({**SMALL, "rules": [{**RULE, "require": {"household.aeg": 3}}]}, 'aeg".*"household.age"'),
    "unknown word": ({**SMALL, "rules": [{**RULE, "require": {"unit.kind": "castle"}}]}, '"castle"'),
    "unknown operator": ({**SMALL, "rules": [{**RULE, "require": {"household.age": {"=>": 3}}}]}, '"=>"'),
    "unknown table": ({**SMALL, "rules": [{**RULE, "require": {"household.age": {"ge": {"table": "t"}}}}]}, '"t"'),
    "unknown criterion": ({**SMALL, "criteria": [{**CRITERION, "when": {"criterion.b": True}}]}, '"b"'),
    "unknown group member": ({**SMALL, "criteria": [CRITERION], "groups": [{"id": "g", "of": ["a", "z"]}]}, '"z"'),
    "unknown order": ({**SMALL, "order": ["points asc"]}, r"\$\.order"),
    "circle of criteria": ({**SMALL, "criteria": [{**CRITERION, "id": name, "when": {f"criterion.{other}": True}}
                                                  for name, other in ("ab", "bc", "ca")]}, "cycle"),
    "circle of one": ({**SMALL, "criteria": [{**CRITERION, "when": {"criterion.a": False}}]}, "cycle"),
    "circle by a group": ({**SMALL, "criteria": [CRITERION], "groups": [
        {"id": "g", "of": ["a"], "applies": {"criterion.a": True}}]}, "cycle"),
    "attribute before it is declared": ({**SMALL, "attributes": [
        {"name": "a", "of": "household", "when": {"household.b": True}},
        {"name": "b", "of": "household", "when": {"household.a": True}}]}, r"household\.b"),
    "id twice": ({**SMALL, "criteria": [CRITERION, CRITERION]}, '"a"'),
    "points out of range": ({**SMALL, "criteria": [{**CRITERION, "points": 10 ** 10}]}, "10000000000"),
    "points too fine": ({**SMALL, "criteria": [{**CRITERION, "points": 0.0001}]}, "0.0001"),
    "per 0": ({**SMALL, "criteria": [{**CRITERION, "attribute": "household.age", "per": 0}]}, "per"),
    "per below 0": ({**SMALL, "criteria": [{**CRITERION, "attribute": "household.age", "per": -1}]}, "per"),
    "bands that fall": ({**SMALL, "criteria": [{**BANDS, "bands": [[2, 1], [1, 2]]}]}, "bands"),
    "empty bands": ({**SMALL, "criteria": [{**BANDS, "bands": []}]}, "bands"),
    "bounds crossed": ({**SMALL, "total": {"min": 2, "max": 1}}, "total"),
    "period crossed": ({**SMALL, "valid": {"from": "2026-02-01", "to": "2026-01-01"}}, "valid"),
    "impossible date": ({**SMALL, "valid": {"from": "2026-02-30"}}, "2026-02-30"),
    "a table of nothing": ({**SMALL, "tables": [{**TABLE, "values": []}]}, r"\$\.tables\[0\]"),
    "a table by nothing": ({**SMALL, "tables": [{**TABLE, "by": [], "values": [1]}]}, r"\$\.tables\[0\]"),
    "a table by three": ({**SMALL, "tables": [{**TABLE, "by": TABLE["by"] * 3, "values": [1]}]}, r"\$\.tables\[0\]"),
    "words without end": ({**SMALL, "attributes": [
        {"name": "a", "of": "household", "type": "words", "words": CODES.split("|")}]}, "62"),
    "share above 1": ({**SMALL, "strata": [{"id": "s", "when": {}, "share": 1.1}]}, "share"),
    "directory": (None, "folder")}
BROKEN_REGISTER = {
    "empty": ("", ":1:1: "), "null": ("null", ":1:1: "), "an array": ("[]", ":1:1: "),
    "no households": ({**REGISTER, "households": None}, "households"),
    "a list of null": ({**REGISTER, "households": [None]}, ":1:.*null"),
    "id of a number": ({**REGISTER, "units": [{"id": 1, "kind": "plai", "territory": "t"}]}, "id"),
    "deep": ('{"orienta": 1, "households": ' + '[{"persons": ' * 50_000, ":1:"),
    "member twice": ('{"orienta": 1, "orienta": 1}', '"orienta"'),
    "huge number": (json.dumps(REGISTER).replace('"adults": 1', '"adults": 1' + "0" * 400), ":1:"),
    "text of 10 million": (json.dumps(REGISTER).replace("H1", HUGE), ":1:"),
    "lone surrogate": (json.dumps(REGISTER).replace("H1", "\\udc00"), ":1:"),
    "bytes of no encoding": (json.dumps(REGISTER).encode().replace(b"H1", b"\xc3"), ":1:")}


class Hostile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.policy = harness.write_policy(self.folder / "small.json", SMALL)

    def write(self, path, content):
        if content is None:
            path.mkdir()
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    def data(self, name, changes=None):
        folder = self.folder / name
        folder.mkdir()
        for file, content in {**FILES, **(changes or {})}.items():
            if content == "directory":
                (folder / file).mkdir()
            elif content is not None:
                self.write(folder / file, content)
        return folder

    def refused(self, pattern, data, policy, *arguments):
        message = harness.refusal(data, policy, *arguments)
        self.assertRegex(message, pattern)
        self.assertLess(len(message), 40_000)
        self.assertTrue(all(len(line) < 1000 for line in message.split("\n")), message[:2000])
        self.assertNotRegex(message, r"[\x00-\x08\x0b-\x1f]")

    def test_sound(self):
        """The files that the cases break are sound themselves."""
        for data in (self.data("sound"), self.write(self.folder / "register.json", REGISTER)):
            result = harness.run(data, self.policy, "--format", "json")
            self.assertEqual((result.returncode, result.stderr), (0, b""))

    def test_broken_data(self):
        for number, (case, (file, content, pattern)) in enumerate(BROKEN_DATA.items()):
            with self.subTest(case=case):
                self.refused(pattern, self.data(str(number), {file: content}), self.policy)
                shutil.rmtree(self.folder / str(number))

    def test_broken_cells(self):
        for number, (case, (file, column, value, line)) in enumerate(BROKEN_CELLS.items()):
            with self.subTest(case=case):
                data = self.data(str(number), {file: with_cell(file, column, value, line)})
                self.refused(rf"{re.escape(file)}:{line}: ({column}|household) ", data, self.policy)

    def test_broken_policy(self):
        data = self.data("sound")
        for number, (case, (content, pattern)) in enumerate(BROKEN_POLICY.items()):
            with self.subTest(case=case):
                (self.folder / str(number)).mkdir()
                path = self.write(self.folder / str(number) / "policy.json", content)
                self.refused(r"policy\.json.*" + pattern, data, path)

    def test_broken_register(self):
        for number, (case, (content, pattern)) in enumerate(BROKEN_REGISTER.items()):
            with self.subTest(case=case):
                (self.folder / str(number)).mkdir()
                path = self.write(self.folder / str(number) / "register.json", content)
                self.refused(r"register\.json.*" + pattern, path, self.policy)

    def test_paths(self):
        data = self.data("sound")
        empty = self.folder / "empty"
        empty.mkdir()
        for case, paths in {"no data": (self.folder / "none", self.policy), "no policy": (data, self.folder / "none"),
                            "empty folder": (empty, self.policy), "policy is a folder": (data, empty),
                            "data is a CSV file": (data / "units.csv", self.policy), "data is empty": ("", self.policy),
                            "data is /dev/null": ("/dev/null", self.policy), "policy is /dev/null": (data, "/dev/null"),
                            "data is the policy": (self.policy, self.policy),
                            "policy is data": (data, data / "units.csv"),
                            "a path of 5000": (self.folder / ("x" * 5000), self.policy),
                            "not UTF-8": (os.fsencode(self.folder) + b"/\xff\xfe", self.policy)}.items():
            with self.subTest(case=case):
                command = [harness.PROGRAM, os.fsencode(paths[0]), os.fsencode(paths[1])]
                result = subprocess.run(command, capture_output=True, env=harness.ENVIRONMENT, timeout=60)
                self.assertIn(result.returncode, (1, 2), result.stderr)
                self.assertEqual(result.stdout, b"")
                self.assertGreater(len(result.stderr), 20)

    def test_what_cannot_be_read(self):
        if os.geteuid() == 0:
            self.skipTest("root reads everything")
        data = self.data("sound")
        (data / "units.csv").chmod(0)
        self.refused(r"units\.csv", data, self.policy)

    def test_what_cannot_be_written(self):
        data = self.data("sound")
        for form in ("text", "json", "csv", "html"):
            with self.subTest(form=form), open("/dev/full", "w") as full:
                result = subprocess.run([harness.PROGRAM, data, self.policy, "--format", form], stdout=full,
                                        stderr=subprocess.PIPE, env=harness.ENVIRONMENT, timeout=60)
                self.assertEqual(result.returncode, 4, result.stderr)
                self.assertIn(b"standard output", result.stderr)
        for path in (self.folder / "none" / "out.html", self.folder, "/proc/version"):
            with self.subTest(path=path):
                message = harness.refusal(data, self.policy, "--output", path)
                self.assertIn(str(path), message)
        self.assertEqual([path for path in self.folder.iterdir() if "out" in path.name], [])
        closed = subprocess.run(f'exec "{harness.PROGRAM}" "{data}" "{self.policy}" >&-', shell=True, timeout=60,
                                stderr=subprocess.PIPE, env=harness.ENVIRONMENT)
        self.assertEqual(closed.returncode, 4, closed.stderr)

    def test_what_is_no_file_is_not_replaced(self):
        data, pipe = self.data("sound"), self.folder / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self.assertEqual(harness.run(data, self.policy, "--output", pipe, "--format", "csv").returncode, 0)
        self.assertTrue(os.read(reader, 1000).startswith(b"unit,rank,"))
        os.close(reader)
        self.assertTrue(pipe.is_fifo())
        if os.geteuid() == 0:  # root could replace a device: one of its own, as /dev/full
            full = self.folder / "full"
            try:
                os.mknod(full, stat.S_IFCHR | 0o666, os.makedev(1, 7))
                full.open("wb").close()
            except PermissionError:
                self.skipTest("a container that allows no devices")
            self.assertIn("full: ", harness.refusal(data, self.policy, "--output", full))
            self.assertTrue(full.is_char_device())

    def test_large_and_odd_but_sound(self):
        """Odd and allowed: old line ends, blanks, quotes, a very long list of needs, a day far away."""
        odd = {"units.csv": UNITS.replace("\n", "\r\n"), "territories.csv": TERRITORIES.replace("\n", "\r"),
               "households.csv": "\ufeff" + HOUSEHOLDS.replace("900", ' "900,50" ').replace("H1,", '"H1",')}
        result = harness.run(self.data("odd", odd), self.policy, "--as-of", "2199-12-31")
        self.assertEqual((result.returncode, result.stderr), (0, b""))

    def test_mutations(self):
        """Bytes changed at random in the example data and policies: an answer or a message, never a signal."""
        rng = random.Random(2026)
        data = self.folder / "data"
        shutil.copytree(DATA, data)
        policies = sorted((harness.SOURCE / "examples/policies").glob("*.json"))
        answered = 0
        for number in range(MUTATIONS):
            policy = rng.choice(policies)
            victim = rng.choice(sorted(data.glob("*.csv")) + [policy, policy])
            raw = mutate(rng, victim.read_bytes())
            mutated = self.folder / "policy.json" if victim == policy else victim
            before = victim.read_bytes()
            mutated.write_bytes(raw)
            with self.subTest(number=number, victim=victim.name):
                result = harness.run(data, mutated if victim == policy else policy, "--unit", "U012", "--format", "csv",
                                     "--top", 3)
                self.assertIn(result.returncode, (0, 1, 3), result.stderr[-3000:])
                if result.returncode == 1:
                    self.assertEqual(result.stdout, b"")
                    self.assertRegex(result.stderr.decode(), r"^orienta-commission: [\w-]+\.(csv|json)(:\d+)*: .")
                answered += result.returncode == 0
            if victim != policy:
                victim.write_bytes(before)
        self.assertTrue(0 < answered < MUTATIONS or MUTATIONS < 50)


def mutate(rng, raw):
    """One to eight small changes: a byte, a bit, a piece cut, doubled or moved, a telling text put in."""
    raw = bytearray(raw)
    telling = [b"\0", b"\xff", b'"', b"\n", b",", b";", b"{", b"]", b"-", b"1e9", b"99999999999", b"null", b"\\u0000",
               b"\xef\xbb\xbf"]
    for _ in range(rng.choice([1, 1, 2, 8])):
        at = rng.randrange(len(raw) + 1)
        end = min(len(raw), at + rng.choice([1, 2, 10, 300]))
        way = rng.randrange(7)
        if way == 0 and at < len(raw):
            raw[at] = rng.randrange(256)
        elif way == 1 and at < len(raw):
            raw[at] ^= 1 << rng.randrange(8)
        elif way == 2:
            del raw[at:end]
        elif way == 3:
            raw[at:at] = raw[at:end]
        elif way == 4:
            raw[at:at] = rng.choice(telling)
        elif way == 5:
            piece = raw[at:end]
            del raw[at:end]
            to = rng.randrange(len(raw) + 1)
            raw[to:to] = piece
        elif re.search(rb"\d", raw[at:]):
            place = at + re.search(rb"\d", raw[at:]).start()
            raw[place:place + 1] = b"%d" % rng.choice([0, 9, 2 ** 31, 2 ** 63, 10 ** 12])
    return bytes(raw)


if __name__ == "__main__":
    unittest.main()
