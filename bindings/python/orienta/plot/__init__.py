# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plots of what the library answers, with matplotlib, which is needed only when one is drawn.

Each function returns plain Axes, to be changed, saved and shown as any other. Titles and labels are French or, with
``lang="en"``, English. ``m.plot.groups()`` is ``orienta.plot.groups(m)``; ``s.plot`` of a simulation are
SimulationPlots.
"""
from ._matching import MatchingPlots, groups, moves, prices, ranks, score
from ._simulation import SimulationPlots
from ._style import axes, number, percent, style

__all__ = ["MatchingPlots", "SimulationPlots", "axes", "groups", "moves", "number", "percent", "prices", "ranks",
           "score", "style"]
