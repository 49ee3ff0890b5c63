# SPDX-License-Identifier: LGPL-2.1-or-later
"""Puts the questions of a case to the Python package and prints its answers, to the byte those of ask.c: ask.py CASE.json"""
import orienta
import questions


def pair(asked):
    return {"household": asked["household"], "unit": asked.get("unit")}


def level(asked):
    return asked.get("level", "declared")


def audience(asked):
    return asked.get("audience", "person")


def words(asked):
    return {"lang": asked.get("language", "fr"), "audience": audience(asked)}


def written(report, asked):
    form = asked.get("as", "text")
    return getattr(report, f"to_{form}")(**(words(asked) if form in ("text", "html") else {"audience": audience(asked)}))


def ask_verdict(reg, pol, asked):
    return orienta.judge(reg, pol, **pair(asked)).to_json(audience=audience(asked))


def ask_score(reg, pol, asked):
    return orienta.score(reg, pol, level=level(asked), **pair(asked)).to_json(audience=audience(asked))


def ask_explain(reg, pol, asked):
    return orienta.explain(reg, pol, level=level(asked), **pair(asked), **words(asked))


def ask_shortlist(reg, pol, asked):
    of = {"unit": asked["unit"]} if "unit" in asked else {"household": asked["household"]}
    return orienta.shortlist(reg, pol, n=asked.get("n", 3), seed=asked.get("seed"), **of).to_json()


def ask_pairs(reg, pol, asked):
    pairs = orienta.scores(reg, pol, level=level(asked), n_threads=1)
    statuses = list(orienta.Status)
    return "".join(f"{row.household},{row.unit},{thousandths},{statuses.index(row.status)}\n"
                   for row, thousandths in zip(pairs, pairs.thousandths))


def ask_report(reg, pol, asked):
    report = orienta.report(reg, pol, n=asked.get("n", 3), seed=asked.get("seed"), level=level(asked), n_threads=1)
    return written(report, asked)


def ask_lint(reg, pol, asked):
    numbers = {member.name.lower().replace("_", "-"): int(member) for member in orienta.Reason}
    return "".join(f"{numbers[row.code]},{row.path},{row.sentence}\n"
                   for row in orienta.lint(pol, reg, lang=asked.get("language", "fr")))


def ask_changed_policy(reg, pol, asked):
    return pol._core.diff(pol.with_points({asked["criterion"]: asked["points"]})._core)


def ask_policy(reg, pol, asked):
    return pol.to_json()


def ask_register(reg, pol, asked):
    return reg.to_json()


def ask_fingerprints(reg, pol, asked):
    return f"{pol.sha256} {reg.sha256}"


def ask_lottery(reg, pol, asked):
    return orienta.lottery_draw(asked["seed"], asked["household"])


def match(reg, pol, asked):
    return orienta.match(reg, pol, mechanism=asked.get("mechanism", "optimal"), objective=asked.get("objective", "points"),
                         level=level(asked), seed=asked.get("seed"), n_threads=1)


def ask_match(reg, pol, asked):
    matching = match(reg, pol, asked)
    matching.verify(reg, pol)
    return matching.record()


def ask_replay(reg, pol, asked):
    return orienta.replay(match(reg, pol, asked).record(), reg, pol).record()


def ask_refuse(reg, pol, asked):
    matching = match(reg, pol, asked)
    return matching._core.diff(matching.refuse(asked["household"])._core)


def ask_explain_match(reg, pol, asked):
    return match(reg, pol, asked).explain(asked["household"], **words(asked))


def ask_report_match(reg, pol, asked):
    return written(match(reg, pol, asked).report(), asked)


def load(case):
    pol = orienta.Policy.load(case["policy"])
    return orienta.Register.load(case["register"], policy=pol), pol


if __name__ == "__main__":
    questions.run(load, globals())
