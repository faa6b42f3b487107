"""What people around a client are called, wherever people read."""

import pandas as pd

from netwerkanalyse.model.caseload import Caseload


def display_names(caseload: Caseload) -> pd.Series:
    """Name everybody listed the way the client does: by label, otherwise by code.

    Two people around one client who carry the same label get their code behind it, so that nobody is mixed up.

    Parameters
    ----------
    caseload
        Any number of clients.

    Returns
    -------
    names
        A name a row of the members table.

    Examples
    --------
    >>> members = pd.DataFrame({"client": "K1", "member": ["a", "b", "c"], "label": ["zus", "zus", None]})
    >>> clients = pd.DataFrame({"client": ["K1"]})
    >>> list(display_names(Caseload.build({"clients": clients, "members": members})))
    ['zus (a)', 'zus (b)', 'c']
    """
    members = caseload.tables["members"]
    names = members["label"].fillna(members["member"])
    twice = pd.DataFrame({"client": members["client"], "name": names}).duplicated(keep=False)
    return names.mask(twice, names + " (" + members["member"] + ")").rename("name")
