"""Click's commands and parameters, speaking the language of the person.

Help is written as keys of ``texts/<lang>/cli.json`` and looked up when it is shown. A command ``client`` has
``client.help`` (the first line is also its line in the list of commands) and ``client.example``: lines that run as they
stand in an empty folder.
"""

import os
from collections import UserDict
from collections.abc import Mapping
from importlib import import_module

import click

from netwerkanalyse.cli.failures import telling
from netwerkanalyse.texts import LANGUAGES, text

LANGUAGE_VARIABLE = "NETWERKANALYSE_LANG"
_CHOSEN = "netwerkanalyse.lang"


def language(ctx: click.Context) -> str:
    """Return the language chosen with ``--lang``, else the one of the environment, else Dutch."""
    chosen = ctx.meta.get(_CHOSEN) or os.environ.get(LANGUAGE_VARIABLE)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def choose_language(ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    """Keep the language for everything that is said after this (the callback of ``--lang``)."""
    if value:
        ctx.meta[_CHOSEN] = value
    return language(ctx)


def say(ctx: click.Context, key: str, **values: object) -> str:
    """Say a text of the command line in the language of the person."""
    return text(f"cli.{key}", language(ctx), **values)


def show(ctx: click.Context, said: str) -> None:
    """Show something instead of doing the work, and leave."""
    with telling(language(ctx)):
        click.echo(said)
        ctx.exit()


class Argument(click.Argument):
    """An argument whose placeholder in the usage line is a word of the language."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the placeholder, in brackets when it may be left out."""
        word = say(ctx, f"metavar.{self.metavar}")
        return word if self.required else f"[{word}]"


class Option(click.Option):
    """An option whose help is a key: ``help="quiet"`` is the text ``option.quiet``."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the placeholder of the value; a choice lists what can be chosen."""
        return say(ctx, f"metavar.{self.metavar}") if self.metavar else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and what it does."""
        record = super().get_help_record(ctx)
        return record and (record[0], say(ctx, f"option.{self.help}"))


class Command(click.Command):
    """A command with help in the language of the person, whose failures are told in one way."""

    allow_extra_args = True  # refused in our own words

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``; it is not eager, so that the language comes first."""
        if self._help_option is None:
            names = self.get_help_option_names(ctx)
            self._help_option = Option(names, is_flag=True, expose_value=False, callback=_show_help, help="help")
        return self._help_option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command."""
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            ctx.fail(say(ctx, "usage.too_many", value=" ".join(rest)))
        return rest

    def invoke(self, ctx: click.Context) -> object:
        """Do the work."""
        with telling(language(ctx)):
            return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line."""
        return [say(ctx, "metavar.options"), *super().collect_usage_pieces(ctx)[1:]]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is typed."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say(ctx, "usage.heading") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(ctx, f"{self.name}.help"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(say(ctx, "heading.options")):
            formatter.write_dl([record for record in records if record])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the codes at the end mean, and an example that runs as it stands."""
        with formatter.section(say(ctx, "heading.codes")):
            formatter.write_text(say(ctx, "codes"))
        with formatter.section(say(ctx, "heading.example")):
            for line in say(ctx, f"{self.name}.example").splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")


class Commands(UserDict[str, click.Command]):
    """Commands that are imported when they are used.

    Parameters
    ----------
    homes
        Name of a command to the module that holds it, as ``command``.
    """

    def __init__(self, homes: Mapping[str, str]) -> None:
        super().__init__(dict.fromkeys(homes, click.Command(None)))  # the names; what they stand for comes later
        self.homes = homes

    def __getitem__(self, name: str) -> click.Command:
        """Import a command."""
        command: click.Command = import_module(self.homes[name]).command
        return command


class Group(Command, click.Group):
    """The program: a command that holds the others."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line."""
        return [say(ctx, "metavar.options"), say(ctx, "metavar.command")]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command somebody typed."""
        if args[0] not in self.commands:
            ctx.fail(say(ctx, "usage.no_command", value=args[0], known=", ".join(self.commands)))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Pass on to the command, which tells its own failures."""
        return click.Group.invoke(self, ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        lines = [(name, say(ctx, f"{name}.help").split("\n")[0]) for name in self.commands]
        with formatter.section(say(ctx, "heading.commands")):
            formatter.write_dl(lines)
        super().format_options(ctx, formatter)


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        show(ctx, ctx.get_help())
