# SPDX-License-Identifier: LGPL-2.1-or-later
"""What ask.py and simulate.py share: the case is read, each question is put, its answer printed as ask.c does."""
import hashlib
import json
import sys

import orienta


def failure(error):
    return f"error {error.code}: {error}\n"


def answer(ask, asked):
    try:
        text = ask(asked)
    except orienta.Error as error:
        return failure(error)
    if asked.get("digest"):
        data = text.encode()
        return f"{hashlib.sha256(data).hexdigest()}, {len(data)} bytes\n"
    return text if text.endswith("\n") else text + "\n"


def run(load, asks):
    """load(case) gives what every question is about; asks has a function ask_… for each."""
    with open(sys.argv[1], encoding="utf-8") as file:
        case = json.load(file)
    out = sys.stdout.buffer
    try:
        about = load(case)
    except orienta.Error as error:
        out.write(failure(error).encode())
        return
    for number, asked in enumerate(case["questions"], 1):
        ask = asks["ask_" + asked["ask"].replace("-", "_")]
        out.write(f"== {number} {asked['ask']}\n{answer(lambda asked: ask(*about, asked), asked)}".encode())
