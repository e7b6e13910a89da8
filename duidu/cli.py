"""The command line: options, progress, reports and exit codes. The only file that knows click."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duidu import __version__
from duidu.errors import DuiduError, ManyFaultsError

if TYPE_CHECKING:
    from duidu.commands.report import Report
    from duidu.model import Decision

EPILOG = "Exit codes: 0 fine, 1 findings or gaps, 2 wrong input or configuration, 130 stopped with Ctrl-C."


@dataclass(frozen=True, slots=True)
class Console:
    """Progress for a person, on standard error: bars on a terminal, plain lines elsewhere, nothing when quiet."""

    quiet: bool
    _answers: dict[str, bool] = field(default_factory=dict)

    def say(self, text: str) -> None:
        if not self.quiet:
            click.echo(text, err=True)

    def error(self, text: str) -> None:
        click.echo(text, err=True)

    @contextmanager
    def progress(self, label: str, total: int) -> Iterator[Callable[[int], None]]:
        if self.quiet:
            yield lambda steps: None
        elif sys.stderr.isatty():
            with click.progressbar(length=total, label=f"{label:<12}", file=sys.stderr, show_pos=True) as bar:
                yield bar.update
        else:
            click.echo(f"{label}: {total} to do", err=True)
            yield lambda steps: None

    @contextmanager
    def transfer(self, label: str, total: int) -> Iterator[Callable[[int], None]]:
        size = f"{total / 1e6:.1f} MB" if total else "size not known"
        if self.quiet:
            yield lambda count: None
        elif total and sys.stderr.isatty():
            done = 0

            def advance(count: int) -> None:
                nonlocal done
                done += count
                bar.update(count, f"{done / 1e6:.1f} of {size}")

            with click.progressbar(length=total, label=label, file=sys.stderr, item_show_func=lambda at: at) as bar:
                yield advance
        else:
            click.echo(f"{label}: {size}", err=True)
            yield lambda count: None

    @property
    def can_ask(self) -> bool:
        return not self.quiet and sys.stdin.isatty() and sys.stderr.isatty()

    def confirm(self, question: str) -> bool:
        if not self.can_ask:
            return False
        if question not in self._answers:
            try:
                self._answers[question] = click.confirm(question, default=False, err=True)
            except click.Abort:
                raise KeyboardInterrupt from None
        return self._answers[question]


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command."""
    options = (
        click.option(
            "--root",
            type=click.Path(path_type=Path, file_okay=False),
            help="Folder of the edition.  [default: the one you are in]",
        ),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            help="Processes that read many pages, and threads of the translation engine.  [default: one a core]",
        ),
        click.option("--quiet", "-q", is_flag=True, help="Print errors only."),
        click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of lines."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@_common
@click.version_option(__version__, prog_name="duidu")
@click.pass_context
def cli(context: click.Context, /, **options: Any) -> None:
    """Duidu 对读: Chinese newspaper pages as a bilingual reading edition.

    Without a command it does the main job, `all`: import new pages, translate what has no English, build the site
    in output/.
    """
    context.obj = options
    if context.invoked_subcommand is None:
        context.invoke(all_)


def _settings(options: dict[str, Any]) -> dict[str, Any]:
    """The options of the command, and before it of the group: `duidu --quiet site` is `duidu site --quiet`."""
    outer = click.get_current_context().find_root().obj or {}
    merged = {key: options.get(key) or outer.get(key) for key in ("root", "jobs", "quiet", "as_json")}
    return merged | {"jobs": merged["jobs"] or os.cpu_count() or 1}


def _execute(
    options: dict[str, Any], run: Callable[[Path, Console, int], Report], *, needs_edition: bool = True
) -> None:
    """Run a command and print its report; errors are one line each and end with exit code 2."""
    settings = _settings(options)
    as_json = settings["as_json"]
    console = Console(bool(settings["quiet"] or as_json))
    try:
        report = run(_root(settings["root"], needs_edition), console, settings["jobs"])
    except DuiduError as error:
        _print_errors(error, as_json)
        sys.exit(error.exit_code)
    except OSError as error:
        hint = "check the file, its permissions and the space on the disk."
        _print_errors(DuiduError(f"{error.filename or 'a file'}: {error.strerror or error}.", hint=hint), as_json)
        sys.exit(DuiduError.exit_code)
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    _print_report(report, as_json, bool(settings["quiet"]))
    sys.exit(report.exit_code)


def _root(given: Path | None, needs_edition: bool) -> Path:
    from duidu.config import find_root

    start = (given or Path.cwd()).resolve()
    return find_root(start, upwards=given is None) if needs_edition else start


def _print_errors(error: DuiduError, as_json: bool) -> None:
    errors = error.errors if isinstance(error, ManyFaultsError) else (error,)
    if as_json:
        from duidu import typed

        shown = [{"message": one.message, "hint": one.hint, "ref": one.ref} for one in errors]
        click.echo(typed.to_json({"exit_code": error.exit_code, "errors": shown}).decode())
    for one in errors:
        click.echo(_printable(str(one)), err=True)


def _print_report(report: Report, as_json: bool, quiet: bool) -> None:
    if as_json:
        from duidu import typed

        click.echo(typed.to_json(report).decode())
    elif quiet:
        from duidu.model import Severity

        for found in report.findings:
            if found.severity is Severity.ERROR:
                click.echo(_printable(str(found)), err=True)
    else:
        for decision in report.decisions:
            click.echo(_shown(decision))
        for line in report.lines:
            click.echo(_printable(line))


# What a terminal would obey, where a page or an article holds it.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _printable(text: str) -> str:
    return _CONTROL.sub(lambda match: match.group().encode("unicode_escape").decode(), text)


# What a line of a page is ─▶ its colour on a terminal; the rest is text, in the terminal's own.
_COLOURS = {
    "section heading": "red",
    "kicker": "red",
    "headline": "red",
    "headline, further line": "red",
    "sub-headline": "red",
    "crosshead": "yellow",
    "joined to the line above": "green",
    "begins without headline": "blue",
    "caption": "blue",
    "byline": "magenta",
    "byline at the foot": "magenta",
    "page furniture": "bright_black",
    "stands by itself": "bright_black",
}
# As many characters of a line tell which it is.
_EXCERPT = 36


def _shown(decision: Decision) -> str:
    """A decision in one line: the page's line, what it is taken for, how surely, its text, and why."""
    what = decision.what if len(decision.what) <= 24 else decision.what[:23] + "…"
    text = _printable(decision.text)
    text = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
    headline = _COLOURS.get(decision.what) == "red"
    label = click.style(f"{what:<24}", fg=_COLOURS.get(decision.what), bold=headline)
    sure = click.style(f"{decision.confidence:4.0%}", reverse=decision.doubtful)
    return f"{decision.ref.line:>5}  {label} {sure}  {text}  {click.style(decision.reason, dim=True)}"


# ---------------------------------------------------------------- one function a verb


@cli.command("all", epilog=EPILOG)
@_common
def all_(**options: Any) -> None:
    """Import, translate and build the site: the main job."""
    from duidu.commands import all as command

    _execute(options, lambda root, console, jobs: command.run(root, console, jobs=jobs))


@cli.command("import", epilog=EPILOG)
@_common
@click.option(
    "--again", is_flag=True, help="Import pages that have not changed, too. Edited articles stay as they are."
)
@click.option("--merge", is_flag=True, help="Put what has changed on the pages into the articles you have edited.")
@click.option("--explain", metavar="PAGE", help="Show what each line of a page is taken for, and why; import nothing.")
def import_(again: bool, merge: bool, explain: str | None, **options: Any) -> None:
    """Split the pages of content/pages/ into articles."""
    from duidu.commands import explain as explanation
    from duidu.commands import import_ as command

    if explain is not None:
        _execute(options, lambda root, console, jobs: explanation.run(root, page=explain))
    _execute(options, lambda root, console, jobs: command.run(root, console, again=again, merge=merge, jobs=jobs))


@cli.command(epilog=EPILOG)
@_common
@click.option(
    "--retranslate",
    type=click.Choice(["machine"]),
    help="Renew machine English, too; what is reviewed, or no longer marked as a machine's, stays.",
)
@click.option(
    "--report", is_flag=True, help="Write an HTML page: engine, speed, and the most doubtful sentences first."
)
def translate(retranslate: str | None, report: bool, **options: Any) -> None:
    """Bring the PO files up to date and fill their gaps with machine English."""
    from duidu.commands import translate as command

    renew = retranslate == "machine"
    _execute(
        options,
        lambda root, console, jobs: command.run(root, console, jobs=jobs, retranslate=renew, report=report),
    )


@cli.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
def memory() -> None:
    """Exchange the translation memory with other programs, as TMX or XLIFF."""


_FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))


@memory.command("export", epilog=EPILOG)
@_common
@_FILE
def memory_export(file: Path, **options: Any) -> None:
    """Write all entries to FILE: .tmx, .xlf or .xliff."""
    from duidu.commands import memory as command

    _execute(options, lambda root, console, jobs: command.export(root, console, file=file))


@memory.command("import", epilog=EPILOG)
@_common
@_FILE
def memory_import(file: Path, **options: Any) -> None:
    """Take over what FILE (.tmx, .xlf, .xliff) has; reviewed English stays as it is."""
    from duidu.commands import memory as command

    _execute(options, lambda root, console, jobs: command.import_(root, console, file=file))


@cli.command(epilog=EPILOG)
@_common
def site(**options: Any) -> None:
    """Build the site in output/ from what is there."""
    from duidu.commands import site as command

    _execute(options, lambda root, console, jobs: command.run(root, console))


@cli.command(epilog=EPILOG)
@_common
def check(**options: Any) -> None:
    """List everything a person should look at."""
    from duidu.commands import check as command

    _execute(options, lambda root, console, jobs: command.run(root, console))


@cli.group(epilog=EPILOG)
def engine() -> None:
    """Install the packages of the translation engine, or tell what is installed."""


@engine.command("install", epilog=EPILOG)
@_common
@click.option(
    "--from",
    "files",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Install this package file (.argosmodel) instead, without network. May be given several times.",
)
def engine_install(files: tuple[Path, ...], **options: Any) -> None:
    """Fetch the packages that the edition needs, once, into Argos Translate's own folder."""
    from duidu.commands import engine as command

    _execute(options, lambda root, console, jobs: command.install(root, console, files=files))


@engine.command("status", epilog=EPILOG)
@_common
@click.option("--speed", is_flag=True, help="Translate for some seconds, and tell how fast it went.")
def engine_status(speed: bool, **options: Any) -> None:
    """Tell package, version, size and device, and whether the files are those that were installed."""
    from duidu.commands import engine as command

    _execute(options, lambda root, console, jobs: command.status(root, jobs=jobs, speed=speed))


@cli.command(epilog=EPILOG)
@_common
@click.option(
    "--port",
    type=click.IntRange(1, 65534),
    default=8000,
    show_default=True,
    help="Port on 127.0.0.1; the review page has the next.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def serve(port: int, open_browser: bool, **options: Any) -> None:
    """Show the site on this machine; it is built again and reloaded at every change."""
    from duidu.commands import serve as command

    _execute(
        options, lambda root, console, jobs: command.run(root, console, jobs=jobs, port=port, open_browser=open_browser)
    )


@cli.command(epilog=EPILOG)
@_common
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path, **options: Any) -> None:
    """Start an edition of your own in the new folder DIR."""
    from duidu.commands import new as command

    _execute(options, lambda root, console, jobs: command.run(root / folder), needs_edition=False)


@cli.command(epilog=EPILOG)
@_common
def clean(**options: Any) -> None:
    """Remove what a build makes again: the files it put into output/, and the cache."""
    from duidu.commands import clean as command

    _execute(options, lambda root, console, jobs: command.run(root))


def main() -> None:
    """Entry point of ``duidu`` and ``build.py``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console that has no Chinese shows escapes instead of failing
            stream.reconfigure(errors="backslashreplace")
    name = Path(sys.argv[0]).name
    cli(prog_name="python -m duidu" if name == "__main__.py" else name)
