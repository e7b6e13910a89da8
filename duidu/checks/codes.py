"""The code of every finding: how grave it is, what it means, what to do. The README lists them all."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.model import Finding, Severity, SourceRef


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means, what to do about it, and how grave it is."""

    meaning: str
    hint: str
    severity: Severity = Severity.WARNING


CODES: dict[str, Code] = {
    "A101": Code("an article has no headline", "add title: to its front matter, or set kind: caption."),
    "A102": Code("a paragraph stops in mid-sentence", "join it with the next one if a column break cut it."),
    "A103": Code("a paragraph stands in two articles", "delete one of them if it was imported twice."),
    "A104": Code("the page has changed since the article was edited", "put its changes in with: duidu import --merge"),
    "A105": Code(
        "the importer was not sure", "correct the article's Markdown; an article that you have edited is settled."
    ),
    "A106": Code("the encoding of a page was detected", "look at its text; save the page as UTF-8 to settle it."),
    "A107": Code(
        "a merge waits to be finished",
        "when its markers are out, duidu import --merge; or delete it to keep the article.",
    ),
    "A108": Code("an edited article is no longer on its page", "delete the article, or waive this to keep it."),
    "A109": Code(
        "an article was edited after its merge was made",
        "move the merge over the article, or delete it to keep the article as it is.",
    ),
    "A110": Code(
        "a merge is left over",
        "take from it what you need and delete it; where its article was deleted, name it .md to have that back.",
    ),
    "A111": Code(
        "the file of an imported page is gone",
        "put it back under this name, or delete the page's folders in content/articles and in the translations.",
    ),
    "A112": Code("a picture does not say what it shows", "say it in Chinese between the brackets: ![小桥](bridge.jpg)"),
    "L301": Code("a Chinese word has no reading", "give one in content/lexicon/readings.tsv."),
    "L302": Code("a traditional sentence has no word layer", "please report it: the conversion changed its length."),
    "L303": Code("a reading is not certain", "settle it with a line in content/lexicon/readings.tsv."),
    "L304": Code("a traditional form is not certain", "settle it with a line in content/lexicon/variants.tsv."),
    "L305": Code(
        "a traditional sentence does not convert back", "compare the two; a line in content/lexicon/variants.tsv helps."
    ),
    "E201": Code("a sentence has no English", "write it in the PO file, or run: duidu translate"),
    "E202": Code("machine English nobody has reviewed", "correct it in the PO file; take the flag fuzzy away."),
    "E203": Code("English of an earlier wording", "compare it with the Chinese; take the flag fuzzy away."),
    "E204": Code("a term is not translated as agreed", "use the English of content/lexicon/terms.tsv, or change it."),
    "M601": Code("machine English repeats itself", "translate the sentence yourself in the PO file."),
    "M602": Code("machine English is much shorter or longer than such a sentence", "compare it with the Chinese."),
    "M603": Code("machine English has Chinese left in it", "translate the rest; agreed terms go into terms.tsv."),
    "M604": Code("a number or date is not as in the Chinese", "compare the figures; correct the English."),
    "M605": Code("a name is missing, or was invented", "write the name; names that recur go into terms.tsv."),
    "M606": Code("machine English does not have a term as agreed", "use the English of the term, or change terms.tsv."),
    "M607": Code("quotes or brackets of machine English are not as in the Chinese", "put them in, or take them out."),
    "M608": Code("a part of the Chinese is not in machine English", "translate what is missing."),
    "M609": Code(
        "machine English says something twice", "compare it with the Chinese; one of the two is another word."
    ),
    "M610": Code("machine English has debris in it", "take out the mark-up, the address or the capitals."),
    "M611": Code("machine English has other words than the Chinese", "compare it with the Chinese word by word."),
    "M612": Code("machine English says the opposite of the Chinese", "compare negations, and more and less."),
    "S401": Code(
        "a page is heavier than the limit",
        "split the article or the edition, or raise max_page_kb in edition.toml.",
        Severity.ERROR,
    ),
    "S402": Code(
        "a page has more elements than the limit",
        "take some out of your templates; waive it for an article of very short sentences, as of verse or dialogue.",
        Severity.ERROR,
    ),
    "S403": Code(
        "the style sheets and scripts of an article are heavier than the limit",
        "your own files go out as they are: minify them, take some out, load it when it is needed, or waive this.",
        Severity.ERROR,
    ),
    "S404": Code(
        "something would be loaded from elsewhere", "put a copy into theme/ and link to that.", Severity.ERROR
    ),
    "S405": Code("a font is shipped", "name fonts that readers have; Chinese ones are too heavy.", Severity.ERROR),
    "S406": Code(
        "the whole site is heavier than the limit",
        "publish fewer variants, set zip = false, or raise max_site_mb in edition.toml where the host takes more.",
        Severity.ERROR,
    ),
    "S407": Code(
        "a picture is heavier than the limit",
        "save it smaller, 1,600 pixels wide are enough; or raise max_picture_kb in edition.toml.",
    ),
    "W501": Code("a waiver silences nothing", "take it out of content/waivers.toml."),
}


def finding(code: str, ref: SourceRef, message: str, weight: float = 0.0, hint: str = "") -> Finding:
    """A finding with the severity of its code, and its hint where no other fits better."""
    return Finding(code, CODES[code].severity, ref, message, hint or CODES[code].hint, weight)
