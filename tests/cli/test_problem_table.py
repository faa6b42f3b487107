"""The table of problems: complete, within the width, harmless."""

from netwerkanalyse.cli.problem_table import printable, problem_table
from netwerkanalyse.model.problem import Origin, Problem, Severity, problems_at

PROBLEMS = (
    Problem(
        "self_tie", table="ties", row=7, column="target", value="moeder", origin=Origin("Relaties", {"target": "C"})
    ),
    Problem(
        "not_a_date", Severity.WARNING, table="members", row=2, column="start", value="\x1b[31mgisteren\n" + "x" * 90
    ),
)


def test_place_problem_and_remedy_stand_in_columns():
    """Each problem has its place as people see it, what is wrong, and what to do."""
    lines = problem_table(PROBLEMS, "nl", 200).splitlines()
    assert lines[0] == "1 fout, 1 waarschuwing"
    assert lines[2].split() == "Soort Waar Wat er is Wat te doen".split()
    row = next(line for line in lines if line.startswith("fout "))
    assert row.index("Relaties!C7") < row.index("'moeder' staat in contact met zichzelf.") < row.index("Noem twee")


def test_lines_fit_the_terminal():
    """No line is wider than the terminal, and no word is lost by wrapping."""
    for width in (60, 80, 120):
        table = problem_table(PROBLEMS, "en", width)
        assert max(map(len, table.splitlines())) <= width
        assert table.count("x") >= 90


def test_a_value_from_a_file_cannot_steer_the_terminal():
    """Control characters in a cell of somebody else's file do not reach the screen."""
    assert "\x1b" not in problem_table(PROBLEMS, "nl", 80)
    assert printable("a\x00b\u202ec\nd") == "a?b?c d"


def test_the_rest_of_a_kind_is_counted():
    """A hundred cases are named, the others counted, and the first line counts them all."""
    many = problems_at(range(250), lambda row: Problem("self_tie", table="ties", row=row, column="target"))
    lines = problem_table(many, "en", 200).splitlines()
    assert lines[0] == "250 errors"
    assert len(lines) == 2 + 2 + 101


def test_codes_are_said_in_words():
    """A value that is a code is named as people know it."""
    problem = Problem("support_without_need", Severity.WARNING, "supports", "domain", 3, "social_relations")
    assert "sociale relaties" in problem.what("nl")
    assert "social relations" in problem.what("en")
