"""Synthetic regions: organisations, layers of collaboration, a social map and clients, and what was planted in them.

Everything is made up, and every row that can say so says it (``evidence``). Volumes, shares and chances are chosen so
that every situation occurs. Use it to see whether a measure finds what is there, and how long that takes; never to say
how often something occurs.

What is plausible: the clients are those of :func:`~netwerkanalyse.datasets.simulate.simulate`, so that organisations
share clients because they are near and of sectors that meet; organisations work in the areas they are near to and offer
what their sector does; large organisations are the core; some did not respond and some ties and cells are unknown.

What is not: layers do not depend on each other (a chain of referral stands beside a layer of information with three
brokers), people coordinate no more where there is an agreement, and scores and goals are drawn apart from all else.
"""

from dataclasses import dataclass

import pandas as pd

from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.datasets.simulation.agreements import agreements_of
from netwerkanalyse.datasets.simulation.design import Design
from netwerkanalyse.datasets.simulation.layers import chain_of, cooperation_of, information_of
from netwerkanalyse.datasets.simulation.opinions import goal_ratings_of, ratings_of
from netwerkanalyse.datasets.simulation.organisations import organisations_of_region
from netwerkanalyse.datasets.simulation.planted import truth_of
from netwerkanalyse.datasets.simulation.referrals import referrals_of
from netwerkanalyse.datasets.simulation.region import region_of
from netwerkanalyse.datasets.simulation.shared import served_by
from netwerkanalyse.datasets.simulation.social_map import social_map_of
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.texts import text


@dataclass(frozen=True)
class SimulatedRegion:
    """A synthetic region with its clients, and what was planted in it.

    Parameters
    ----------
    region
        The region; every organisation and every number is made up.
    caseload
        Its clients: ``organisation`` and ``area`` are those of the region.
    truth
        One row a planted fact: ``code``, and what it is about (``organisation``, ``other``, ``area``, ``domain``,
        ``layer``, blank where it is not about it).

        - ``work_without_agreement``: two that share many clients, without an agreement; ``paper_agreement``: two that
          have one, and never shared a client (layer ``agreement``).
        - ``core``: who all work together; ``missing_tie``: two of them that do not (layer ``cooperation``).
        - ``broker``: the only ones by whom sectors reach each other; ``network``: the layer goes both ways
          (``information``).
        - ``chain``: everybody is reached from one organisation by one route; ``referral_bounce``: who sends everybody
          back or on without a contact (layer ``referral``).
        - ``gap``: a life domain of an area without a service; ``overlap``: one with services of three organisations.
          All others have exactly one.
    """

    region: Region
    caseload: Caseload
    truth: pd.DataFrame


def simulate_region(
    clients: int = 1000,
    *,
    seed: int = 0,
    organisations: int = 60,
    areas: int = 10,
    members: float = 20.0,
    unknown: float = 0.05,
    lang: str = "nl",
) -> SimulatedRegion:
    """Simulate a fictional region with its clients, and the truth that was planted.

    Parameters
    ----------
    clients
        How many; they are those that :func:`~netwerkanalyse.datasets.simulate.simulate` gives for the same numbers, so
        :func:`~netwerkanalyse.datasets.simulate.simulate_parts` gives them part by part. What is planted about
        agreements is about these clients.
    seed
        Same seed, same region.
    organisations, areas
        How many there are in the region; at least one organisation a sector.
    members
        Mean number of people around a client.
    unknown
        Share of what nobody knows, and of organisations that did not respond. With 0 everything is known.
    lang
        Language in which rows say that they are made up.

    Returns
    -------
    simulated
        The region, the caseload and the truth. All volumes are synthetic.

    Raises
    ------
    ValueError
        If a number cannot be: fewer than no clients, an unknown share above 1, fewer organisations than sectors.

    Examples
    --------
    >>> simulated = simulate_region(100, seed=1, organisations=30, areas=6)
    >>> len(simulated.region), len(simulated.caseload)
    (30, 100)
    >>> sorted(simulated.truth["code"].unique())[:4]
    ['broker', 'chain', 'core', 'gap']
    """
    design = Design(seed, members, organisations, areas, unknown)
    shape, said = region_of(design), text("datasets.simulated.evidence", lang)
    caseload = simulate(
        clients, seed=seed, members=members, organisations=organisations, areas=areas, unknown=unknown
    ).caseload
    served = served_by(caseload, shape.names)
    cooperation, core = cooperation_of(design, shape, served)
    information, brokers = information_of(design, shape)
    agreements, aligned = agreements_of(design, shape, served)
    referrals, referred, bounced = referrals_of(design, shape, chain_of(design, shape))
    tables, cells = social_map_of(design, shape, said)
    layers = (referred, cooperation, agreements, information)
    frames = {
        "organisations": organisations_of_region(design, shape, said),
        "layers": pd.DataFrame({"layer": [str(layer["layer"].iloc[0]) for layer in layers if len(layer)]}).assign(
            pairs_asked="all", note=said
        ),
        "collaborations": pd.concat([layer.assign(evidence=said) for layer in layers], ignore_index=True),
        **tables._asdict(),
        "ratings": ratings_of(design, cooperation),
        "goal_ratings": goal_ratings_of(design, shape),
        "referrals": referrals,
    }
    return SimulatedRegion(
        Region.build(frames, lang=lang), caseload, truth_of([aligned, core, brokers, bounced, cells])
    )
