"""Every code the tables use, once, with its Dutch and English label."""

from netwerkanalyse.model.codes import Code, Label, Vocabulary


def _vocabulary(name: str, *codes: tuple[str, str, str] | tuple[str, str, str, str], open: bool = False) -> Vocabulary:
    """Build a vocabulary from (code, Dutch, English[, group]) rows."""
    made = tuple(Code(row[0], Label(row[1], row[2]), row[3] if len(row) > 3 else "") for row in codes)
    return Vocabulary(name, made, open)


KIND = _vocabulary(
    "kind",
    ("informal", "informeel", "informal"),
    ("formal", "formeel", "formal"),
    ("peer", "ervaringsdeskundig", "peer"),
)

DOMAIN = _vocabulary(
    "domain",
    ("mental_health", "psychisch", "mental health"),
    ("physical_health", "lichamelijk", "physical health"),
    ("substance_use", "middelengebruik", "substance use"),
    ("daily_living", "zelfzorg en dagelijks leven", "self-care and daily living"),
    ("social_relations", "sociale relaties", "social relations"),
    ("family", "ouderschap en gezin", "parenting and family"),
    ("housing", "wonen", "housing"),
    ("finances", "financiën", "finances"),
    ("work", "werken", "work"),
    ("learning", "leren", "learning"),
    ("leisure", "vrije tijd", "leisure"),
    ("meaning", "zingeving", "meaning"),
    ("safety", "veiligheid en justitie", "safety and justice"),
)

SUPPORT_TYPE = _vocabulary(
    "support_type",
    ("emotional", "emotioneel", "emotional"),
    ("practical", "praktisch", "practical"),
    ("informational", "informatie en advies", "information and advice"),
    ("appraisal", "waardering en terugkoppeling", "appraisal and feedback"),
    ("treatment", "behandeling", "treatment"),
)

SUPPORT_STATUS = _vocabulary(
    "support_status",
    ("happening", "gebeurt", "happening"),
    ("planned", "gepland", "planned"),
    ("ended", "gestopt", "ended"),
    ("refused", "geweigerd", "refused"),
)

DIRECTION = _vocabulary(
    "direction",
    ("to_client", "naar cliënt", "to client"),
    ("from_client", "van cliënt", "from client"),
    ("mutual", "over en weer", "mutual"),
)

TIE_KIND = _vocabulary(
    "tie_kind",
    ("knows", "kent elkaar", "knows"),
    ("coordinates", "stemt af", "coordinates"),
    ("tension", "spanning", "tension"),
)

TIE_PRESENT = _vocabulary(
    "tie_present",
    ("yes", "ja", "yes"),
    ("no", "nee", "no"),
    ("unknown", "onbekend", "unknown"),
    ("unwanted", "niet gewenst door cliënt", "not wanted by client"),
)

PAIRS_ASKED = _vocabulary(
    "pairs_asked",
    ("all", "alle paren", "all pairs"),
    ("listed", "alleen genoemde paren", "listed pairs only"),
)

SCALE = _vocabulary("scale", ("level", "niveau 0-3", "level 0-3"), ("hours", "uren per week", "hours a week"))

RATING = _vocabulary("rating", ("met", "vervuld", "met"), ("unmet", "onvervuld", "unmet"))

TERM = _vocabulary("term", ("short", "korte termijn", "short term"), ("long", "lange termijn", "long term"))

RECOVERY = _vocabulary(
    "recovery",
    ("clinical", "klinisch herstel", "clinical recovery"),
    ("functional", "functioneel herstel", "functional recovery"),
    ("social", "maatschappelijk herstel", "social recovery"),
    ("personal", "persoonlijk herstel", "personal recovery"),
)

GOAL_STATUS = _vocabulary(
    "goal_status",
    ("open", "open", "open"),
    ("busy", "bezig", "in progress"),
    ("reached", "bereikt", "reached"),
    ("dropped", "losgelaten", "dropped"),
)

ANSWER = _vocabulary(
    "answer",
    ("chosen", "akkoord", "agreed"),
    ("rejected", "niet akkoord", "not agreed"),
    ("later", "later", "later"),
)

LANGUAGE = _vocabulary(
    "language",
    ("nl", "Nederlands", "Dutch"),
    ("en", "Engels", "English"),
    open=True,
)

LAW = _vocabulary(
    "law",
    ("zvw", "Zvw", "Health Insurance Act (Zvw)"),
    ("wmo", "Wmo", "Social Support Act (Wmo)"),
    ("wlz", "Wlz", "Long-term Care Act (Wlz)"),
    ("wfz", "Wfz", "Forensic Care Act (Wfz)"),
    ("jeugdwet", "Jeugdwet", "Youth Act (Jeugdwet)"),
    ("participatiewet", "Participatiewet", "Participation Act (Participatiewet)"),
)

SECTOR = _vocabulary(
    "sector",
    ("mental_health_care", "ggz", "mental health care", "medical"),
    ("addiction_care", "verslavingszorg", "addiction care", "medical"),
    ("general_practice", "huisartsenzorg", "general practice", "medical"),
    ("hospital", "ziekenhuis", "hospital", "medical"),
    ("nursing", "verpleging, verzorging en thuiszorg", "nursing and home care", "medical"),
    ("disability_care", "gehandicaptenzorg", "disability care", "social"),
    ("supported_housing", "beschermd wonen en opvang", "supported housing and shelter", "social"),
    ("social_domain", "sociaal domein", "social domain", "social"),
    ("municipality", "gemeente", "municipality", "social"),
    ("welfare", "welzijn", "welfare", "social"),
    ("housing_corporation", "woningcorporatie", "housing corporation", "social"),
    ("work_and_daytime", "werk en dagbesteding", "work and daytime activities", "social"),
    ("education", "onderwijs", "education", "social"),
    ("youth_care", "jeugdhulp", "youth care", "social"),
    ("recovery", "herstel en zelfregie", "recovery and self-direction", "social"),
    ("safety", "politie en justitie", "police and justice", "other"),
    ("insurer", "zorgverzekeraar of zorgkantoor", "health insurer", "other"),
    ("client_and_family", "cliënt- en naastenorganisatie", "client and family organisation", "other"),
    ("public_health", "publieke gezondheid", "public health", "other"),
    ("knowledge", "kennis en onderzoek", "knowledge and research", "other"),
    ("other", "anders", "other", "other"),
)

# The group of a role: the role slot it fills (definitions 2.20), or the circle of naasten it belongs to.
ROLE = _vocabulary(
    "role",
    ("partner", "partner", "partner", "family"),
    ("mother", "moeder", "mother", "family"),
    ("father", "vader", "father", "family"),
    ("brother", "broer", "brother", "family"),
    ("sister", "zus", "sister", "family"),
    ("son", "zoon", "son", "family"),
    ("daughter", "dochter", "daughter", "family"),
    ("relative", "familielid", "relative", "family"),
    ("friend", "vriend(in)", "friend", "friends"),
    ("neighbour", "buur", "neighbour", "friends"),
    ("colleague", "collega", "colleague", "friends"),
    ("volunteer", "vrijwilliger", "volunteer", "friends"),
    ("peer_worker", "ervaringsdeskundige", "peer worker", "peer_worker"),
    ("resource_coordinator", "regieondersteuner", "resource group coordinator", "resource_coordinator"),
    ("lead_clinician", "regiebehandelaar", "lead clinician", "lead_clinician"),
    ("clinician", "behandelaar", "clinician", "clinician"),
    ("case_manager", "casemanager", "case manager", "case_manager"),
    ("care_director", "casusregisseur", "care director", "case_manager"),
    ("support_worker", "begeleider", "support worker", "support_worker"),
    ("family_contact", "contactpersoon naasten", "contact for family", "family_contact"),
    ("general_practitioner", "huisarts", "general practitioner", "general_practitioner"),
    ("practice_nurse", "praktijkondersteuner ggz", "practice nurse for mental health", "clinician"),
    ("district_nurse", "wijkverpleegkundige", "district nurse", "support_worker"),
    ("crisis_service", "crisisdienst", "crisis service", "crisis_service"),
    ("debt_counsellor", "schuldhulpverlener", "debt counsellor", "support_worker"),
    ("job_coach", "jobcoach", "job coach", "support_worker"),
    ("youth_worker", "jeugdhulpverlener", "youth worker", "support_worker"),
    ("guardian", "bewindvoerder, mentor of voogd", "guardian", "guardian"),
    ("second_opinion", "second opinion", "second opinion", "second_opinion"),
    open=True,
)
