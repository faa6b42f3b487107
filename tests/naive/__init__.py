"""Every measure again, the slow and plain way: what the kernels must agree with.

A module a family of measures. They import nothing of the package, and each function reads like its definition. Where a
measure is not defined, a function gives None.
"""

from naive import (
    alignment,
    bridging,
    brokerage,
    cohesion,
    composition,
    contacts,
    continuity,
    coverage,
    doubles,
    fragility,
    gaps,
    layers,
    load,
    mixing,
    participation,
    positions,
    region,
    region_groups,
    removal,
    robustness,
    roles,
    routes,
    services,
    social_map,
)

__all__ = [
    "alignment",
    "bridging",
    "brokerage",
    "cohesion",
    "composition",
    "contacts",
    "continuity",
    "coverage",
    "doubles",
    "fragility",
    "gaps",
    "layers",
    "load",
    "mixing",
    "participation",
    "positions",
    "region",
    "region_groups",
    "removal",
    "robustness",
    "roles",
    "routes",
    "services",
    "social_map",
]
