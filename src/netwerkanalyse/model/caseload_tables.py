"""The tables of a caseload. All are keyed by ``client``, a pseudonym; blank is "not asked" everywhere."""

from netwerkanalyse.model.fields import Schema
from netwerkanalyse.model.network_tables import CLIENTS, MEMBERS, TIES
from netwerkanalyse.model.process_tables import ANSWERS, ATTENDANCE, CONSENTS, CONTACTS, GOALS, MEETINGS, THEMES
from netwerkanalyse.model.support_tables import NEEDS, SUPPORTS

CASELOAD = Schema(
    "caseload",
    (CLIENTS, MEMBERS, TIES, NEEDS, SUPPORTS, GOALS, THEMES, MEETINGS, ATTENDANCE, CONTACTS, CONSENTS, ANSWERS),
    scope="client",
)
