"""The codes of a region's tables: kinds of organisations, layers of collaboration and what was said about a tie."""

from netwerkanalyse.model.codes import Code, Label, Vocabulary

ORGANISATION_TYPE = Vocabulary(
    "organisation_type",
    (
        Code("organisation", Label("organisatie", "organisation")),
        Code("team", Label("team", "team")),
        Code("unit", Label("intern onderdeel", "internal unit")),
        Code("programme", Label("programma", "programme")),
        Code("initiative", Label("initiatief", "initiative")),
        Code("partnership", Label("samenwerkingsverband", "partnership")),
        Code("body", Label("gremium of overleg", "body or committee")),
        Code("facility", Label("voorziening", "facility")),
        Code("category", Label("categorie zonder naam", "unnamed category")),
    ),
)

# The group of a layer says whether its ties have a direction: it belongs to the layer, not to the row.
LAYER = Vocabulary(
    "layer",
    (
        Code("referral", Label("verwijzing", "referral"), "directed"),
        Code("trust", Label("vertrouwen", "trust"), "directed"),
        Code("cooperation", Label("samenwerking", "cooperation"), "undirected"),
        Code("agreement", Label("formele afspraak", "formal agreement"), "undirected"),
        Code("information", Label("informatie-uitwisseling", "information exchange"), "directed"),
        Code("funding", Label("financiering", "funding"), "directed"),
        Code("secondment", Label("detachering", "secondment"), "directed"),
        Code("consultation", Label("consultatie", "consultation"), "directed"),
    ),
)

COLLABORATION_PRESENT = Vocabulary(
    "collaboration_present",
    (
        Code("yes", Label("ja", "yes")),
        Code("no", Label("nee", "no")),
        Code("unknown", Label("onbekend", "unknown")),
        Code("no_response", Label("niet gereageerd", "no response")),
    ),
)

RATING_ITEM = Vocabulary(
    "rating_item",
    (
        Code("mission", Label("gedeelde missie", "shared mission"), "trust"),
        Code("openness", Label("openheid", "openness"), "trust"),
        Code("reliability", Label("betrouwbaarheid", "reliability"), "trust"),
        Code("power", Label("invloed", "power and influence"), "value"),
        Code("involvement", Label("betrokkenheid", "level of involvement"), "value"),
        Code("resources", Label("inbreng van middelen", "resource contribution"), "value"),
    ),
)

REFERRAL_OUTCOME = Vocabulary(
    "referral_outcome",
    (
        Code("contact", Label("contact gelegd", "contact made")),
        Code("returned", Label("teruggestuurd", "returned")),
        Code("forwarded", Label("doorgestuurd", "forwarded")),
        Code("waiting", Label("wacht", "waiting")),
        Code("lost", Label("uit beeld", "lost from view")),
    ),
)
