"""The words of reports: none is missing, none is left over."""

import re
from pathlib import Path

from netwerkanalyse import report
from netwerkanalyse.texts import catalogue

ROOM = Path(report.__file__).parent


def _asked_for() -> list[re.Pattern[str]]:
    """What the code and the templates ask the texts for, as patterns."""
    code = [path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py")]
    pages = [path.read_text(encoding="utf-8") for path in ROOM.glob("templates/*.html")]
    keys = [key for words in code for key in re.findall(r'"((?:report|findings)\.[^"\s]+)"', words)]
    keys += [key + "{}" * bool(more) for words in pages for key, more in re.findall(r'"(report\.[^"]+)"( ~)?', words)]
    # Findings are asked for by their code, which stands in the code as a word of its own.
    words = {word for text in code for word in re.findall(r'"([a-z_]+)"', text)}
    patterns = [re.sub(r"\\\{.*?\\\}", ".+", re.escape(key)) for key in keys if key != "findings.{code}.{part}"]
    patterns += [rf"findings\.{word}\.(title|sentence|why)" for word in words]
    return [re.compile(rf"{pattern}(\.one|\.many)?") for pattern in patterns]


def test_no_words_are_left_over():
    """Every text of reports is asked for somewhere."""
    asked = _asked_for()
    known = [key for key in catalogue("nl") if key.startswith(("report.", "findings."))]
    composed = re.compile(r"findings\.(absent|short)_but_met\.|findings\.wrong_|findings\.handover_")

    assert not [key for key in known if not composed.match(key) and not any(one.fullmatch(key) for one in asked)]
