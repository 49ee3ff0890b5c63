#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model of simulate_model.py in SimPy, a process for each home and each request: HOMES YEARS SEED. One line of JSON,
as bench-simulate's."""
import heapq
import json
import random
import sys
import time

import simpy

DAY, DAYS_A_YEAR, LISTS = 86400, 365.25, 200


class Model:
    def __init__(self, homes, seed):
        self.draw = random.Random(seed)
        self.homes = homes
        self.env = simpy.Environment()
        self.lists = [[] for _ in range(LISTS)]
        self.idle = [[] for _ in range(LISTS)]  # homes that wait for a request: their events
        self.waits, self.over = set(), set()  # over: gave up while an offer was under way
        self.counts = {"events": 0, "arrived": 0, "housed": 0, "abandoned": 0}

    def days(self, mean):
        return self.draw.expovariate(1 / mean) * DAY

    def request(self, who):
        yield self.env.timeout(self.days(550))
        if who in self.waits:
            self.waits.remove(who)
            self.counts["events"] += 1
            self.counts["abandoned"] += 1
        else:
            self.over.add(who)

    def arrivals(self):
        gap, who = DAYS_A_YEAR / (0.7 * self.homes), 0
        while True:
            yield self.env.timeout(self.days(gap))
            self.counts["events"] += 1
            self.counts["arrived"] += 1
            place = self.draw.randrange(LISTS)
            self.waits.add(who)
            heapq.heappush(self.lists[place], (-self.draw.randrange(100), self.env.now, who))
            self.env.process(self.request(who))
            if self.idle[place]:
                heapq.heappop(self.idle[place])[1].succeed()
            who += 1

    def first(self, place):
        queue = self.lists[place]
        while queue:
            request = heapq.heappop(queue)
            if request[2] in self.waits:
                self.waits.remove(request[2])
                return request
        return None

    def home(self, number):
        place, env, counts = number % LISTS, self.env, self.counts
        while True:
            yield env.timeout(self.days(2190))
            counts["events"] += 1
            yield env.timeout(5 * DAY)
            counts["events"] += 1
            while True:
                request = self.first(place)
                if request is None:
                    comes = env.event()
                    heapq.heappush(self.idle[place], (number, comes))
                    yield comes
                    continue
                counts["events"] += 1
                yield env.timeout(7 * DAY)
                counts["events"] += 1
                if self.draw.random() < 0.7:
                    counts["housed"] += 1
                    break
                if request[2] in self.over:
                    counts["events"] += 1
                    counts["abandoned"] += 1
                else:
                    self.waits.add(request[2])
                    heapq.heappush(self.lists[place], request)

    def run(self, years):
        self.env.process(self.arrivals())
        for number in range(self.homes):
            self.env.process(self.home(number))
        self.env.run(until=round(years * DAYS_A_YEAR) * DAY)
        return self.counts


if __name__ == "__main__":
    n_homes, n_years = int(sys.argv[1]), float(sys.argv[2])
    begin = time.process_time()
    result = Model(n_homes, int(sys.argv[3])).run(n_years)
    print(json.dumps({"cpu": time.process_time() - begin, "years": n_years, "simpy": simpy.__version__, **result}))
