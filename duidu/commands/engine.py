"""``engine install`` and ``engine status``: the packages of the translation engine, fetched once, verified since.

Nothing but ``install``, and the question before it, ever asks the network.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import config
from duidu.commands.report import Report, Reporter, plural
from duidu.config import TranslateConfig
from duidu.content.articles import read_articles
from duidu.errors import NoPackageError, PackageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from duidu.translators import Engine
    from duidu.translators.download import Watch
    from duidu.translators.package_index import Offer, Pair
    from duidu.translators.packages import Installed, Places

# What --speed translates: sentences as they stand in newspapers, short and long.
SAMPLE = (
    "昨天，青石县的新桥通车了。",
    "以后上学不用绕路了！",
    "这座桥长120米，两岸的人都叫它“连心桥”。",
    "桥头开了一家小店，卖水果和热茶，老人们常来这里聊天。",
    "今年以来，全县新修农村公路三百多公里，六十多个村的群众出行更加方便。",
    "“路修好了，日子也好过了。”村民张大山一边摘苹果，一边对记者说。",
    "春天来了，孩子们在新桥上放风筝。",
    "据介绍，该项目总投资2.3亿元，预计明年年底完工，建成后将惠及两岸近五万名居民。",
)
SAMPLE_SIZE = 64


def install(root: Path, reporter: Reporter, *, files: Sequence[Path] = ()) -> Report:
    """Install what the edition needs, from the index or from package files; what is there and sound stays.

    Raises PackageError.
    """
    from duidu.translators import packages

    settings = config.load(root).translate
    where = packages.places()
    wanted = _wanted(root)
    if files:
        lines = tuple(_install_file(path, where, wanted, settings) for path in files)
    else:
        lines = tuple(_install_all(where, wanted, settings, reporter))
    return Report("engine install", lines, {"packages": len(lines)})


def offer(root: Path, reporter: Reporter) -> bool:
    """Where a person is there to answer: ask whether to fetch the packages now, and do so. Says whether it did.

    Raises PackageError when the download or the installation fails. When the index cannot be asked how large the
    packages are, there is no question.
    """
    from duidu.translators import download, packages

    if not reporter.can_ask:
        return False
    where = packages.places()
    try:
        needed = _needed(_wanted(root), packages.offers(where, download.BRIEF))
        missing = [one for one in needed if one.pair not in {there.pair for there in packages.installed(where)}]
        size = sum(packages.size_of(one) for one in missing)
    except PackageError:
        return False
    what = f"the {' and '.join(str(one.pair) for one in missing)} package{'s' * (len(missing) > 1)}"
    about = f" (about {_megabytes(size)})" if size else ""
    if not missing or not reporter.confirm(f"Download {what}{about} now?"):
        return False
    for line in install(root, reporter).lines:
        reporter.say(line)
    return True


def opened(root: Path, reporter: Reporter, open_: Callable[[], Engine]) -> Engine:
    """The engine that ``open_`` gives; where its package is missing, a person is asked whether to fetch it now.

    Raises EngineError.
    """
    try:
        return open_()
    except NoPackageError:
        if not offer(root, reporter):
            raise
    return open_()


def status(root: Path, *, jobs: int = 1, speed: bool = False) -> Report:
    """What is installed for the edition, and whether it is still what was installed; exit code 1 when something is not.

    With ``speed`` the engine translates for some seconds. Raises EngineError when it cannot.
    """
    from duidu.translators import packages
    from duidu.translators.argos import device_used

    settings = config.load(root).translate
    where = packages.places()
    there = packages.installed(where)
    lines, sound, size = [], True, 0
    for pair in _wanted(root):
        serving = packages.serving(pair, there)
        if not serving:
            lines.append(f"{pair}: no package is installed. Hint: get it once with: duidu engine install")
            sound = False
        for package in serving:
            line, good = _standing(package, settings)
            lines.append(line)
            sound, size = sound and good, size + package.size
    lines.append(f"Device: {device_used(settings.device)}, {plural(jobs, 'thread')}.")
    if speed and sound:
        lines.append(_speed(_wanted(root)[0], settings, jobs))
    return Report("engine status", tuple(lines), {"bytes": size}, exit_code=0 if sound else 1)


# ---------------------------------------------------------------- what is needed


def _wanted(root: Path) -> tuple[Pair, ...]:
    """The pairs of the edition: from simplified Chinese, and from traditional where articles are printed in it."""
    from duidu.translators.package_index import Pair

    languages = {article.story.language for article in read_articles(root)}
    traditional = any(language.startswith("zh-Hant") for language in languages)
    simplified = not traditional or "zh-Hans" in languages
    target = config.load(root).translate.main_language
    return tuple(Pair(source, target) for source, needed in (("zh", simplified), ("zt", traditional)) if needed)


def _needed(wanted: Sequence[Pair], offers: dict[Pair, Offer]) -> list[Offer]:
    from duidu.translators.package_index import routes

    return [offers[pair] for pair in routes(wanted, offers, "the index")]


# ---------------------------------------------------------------- installing


def _install_file(path: Path, where: Places, wanted: Sequence[Pair], settings: TranslateConfig) -> str:
    from duidu.translators import packages
    from duidu.translators.package_index import PIVOT, Pair

    steps = {step for pair in wanted for step in (pair, Pair(pair.source, PIVOT), Pair(PIVOT, pair.target))}
    fitting = sorted(step for step in steps if step.source != step.target)
    return f"Installed: {_described(packages.install_file(path, where, wanted=fitting, pins=settings.pins))}"


def _install_all(where: Places, wanted: Sequence[Pair], settings: TranslateConfig, reporter: Reporter) -> Iterator[str]:
    from duidu.translators import packages

    for offered in _needed(wanted, packages.offers(where)):
        there = next((one for one in packages.installed(where) if one.pair == offered.pair), None)
        if there and _stays(there, offered, where, settings, reporter):
            yield f"Already there: {_described(there)}"
            continue
        with _bar(reporter, f"Downloading {offered.pair}") as watch:
            done = packages.install(offered, where, watch, pins=settings.pins)
        yield f"Installed: {_described(done)}"


def _stays(there: Installed, offered: Offer, where: Places, settings: TranslateConfig, reporter: Reporter) -> bool:
    """Whether the package that is there is as good as the one offered."""
    from duidu.translators import packages
    from duidu.translators.package_index import version_key

    try:
        record = packages.standing(there, settings.pins)
    except PackageError as error:
        reporter.say(f"Replacing: {error.message}")
        return False
    if version_key(there.version) < version_key(offered.version):
        return False
    if record is None:
        packages.adopt(there, where)
    return True


@contextmanager
def _bar(reporter: Reporter, label: str) -> Iterator[Watch]:
    """A bar of bytes that begins when their number is known, and again when a download does."""
    with ExitStack() as bars:
        advance: Callable[[int], None] | None = None
        before = 0

        def watch(done: int, total: int) -> None:
            nonlocal advance, before
            if advance is None or done < before:
                bars.close()
                advance, before = bars.enter_context(reporter.transfer(label, total)), 0
            advance(done - before)
            before = done

        yield watch


# ---------------------------------------------------------------- telling


def _standing(package: Installed, settings: TranslateConfig) -> tuple[str, bool]:
    from duidu.translators import packages

    try:
        record = packages.standing(package, settings.pins)
    except PackageError as error:
        return f"{_described(package)}: {error}", False
    if record is None:
        return (
            f"{_described(package)}: not verified, another program installed it; duidu engine install records it.",
            True,
        )
    origin = f", archive {record.archive}" if record.archive else ", as another program left it"
    pinned = ", as pinned" if settings.pins else ""
    return f"{_described(package)}: {plural(len(record.files), 'file')} verified{origin}{pinned}.", True


def _described(package: Installed) -> str:
    return f"{package.pair} {package.version}, {_megabytes(package.size)}, in {package.path}"


def _speed(pair: Pair, settings: TranslateConfig, jobs: int) -> str:
    from duidu.translators import ENGINES, first_decoding

    engine = ENGINES["argos"](
        source=pair.source,
        target=pair.target,
        device=settings.device,
        beam_size=settings.beam_size,
        threads=jobs,
        sha256=settings.pins,
    )
    decoding = first_decoding(settings.beam_size)
    list(engine.translate(SAMPLE[:1], decoding))  # the model is loaded with the first sentence
    sentences = (SAMPLE * SAMPLE_SIZE)[:SAMPLE_SIZE]
    start = time.perf_counter()
    list(engine.translate(sentences, decoding))
    seconds = time.perf_counter() - start
    characters = sum(map(len, sentences)) / seconds
    return f"Speed: {len(sentences) / seconds:,.1f} sentences, {characters:,.0f} characters a second."


def _megabytes(size: int) -> str:
    """
    >>> _megabytes(73_400_000), _megabytes(4_200)
    ('73 MB', '0.1 MB')
    """
    return f"{size / 1e6:,.0f} MB" if size >= 10_000_000 else f"{max(size / 1e6, 0.1):.1f} MB"
