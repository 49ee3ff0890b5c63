#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model of simulate_model.py as a plain loop over a heap: HOMES YEARS SEED. One line of JSON, as bench-simulate's."""
import heapq
import json
import random
import sys
import time

DAY, DAYS_A_YEAR, LISTS = 86400, 365.25, 200
ARRIVES, GIVES_UP, LEAVES, FREE, ANSWERS = range(5)


def run(homes, years, seed):
    draw = random.Random(seed)
    gap = DAYS_A_YEAR / (0.7 * homes)
    end = round(years * DAYS_A_YEAR) * DAY
    calendar, order = [], 0
    lists, idle = [[] for _ in range(LISTS)], [[] for _ in range(LISTS)]
    waits, offered, over = set(), {}, set()  # over: gave up while an offer was under way
    counts = {"events": 0, "arrived": 0, "housed": 0, "abandoned": 0}

    def put(when, kind, who):
        nonlocal order
        order += 1
        heapq.heappush(calendar, (when, kind, order, who))

    def days(mean):
        return draw.expovariate(1 / mean) * DAY

    def give(now, home):
        """The home goes to the first of its list, or waits for one."""
        queue = lists[home % LISTS]
        while queue:
            request = heapq.heappop(queue)
            if request[2] in waits:
                waits.remove(request[2])
                offered[home] = request
                counts["events"] += 1
                put(now + 7 * DAY, ANSWERS, home)
                return
        heapq.heappush(idle[home % LISTS], home)

    for home in range(homes):
        put(days(2190), LEAVES, home)
    put(days(gap), ARRIVES, 0)
    while calendar:
        now, kind, _, who = heapq.heappop(calendar)
        if now >= end:
            break
        if kind == ARRIVES:
            counts["events"] += 1
            counts["arrived"] += 1
            place = draw.randrange(LISTS)
            waits.add(who)
            heapq.heappush(lists[place], (-draw.randrange(100), now, who))
            put(now + days(550), GIVES_UP, who)
            put(now + days(gap), ARRIVES, who + 1)
            if idle[place]:
                give(now, heapq.heappop(idle[place]))
        elif kind == GIVES_UP:
            if who in waits:
                waits.remove(who)
                counts["events"] += 1
                counts["abandoned"] += 1
            else:
                over.add(who)
        elif kind == LEAVES:
            counts["events"] += 1
            put(now + 5 * DAY, FREE, who)
        elif kind == FREE:
            counts["events"] += 1
            give(now, who)
        else:
            counts["events"] += 1
            request = offered.pop(who)
            if draw.random() < 0.7:
                counts["housed"] += 1
                put(now + days(2190), LEAVES, who)
                continue
            if request[2] in over:
                counts["events"] += 1
                counts["abandoned"] += 1
            else:
                waits.add(request[2])
                heapq.heappush(lists[who % LISTS], request)
            give(now, who)
    return counts


if __name__ == "__main__":
    n_homes, n_years = int(sys.argv[1]), float(sys.argv[2])
    begin = time.process_time()
    result = run(n_homes, n_years, int(sys.argv[3]))
    print(json.dumps({"cpu": time.process_time() - begin, "years": n_years, **result}))
