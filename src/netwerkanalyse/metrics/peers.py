"""Whether people with lived experience are a kind of their own, or count with another."""

from enum import Enum

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, PEER, Codes


class Peers(Enum):
    """With whom peers count where naasten and professionals are compared.

    ``OWN``: a kind of their own. ``INFORMAL``: with naasten. ``FORMAL``: with professionals.

    It holds for composition, mixing, bridging, triads, the ties of each person, and who alone carries a life domain.
    Elsewhere a peer stays a peer: in wishes of the client, amounts of support per kind, doublures and scaling down.
    """

    OWN = "own"
    INFORMAL = "informal"
    FORMAL = "formal"


def counted(kind: Codes, peers: Peers) -> Codes:
    """Give the kind as which everybody counts.

    Examples
    --------
    >>> counted(np.array([INFORMAL, FORMAL, PEER, -1], dtype=np.int16), Peers.FORMAL)
    array([ 0,  1,  1, -1], dtype=int16)
    """
    if peers is Peers.OWN:
        return kind
    return np.where(kind == PEER, INFORMAL if peers is Peers.INFORMAL else FORMAL, kind).astype(np.int16)
