"""From the pairs of a layer to what kernels take: listed pairs, ties, neighbour lists and rows of bits."""

import numpy as np

from netwerkanalyse.kernels._arrays import LAST, UNKNOWN, UNWANTED, WORD, YES, Contacts, Graph, Listed, Ties
from netwerkanalyse.kernels.adjacency import neighbours, rows_of_bits
from netwerkanalyse.model import arrays


def listed_of(pairs: arrays.Pairs) -> Listed:
    """Give listed pairs as kernels take them, without their strengths."""
    return Listed(pairs.start, pairs.source, pairs.target, pairs.state, pairs.all_asked)


def ties_of(people: arrays.Ints, pairs: arrays.Pairs) -> Ties:
    """Take the pairs that have a tie.

    Parameters
    ----------
    people
        Offsets of people by client.
    pairs
        Listed pairs; those whose state is yes become ties.

    Returns
    -------
    ties
        The ties.
    """
    yes = pairs.state == YES
    tied, start = np.flatnonzero(yes), np.concatenate([[0], np.cumsum(yes)])[pairs.start]
    return Ties(people, start, pairs.source[tied], pairs.target[tied], pairs.strength[tied])


def graph_of(ties: Ties) -> Graph:
    """Add neighbour lists to ties.

    Parameters
    ----------
    ties
        The ties.

    Returns
    -------
    graph
        Ties and neighbour lists.
    """
    indptr = np.empty(int(ties.people[-1]) + 1, dtype=np.int64)
    indices = np.empty(2 * len(ties.source), dtype=np.int32)
    indptr[-1] = len(indices)
    graph = Graph(*ties, indptr, indices)
    neighbours.over_clients(ties.people + ties.start, graph)
    return graph


def contacts_of(people: arrays.Ints, listed: Listed) -> Contacts:
    """Lay out pairs as rows of bits.

    Parameters
    ----------
    people
        Offsets of people by client.
    listed
        Listed pairs.

    Returns
    -------
    contacts
        A row of bits a person: a word for every 32 people around the client.
    """
    number = np.diff(people)
    start = np.concatenate([[0], np.cumsum(number * ((number + LAST) >> WORD))])
    bits = np.zeros((4, int(start[-1])), dtype=np.int64)
    contacts = Contacts(people, start, bits[YES], bits[UNKNOWN], bits[UNWANTED])
    rows_of_bits.over_clients(people + listed.start, listed, contacts, bits)
    return contacts
