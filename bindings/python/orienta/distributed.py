# SPDX-License-Identifier: LGPL-2.1-or-later
"""Simulations on many machines: the same call, the same bytes."""
