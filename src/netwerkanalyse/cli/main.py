"""The program ``netwerkanalyse``: its commands, and how it starts and ends."""

import sys
import warnings
from collections.abc import Sequence

import click

from netwerkanalyse import __version__
from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Commands, Group, Option, language, say, show
from netwerkanalyse.cli.failures import FAILED
from netwerkanalyse.cli.problem_table import printable
from netwerkanalyse.texts import text

PROGRAM = "netwerkanalyse"

COMMANDS = {
    name: f"netwerkanalyse.cli.{name}"
    for name in (
        "demo",
        "template",
        "check",
        "client",
        "caseload",
        "recommend",
        "allocate",
        "region",
        "brokerage",
        "coverage",
        "alignment",
        "governance",
        "measures",
        "convert",
        "simulate",
    )
}
"""Name of a command to the module that holds it; imported when it is used."""


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        show(ctx, f"{PROGRAM} {__version__}")


@click.group(PROGRAM, cls=Group, commands=Commands(COMMANDS), context_settings={"help_option_names": ["-h", "--help"]})
@options.lang
@click.option("--version", cls=Option, is_flag=True, expose_value=False, callback=_show_version, help="version")
def program(lang: str) -> None:
    """Hold the commands; the texts stand in ``texts/<lang>/cli.json``."""


def run(args: Sequence[str] | None = None) -> int:
    """Run a command.

    Parameters
    ----------
    args
        The words after ``netwerkanalyse``; by default those of this process.

    Returns
    -------
    code
        0 when it went well, 2 when the input or the command was refused, 1 when anything else failed.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old terminal shows a question mark for a letter it lacks
    try:
        return program.main(args, prog_name=PROGRAM, standalone_mode=False) or 0
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.message, err=True)
        return asked.exit_code
    except click.UsageError as error:
        _tell_usage(error)
        return error.exit_code
    except click.ClickException as error:
        click.echo(error.message, err=True)
        return error.exit_code
    except click.Abort:
        click.echo(text("cli.failed.stopped", language(click.Context(program))), err=True)
        return FAILED


def main() -> None:
    """Run the program and leave with its code."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # remarks of libraries to programmers say nothing to a person
    sys.exit(run())


def _tell_usage(error: click.UsageError) -> None:
    ctx = error.ctx or click.Context(program, info_name=PROGRAM)
    click.echo(f"{ctx.get_usage()}\n{say(ctx, 'usage.try', command=ctx.command_path)}\n", err=True)
    click.echo(printable(_what_was_wrong(error, ctx)), err=True)


def _what_was_wrong(error: click.UsageError, ctx: click.Context) -> str:
    """Say click's own refusals in the language of the person; the others are ours already."""
    match error:
        case click.MissingParameter(param=click.Parameter() as param):
            return say(ctx, "usage.missing", name=_name(param, ctx))
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_name(param, ctx)}: {error.message}"
        case click.NoSuchOption():
            near = f" ({', '.join(error.possibilities)}?)" if error.possibilities else ""
            return say(ctx, "usage.no_option", value=error.option_name) + near
        case click.BadOptionUsage():
            return say(ctx, "usage.bad_option", value=error.option_name)
        case _:
            return error.message


def _name(param: click.Parameter, ctx: click.Context) -> str:
    return "/".join(param.opts) if isinstance(param, click.Option) else param.make_metavar(ctx)
