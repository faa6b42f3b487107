"""Help: in the language of the person, complete, with examples that run."""

import shlex

import pytest

from netwerkanalyse.cli.main import COMMANDS, PROGRAM, program
from netwerkanalyse.texts import LANGUAGES, text

EXAMPLES = [(name, lang) for name in (PROGRAM, *COMMANDS) for lang in LANGUAGES]


def words(name):
    """The words that ask for the help of a command or of the program."""
    return ["--help"] if name == PROGRAM else [name, "--help"]


@pytest.mark.parametrize(("name", "lang"), EXAMPLES)
def test_every_help_ends_in_an_example_that_runs(netwerkanalyse, name, lang):
    """What the help tells people to type works as it stands, in an empty folder."""
    helped = netwerkanalyse(*words(name), "--lang", lang)
    example = text(f"cli.{name}.example", lang)
    shown = helped.out.rstrip().splitlines()[-len(example.splitlines()) :]
    assert [line.strip() for line in shown] == example.splitlines()
    for line in example.splitlines():
        command, *rest = shlex.split(line)
        assert command == PROGRAM
        outcome = netwerkanalyse(*rest)
        assert outcome.code == 0, outcome.err


@pytest.mark.parametrize("name", [PROGRAM, *COMMANDS])
def test_english_examples_ask_for_english(name):
    """Who reads English help gets English files from what it says to type."""
    lines = text(f"cli.{name}.example", "en").splitlines()

    assert [line for line in lines if "--lang en" not in line] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [PROGRAM, *COMMANDS])
def test_help_says_what_the_codes_mean(netwerkanalyse, name, lang):
    """A script can tell what was refused from what went wrong."""
    shown = " ".join(netwerkanalyse(*words(name), "--lang", lang).out.split())

    assert text("cli.codes", lang) in shown
    assert all(f"{code}: " in text("cli.codes", lang) for code in (0, 1, 2))


@pytest.mark.parametrize("name", COMMANDS)
def test_options_explain_themselves(name):
    """No option comes without an explanation in both languages."""
    for param in program.commands[name].params:
        if param.param_type_name == "option":
            assert {text(f"cli.option.{param.help}", lang) for lang in LANGUAGES}


def test_the_program_lists_its_commands(netwerkanalyse):
    """The help of the program names every command, in the order in which people meet them."""
    shown = netwerkanalyse("--help").out
    places = [shown.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "asked",
    [("check", "--help", "--lang", "en"), ("check", "--lang", "en", "-h"), ("--lang", "en", "check", "--help")],
)
def test_language_may_stand_anywhere(netwerkanalyse, asked):
    """Help comes in the chosen language wherever --lang stands."""
    assert netwerkanalyse(*asked).out.startswith("Usage: netwerkanalyse check [OPTIONS] PATH")


def test_help_is_dutch_by_default(netwerkanalyse):
    """A regieondersteuner reads Dutch without asking for it, the headings too."""
    shown = netwerkanalyse("check", "--help").out
    assert shown.startswith("Gebruik: netwerkanalyse check [OPTIES] PAD")
    assert "Opties:" in shown
    assert "Voorbeeld:" in shown


def test_language_of_the_environment(netwerkanalyse, monkeypatch):
    """The environment variable sets the language; --lang goes before it; nonsense in it is ignored."""
    monkeypatch.setenv("NETWERKANALYSE_LANG", "en")
    assert netwerkanalyse("--help").out.startswith("Usage:")
    assert netwerkanalyse("--help", "--lang", "nl").out.startswith("Gebruik:")
    monkeypatch.setenv("NETWERKANALYSE_LANG", "de")
    assert netwerkanalyse("--help").out.startswith("Gebruik:")


def test_without_a_command_the_help_is_shown(netwerkanalyse):
    """Somebody who types only the name of the program learns what it can do."""
    outcome = netwerkanalyse()
    assert outcome.code == 2
    assert "caseload" in outcome.err


def test_version(netwerkanalyse):
    """The version is that of the package."""
    from netwerkanalyse import __version__

    assert netwerkanalyse("--version").out == f"netwerkanalyse {__version__}\n"
