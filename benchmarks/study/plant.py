"""Gaps that the simulator does not plant by itself: they are made by changing what is there.

- G5 (in time) and G7 (handover): in life domains that one person covers with one row of support, half of that support
  ends before the reference date. All of these have uncovered days; G7 holds where it ended longer ago than somebody has
  to take over, which no date near that border decides.
- G9 (role): of half of the clients with one general practitioner, that person becomes somebody else.
- G10 (reach): services are for areas, and some areas have none for a life domain; it holds where somebody has a gap,
  and of the services of a kind the client would take there are some, but none in the area.
"""

import numpy as np
import pandas as pd

import netwerkanalyse as na
from netwerkanalyse.datasets import simulate, simulate_region
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.fields import LIST_SEPARATOR
from study.planted import counted

LONG_ENOUGH, LONG_AGO, JUST_NOW = 100, (20, 60), (1, 10)
"""Days: support began at least so long before the reference date, and ended so long ago, or so recently."""


def in_time(clients: int, seed: int) -> pd.DataFrame:
    """Plant support that ended and look for G5 and G7."""
    caseload, rng = simulate(clients, seed=seed, unknown=0.0).caseload, np.random.default_rng([seed, 100])
    supports = caseload.tables["supports"]
    today = caseload.tables["clients"]["reference_date"].iloc[0]
    cells = pd.MultiIndex.from_frame(supports[["client", "domain"]].astype(str))
    covers = supports["amount"].to_numpy() >= _needs(caseload).reindex(cells).to_numpy()
    received = (supports["status"] == "happening") & (supports["direction"] != "from_client")
    alone = ~cells.duplicated(keep=False) & covers & received.to_numpy()
    at = np.flatnonzero(alone & (supports["start"] <= today - pd.Timedelta(days=LONG_ENOUGH)).to_numpy())
    ended, long_ago = rng.random((2, len(at))) < 0.5
    days = np.where(long_ago, rng.integers(*LONG_AGO, len(at)), rng.integers(*JUST_NOW, len(at)))
    row = at[ended]
    status, end = supports["status"].copy(), supports["end"].copy()
    status.iloc[row], end.iloc[row] = "ended", today - pd.to_timedelta(days[ended], unit="D")
    end.iloc[at[~ended]] = pd.NaT
    changed = Caseload.build({**caseload.tables, "supports": supports.assign(status=status, end=end)})
    found = na.measure(changed, ["continuity"], level=na.Level.DOMAIN).loc[cells[at]]
    uncovered = found["person_day_coverage"].lt(1).where(found["person_day_coverage"].notna())
    said = {"G5": uncovered, "G7": found["gap_handover"]}
    truth = pd.DataFrame({"G5": ended, "G7": ended & long_ago})
    return counted(truth, pd.DataFrame({code: _numbers(one) for code, one in said.items()}))


def of_roles(clients: int, seed: int) -> pd.DataFrame:
    """Take away general practitioners and look for G9."""
    caseload, rng = simulate(clients, seed=seed, unknown=0.0).caseload, np.random.default_rng([seed, 101])
    members = caseload.tables["members"]
    doctors = members["role"].to_numpy() == "general_practitioner"
    here = members["active"].fillna(value=True).to_numpy(dtype=bool) & members["end"].isna().to_numpy()
    names = members.loc[doctors & here, "client"].drop_duplicates()
    empty = names[rng.random(len(names)) < 0.5]
    gone = doctors & members["client"].isin(empty).to_numpy()
    changed = Caseload.build(
        {**caseload.tables, "members": members.assign(role=members["role"].mask(gone, "clinician"))}
    )
    found = na.measure(changed, ["roles"])["role_gap_general_practitioner"].loc[names]
    return counted(pd.DataFrame({"G9": names.isin(empty).to_numpy()}), pd.DataFrame({"G9": _numbers(found)}))


def of_reach(clients: int, seed: int) -> pd.DataFrame:
    """Look for G10 in proposals for every gap of a client who does not call the need met."""
    simulated = simulate_region(clients, seed=seed, unknown=0.0)
    caseload = simulated.caseload
    found = na.measure(caseload, ["gaps"], level=na.Level.DOMAIN)
    short = found["gap_absent"].fillna(value=False) | found["gap_short"].fillna(value=False)
    cells = found.index[short & (found["client_view"].astype(str) != "hidden_support")]
    proposals = na.recommend.client(caseload, simulated.region).proposals
    said = {(one.client, one.finding.domain) for one in proposals if one.finding.gap == "G10"}
    areas = caseload.tables["clients"].set_index("client")["area"]
    services = _services(simulated.region.tables["services"])
    wishes = caseload.tables["needs"].set_index(["client", "domain"])[["wanted_kind", "wanted_type"]].astype(object)
    holds = [
        _out_of_reach(services[services["domain"] == domain], areas[client], *wishes.loc[(client, domain)])
        for client, domain in cells
    ]
    answer = np.array([cell in said for cell in cells], dtype=float)
    return counted(pd.DataFrame({"G10": np.array(holds)}), pd.DataFrame({"G10": answer}))


def _services(services: pd.DataFrame) -> pd.DataFrame:
    """Give a row a service, life domain and area."""
    plain = services[["domains", "areas", "kind"]].astype(str)
    split = plain.assign(
        domain=plain["domains"].str.split(LIST_SEPARATOR), area=plain["areas"].str.split(LIST_SEPARATOR)
    )
    return split.explode("domain").explode("area")


def _out_of_reach(services: pd.DataFrame, area: str, kind: object, wanted: object) -> bool:
    """Tell whether there are services of a kind the client would take, and none in the area.

    Help by a professional is always an option beside the wished kind; treatment comes from professionals only.
    """
    kinds = {"formal", "informal", "peer"} if pd.isna(kind) else {str(kind), "formal"}
    if wanted == "treatment" and (pd.isna(kind) or kind == "formal"):
        kinds = {"formal"}
    fitting = services[services["kind"].isin(kinds)]
    return bool(len(fitting)) and not bool((fitting["area"] == area).any())


def _needs(caseload: Caseload) -> pd.Series:
    needs = caseload.tables["needs"]
    known = needs.set_index(pd.MultiIndex.from_frame(needs[["client", "domain"]].astype(str)))["need"]
    return known.where(known > 0)


def _numbers(answers: pd.Series) -> np.ndarray:
    """Write yes as 1, no as 0 and what cannot be told as NaN."""
    return answers.to_numpy(dtype=float, na_value=np.nan)
