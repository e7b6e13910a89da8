"""Translation memory: what an article takes over from its PO file and from others, and what is alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.memory import MISSING, Memory, filled, gaps, merge, merge_all, near, taken
from duidu.model import Catalogue, English, Message, Offer, Sentence, Status
from tests.support import HERE, PROPERTY, sentence

# ---------------------------------------------------------------- merging translations


def message(
    chinese: str, english: str = "", status: Status = Status.MISSING, note: str = "", context: str = "paragraph"
) -> Message:
    return Message(context, chinese, English(english, status, note), HERE)


def reviewed(chinese: str, english: str, context: str = "paragraph") -> Message:
    return message(chinese, english, Status.REVIEWED, context=context)


def merged(catalogue: Catalogue, *chinese: str | Sentence) -> Catalogue:
    return merge(catalogue, [sentence(item) if isinstance(item, str) else item for item in chinese])


def catalogue(*messages: Message, obsolete: tuple[Message, ...] = ()) -> Catalogue:
    return Catalogue("p/s", messages, obsolete)


def said(messages: Iterable[Message]) -> list[tuple[str, str, str, str]]:
    return [(item.chinese, item.english.text, item.english.status.value, item.english.note) for item in messages]


BRIDGE = "昨天，青石县的新桥通车了。"
CHANGED = "今天，青石县的新桥通车了。"


def test_new_sentences_have_no_english() -> None:
    assert said(merged(catalogue(), "桥。", "船。").messages) == [
        ("桥。", "", "missing", ""),
        ("船。", "", "missing", ""),
    ]


def test_known_sentences_keep_their_english_in_the_order_of_the_article() -> None:
    before = catalogue(reviewed("桥。", "Bridge."), message("船。", "Boat.", Status.MACHINE, "Fake"))
    after = merged(before, "船。", "桥。")
    assert said(after.messages) == [("船。", "Boat.", "machine", "Fake"), ("桥。", "Bridge.", "reviewed", "")]
    assert after.obsolete == ()


def test_english_of_a_sentence_that_is_gone_is_kept_as_obsolete() -> None:
    after = merged(catalogue(reviewed("桥。", "Bridge."), message("船。")))
    assert (said(after.messages), said(after.obsolete)) == ([], [("桥。", "Bridge.", "reviewed", "")])


def test_english_comes_back_with_its_sentence() -> None:
    gone = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")))
    back = merged(gone, BRIDGE)
    assert (said(back.messages), back.obsolete) == ([(BRIDGE, "The bridge is open.", "reviewed", "")], ())


def test_a_slightly_changed_sentence_takes_the_english_over_as_stale() -> None:
    after = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), CHANGED)
    assert said(after.messages) == [(CHANGED, "The bridge is open.", "stale", BRIDGE)]
    assert said(after.obsolete) == [(BRIDGE, "The bridge is open.", "reviewed", "")]


def test_the_most_similar_sentence_counts() -> None:
    before = catalogue(reviewed("昨天，白石县的老桥通车了。", "Far."), reviewed("昨天，青石县的老桥通车了。", "Near."))
    assert said(merged(before, BRIDGE).messages)[0][1] == "Near."


def test_a_sentence_that_changes_twice_quotes_the_chinese_that_was_translated() -> None:
    once = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), CHANGED)
    twice = merged(once, "今天，青石县的新桥修好了。")
    assert said(twice.messages) == [("今天，青石县的新桥修好了。", "The bridge is open.", "stale", BRIDGE)]


def test_a_different_sentence_takes_nothing_over() -> None:
    after = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), "孩子们在水边放风筝。")
    assert said(after.messages) == [("孩子们在水边放风筝。", "", "missing", "")]


def test_machine_english_of_another_wording_is_not_taken_over() -> None:
    after = merged(catalogue(message(BRIDGE, "Bridge.", Status.MACHINE, "Fake")), CHANGED)
    assert said(after.messages) == [(CHANGED, "", "missing", "")]


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.MACHINE])
def test_an_equal_sentence_in_another_context_takes_the_english_as_it_is(status: Status) -> None:
    before = catalogue(message("桥。", "Bridge.", status, "note"))
    assert said(merged(before, sentence("桥。", context="title")).messages) == [
        ("桥。", "Bridge.", status.value, "note")
    ]


def test_english_of_a_sentence_that_is_still_there_is_not_taken_over() -> None:
    after = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), BRIDGE, CHANGED)
    assert said(after.messages)[1] == (CHANGED, "", "missing", "")


def memory_of(*messages: Message, key: str = "p/other", gone: tuple[Message, ...] = ()) -> Memory:
    return Memory([Catalogue(key, messages, gone)])


def remembered(before: Catalogue, memory: Memory, *chinese: str | Sentence) -> list[tuple[str, str, str, str]]:
    sentences = [sentence(item) if isinstance(item, str) else item for item in chinese]
    return said(merge(before, sentences, memory).messages)


@pytest.mark.parametrize("before", [catalogue(), catalogue(message("桥。"), message("船。"), message("人。"))])
@pytest.mark.parametrize("lost", [True, False])
def test_english_of_the_same_sentence_elsewhere_is_taken_over_as_it_is(before: Catalogue, lost: bool) -> None:
    found = (reviewed("桥。", "Bridge."), message("船。", "Boat.", Status.MACHINE, "Fake"))
    memory = memory_of(gone=found) if lost else memory_of(*found)
    assert remembered(before, memory, "桥。", "船。", "人。") == [
        ("桥。", "Bridge.", "reviewed", ""),
        ("船。", "Boat.", "machine", "Fake"),
        ("人。", "", "missing", ""),
    ]


def test_a_sentence_that_stands_twice_in_an_article_is_translated_once() -> None:
    after = merged(catalogue(reviewed("桥。", "Bridge.")), "桥。", sentence("桥。", context="paragraph 2"))
    assert [row[1:3] for row in said(after.messages)] == [("Bridge.", "reviewed")] * 2


@pytest.mark.parametrize(
    ("context", "status"),
    [("paragraph 3", "stale"), ("title", "reviewed"), ("heading 2", "reviewed"), ("credit", "stale")],
)
def test_reviewed_english_of_another_role_is_a_draft(context: str, status: str) -> None:
    memory = memory_of(reviewed("桥", "Bridge", context="title"))
    assert remembered(catalogue(), memory, sentence("桥", context=context)) == [("桥", "Bridge", status, "")]


def test_reviewed_english_on_which_reviewers_disagree_is_a_draft() -> None:
    memory = Memory([Catalogue(f"p/{english}", (reviewed("桥。", english),)) for english in ("One.", "Other.", "One.")])
    assert remembered(catalogue(), memory, "桥。") == [("桥。", "One.", "stale", "")]
    own = Memory([catalogue(reviewed("桥。", "Own.")), Catalogue("p/other", (reviewed("桥。", "Other."),))])
    assert remembered(catalogue(), own, "桥。") == [("桥。", "Own.", "reviewed", "")]


@pytest.mark.parametrize("turn", [1, -1])
def test_of_several_memories_the_most_trusted_counts(turn: int) -> None:
    found = [
        message("桥。", "M", Status.MACHINE),
        reviewed("桥。", "R"),
        message("桥。", "D", Status.STALE),
        message("桥。", "S", Status.STALE, "老桥。"),
    ]
    for best in "RDMS":
        memory = memory_of(gone=tuple(found[::turn]))
        assert remembered(catalogue(), memory, "桥。")[0][1] == best
        found = [item for item in found if item.english.text != best]


def test_machine_english_gives_way_to_reviewed_english_of_the_same_sentence() -> None:
    before = catalogue(message("桥。", "M", Status.MACHINE, "Fake"), message("船。", "M", Status.MACHINE, "Fake"))
    memory = memory_of(reviewed("桥。", "R"), reviewed("船。", "R", context="title"))
    assert [row[1:3] for row in remembered(before, memory, "桥。", "船。")] == [("R", "reviewed"), ("M", "machine")]


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.STALE])
def test_what_a_person_wrote_does_not_give_way(status: Status) -> None:
    before = catalogue(message("桥。", "Own.", status))
    assert remembered(before, memory_of(reviewed("桥。", "Other.")), "桥。") == [("桥。", "Own.", status.value, "")]


def test_english_of_an_earlier_wording_stays_where_it_is() -> None:
    stale = message("桥。", "S", Status.STALE, "老桥。")
    assert remembered(catalogue(), memory_of(stale), "桥。") == [("桥。", "", "missing", "")]


def test_english_of_the_article_itself_wins_over_memory() -> None:
    before = catalogue(reviewed("桥。", "Own."), obsolete=(reviewed("船。", "Own."),))
    memory = memory_of(reviewed("桥。", "Other."), reviewed("船。", "Other."))
    assert [english for _, english, *_ in remembered(before, memory, "桥。", "船。")] == ["Own.", "Own."]


def test_memory_of_a_similar_sentence_is_not_taken_over() -> None:
    assert remembered(catalogue(), memory_of(reviewed(BRIDGE, "Bridge.")), CHANGED) == [(CHANGED, "", "missing", "")]


def test_a_draft_that_is_carried_over_quotes_the_chinese_it_stood_at() -> None:
    after = merged(catalogue(message(BRIDGE, "Draft.", Status.STALE)), CHANGED)
    assert said(after.messages) == [(CHANGED, "Draft.", "stale", BRIDGE)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他们在山里修了一条水渠，全长七千二百米。", "他们在山里修了一条水渠，全长九千四百米。"),
        ("老支书带着村民上山开渠。", "老支书带着两百多个村民上山开渠。"),
        ("水来了，村里的人都哭了，孩子们在渠边跑来跑去。", "水来了，村里的人都哭了。"),
        ("县里决定今年再修三座桥。", "县里决定，今年要再修三座新桥。"),
    ],
)
def test_what_an_editor_changes_is_alike(before: str, after: str) -> None:
    assert said(merged(catalogue(reviewed(before, "E")), after).messages) == [(after, "E", "stale", before)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他们在山里修了一条水渠，全长七千二百米。", "他们在河上修了一座桥，孩子们上学不用绕路了。"),
        ("老支书带着村民上山开渠。", "村民们都说老支书是个好人。"),
        ("本报讯", "本报记者"),
    ],
)
def test_what_only_shares_words_is_not_alike(before: str, after: str) -> None:
    assert merged(catalogue(reviewed(before, "E")), after).messages[0].english.text == ""


# ---------------------------------------------------------------- near sentences


def test_near_sentences_come_best_first() -> None:
    memory = [
        reviewed("昨天，青石县的老桥修好了。", "Far."),
        reviewed(CHANGED, "Near."),
        message(CHANGED, "Near.", Status.MACHINE),
        message(CHANGED, ""),
        reviewed("孩子们在水边放风筝。", "No."),
    ]
    found = near(BRIDGE, memory)
    assert [item.message.english for item in found] == [
        English("Near.", Status.REVIEWED, ""),
        English("Far.", Status.REVIEWED, ""),
    ]
    assert 1 > found[0].score > found[1].score > 0.5


def test_the_same_sentence_is_nearest_and_no_more_come_than_asked_for() -> None:
    memory = [
        reviewed(text, text) for text in (CHANGED, BRIDGE, "昨天，青石县的新桥通车。", "昨天，青石的新桥通车了。")
    ]
    found = near(BRIDGE, memory, limit=2)
    assert (len(found), found[0].score, found[0].message.chinese) == (2, 1.0, BRIDGE)
    assert len(near(BRIDGE, memory)) == 3
    assert near(BRIDGE, Memory([catalogue(*memory)]).messages(), limit=2) == found


TEXTS = ("昨天，新桥通车了。", "今天，新桥通车了。", "今天，新桥修好了。", "船来了。", "桥。")
MESSAGES = st.builds(
    Message,
    st.sampled_from(["paragraph", "title"]),
    st.sampled_from(TEXTS),
    st.just(English("", Status.MISSING, ""))
    | st.builds(English, st.sampled_from("ABCD"), st.sampled_from([Status.REVIEWED, Status.MACHINE]), st.just(""))
    | st.builds(English, st.sampled_from("EF"), st.just(Status.STALE), st.sampled_from(TEXTS)),
    st.just(HERE),
)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Any catalogue in which a sentence stands once, current or obsolete."""
    unique = draw(st.lists(MESSAGES, max_size=8, unique_by=lambda item: (item.context, item.chinese)))
    current = draw(st.integers(0, len(unique)))
    obsolete = [item for item in unique[current:] if item.english.text]
    return Catalogue("p/s", tuple(unique[:current]), tuple(obsolete))


ARTICLES = st.lists(
    st.builds(
        lambda text, context: sentence(text, context=context),
        st.sampled_from(TEXTS),
        st.sampled_from(["paragraph", "title"]),
    ),
    max_size=6,
    unique_by=lambda item: (item.context, item.text),
)


def english(found: Catalogue) -> set[tuple[str, str, str]]:
    return {
        (item.context, item.chinese, item.english.text)
        for item in (*found.messages, *found.obsolete)
        if item.english.text
    }


@PROPERTY
@given(catalogues(), st.lists(ARTICLES, min_size=1, max_size=3))
def test_no_english_is_ever_dropped(found: Catalogue, versions: list[list[Sentence]]) -> None:
    for version in versions:
        after = merge(found, version)
        assert english(found) <= english(after)
        found = after


@PROPERTY
@given(catalogues(), ARTICLES)
def test_reviewed_english_stays_reviewed_and_no_other_becomes_so(found: Catalogue, version: list[Sentence]) -> None:
    def trusted(item: Catalogue) -> set[tuple[str, str]]:
        every = (*item.messages, *item.obsolete)
        return {(one.chinese, one.english.text) for one in every if one.english.status is Status.REVIEWED}

    assert trusted(merge(found, version)) == trusted(found)


@PROPERTY
@given(catalogues(), ARTICLES)
def test_merging_twice_is_merging_once(found: Catalogue, version: list[Sentence]) -> None:
    once = merge(found, version)
    assert merge(once, version) == once


@PROPERTY
@given(st.lists(st.tuples(catalogues(), ARTICLES), min_size=1, max_size=3))
def test_a_second_run_changes_nothing_and_what_people_wrote_stays(
    edition: list[tuple[Catalogue, list[Sentence]]],
) -> None:
    texts = [article for _, article in edition]
    found = [replace(item, key=f"p/{number}") for number, (item, _) in enumerate(edition)]
    once = merge_all(list(zip(found, texts, strict=True)))
    assert merge_all(list(zip(once, texts, strict=True))) == once
    for before, after in zip(found, once, strict=True):
        assert by_people(before) <= english(after)


def by_people(found: Catalogue) -> set[tuple[str, str, str]]:
    kept = [item for item in (*found.messages, *found.obsolete) if item.english.status is not Status.MACHINE]
    return english(replace(found, messages=tuple(kept), obsolete=()))


@PROPERTY
@given(catalogues(), ARTICLES)
def test_merged_catalogue_has_every_sentence_in_order(found: Catalogue, version: list[Sentence]) -> None:
    after = merge(found, version)
    assert [(item.context, item.chinese) for item in after.messages] == [(item.context, item.msgid) for item in version]
    assert all(item.english.text for item in after.obsolete)


@pytest.mark.parametrize("current", [message("桥。"), reviewed("桥。", "A bridge.")])
def test_obsolete_english_of_a_sentence_that_is_there_is_kept(current: Message) -> None:
    before = catalogue(current, obsolete=(reviewed("桥。", "Bridge."),))
    assert english(before) <= english(merged(before, "桥。"))


@pytest.mark.parametrize("chinese", [(), ("桥。",), ("船。",)])
def test_two_obsolete_entries_of_one_sentence_are_both_kept(chinese: tuple[str, ...]) -> None:
    before = catalogue(obsolete=(reviewed("桥。", "Bridge."), reviewed("桥。", "A bridge.")))
    assert english(before) <= english(merged(before, *chinese))


# ---------------------------------------------------------------- gaps


def test_gaps_are_the_sentences_without_english_each_once() -> None:
    first = catalogue(message("桥。"), reviewed("船。", "Boat."), message("人。"))
    second = catalogue(message("人。", context="title"), message("水。"), obsolete=(message("山。"),))
    assert gaps([first, second]) == ("桥。", "人。", "水。")


def test_only_gaps_are_filled() -> None:
    before = catalogue(message("桥。"), reviewed("船。", "Boat."), message("人。"), message("水。"))
    machine = {text: English(text, Status.MACHINE, "Fake 1.0") for text in ("桥。", "船。")}
    after = filled(before, machine)
    assert said(after.messages) == [
        ("桥。", "桥。", "machine", "Fake 1.0"),
        ("船。", "Boat.", "reviewed", ""),
        ("人。", "", "missing", ""),
        ("水。", "", "missing", ""),
    ]


def test_machine_english_is_renewed_where_that_is_asked_for() -> None:
    before = catalogue(message("桥。", "Old", Status.MACHINE, "Fake 1.0"), reviewed("船。", "Boat."), message("人。"))
    machine = {text: English("New", Status.MACHINE, "Fake 2.0") for text in ("桥。", "船。")}
    after = filled(before, machine, (Status.MISSING, Status.MACHINE))
    assert [row[1] for row in said(after.messages)] == ["New", "Boat.", ""]


# ---------------------------------------------------------------- English from outside


def offered(chinese: str, text: str, status: Status, *, ours: bool = True, lost: bool = False) -> Offer:
    return Offer("p/s" if ours else "", "paragraph" if ours else "", chinese, English(text, status, ""), lost)


M, S, R = Status.MACHINE, Status.STALE, Status.REVIEWED


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize(
    ("have", "comes", "then", "conflicts"),
    [
        (("", Status.MISSING), ("New", M), ("New", M), 0),
        (("", Status.MISSING), ("New", S), ("New", S), 0),
        (("", Status.MISSING), ("New", R), ("New", R), 0),
        (("Old", M), ("New", M), ("Old", M), 1),
        (("Old", M), ("New", S), ("New", S), 0),
        (("Old", M), ("New", R), ("New", R), 0),
        (("Old", M), ("Old", S), ("Old", M), 0),
        (("Old", M), ("Old", R), ("Old", R), 0),
        (("Old", S), ("New", M), ("Old", S), 0),
        (("Old", S), ("New", S), ("Old", S), 1),
        (("Old", S), ("New", R), ("New", R), 0),
        (("Old", S), ("Old", R), ("Old", R), 0),
        (("Old", R), ("New", M), ("Old", R), 0),
        (("Old", R), ("New", S), ("Old", R), 1),
        (("Old", R), ("New", R), ("Old", R), 1),
        (("Old", R), ("Old", R), ("Old", R), 0),
    ],
)
def test_what_is_worth_more_is_taken(
    have: tuple[str, Status], comes: tuple[str, Status], then: tuple[str, Status], conflicts: int, ours: bool
) -> None:
    found = taken([catalogue(message("桥。", *have))], [offered("桥。", *comes, ours=ours)], "imported/x")
    ((item,),) = [item.messages for item in found.catalogues]
    assert (item.english.text, item.english.status) == then
    assert len(found.conflicts) == conflicts
    assert found.entries == (have != then)


def test_conflicts_have_both_texts() -> None:
    before = message("桥。", "Old", R)
    (conflict,) = taken([catalogue(before)], [offered("桥。", "New", R)], "imported/x").conflicts
    assert (conflict.kept, conflict.offered.text) == (before, "New")


def test_what_is_not_ours_is_for_the_sentence_wherever_it_stands() -> None:
    both = [Catalogue(key, (message("桥。"), message("桥。", context="title"))) for key in ("p/a", "p/b")]
    found = taken(both, [offered(" 桥。", "New", S, ours=False)], "imported/x")
    assert [item.english.text for one in found.catalogues for item in one.messages] == ["New"] * 4


def test_what_no_article_has_is_kept() -> None:
    offers = [
        offered("船。", "Boat.", R, lost=True),
        offered("水。", "Water.", R),
        offered("人。", "People.", S, ours=False),
        Offer("gone/s", "title", "山", English("Mountain", R, "")),
    ]
    found = taken([catalogue(message("桥。"), message("船。"))], offers * 2, "imported/x")
    kept = {item.key: said(item.obsolete) for item in found.catalogues}
    assert kept == {
        "p/s": [("船。", "Boat.", "reviewed", ""), ("水。", "Water.", "reviewed", "")],
        "imported/x": [("人。", "People.", "stale", "")],
        "gone/s": [("山", "Mountain", "reviewed", "")],
    }
    assert found.entries == 4
    assert taken(found.catalogues, offers, "imported/x").catalogues == found.catalogues


def test_what_waits_from_another_file_is_not_kept_twice_and_reviewed_english_stays() -> None:
    there = taken([], [offered("人。", "People.", R, ours=False)], "imported/x").catalogues
    again = taken(there, [offered("人。", "People.", R, ours=False)], "imported/y")
    assert (again.catalogues, again.entries, again.conflicts) == (there, 0, ())
    (conflict,) = taken(there, [offered("人。", "Folk.", R, ours=False)], "imported/y").conflicts
    assert (conflict.kept.english.text, conflict.offered.text) == ("People.", "Folk.")
    draft = taken(
        taken([], [offered("人。", "Folk.", S, ours=False)], "imported/x").catalogues,
        [offered("人。", "People.", R, ours=False)],
        "imported/y",
    )
    assert draft.entries == 1


def test_what_was_reviewed_elsewhere_is_reviewed_in_any_role() -> None:
    there = taken([], [offered("人。", "People.", R, ours=False)], "imported/x").catalogues
    memory = Memory(there)
    for context in ("title", "paragraph"):
        assert memory.reviewed("p/a", context, "人。") == English("People.", R, "")


@PROPERTY
@given(catalogues())
def test_all_of_a_catalogue_comes_back_into_an_empty_one(full: Catalogue) -> None:
    empty = Catalogue(full.key, tuple(replace(item, english=MISSING) for item in full.messages))
    offers = [
        Offer(full.key, item.context, item.chinese, item.english, lost)
        for lost, messages in ((False, full.messages), (True, full.obsolete))
        for item in messages
        if item.english.text
    ]
    (back,) = taken([empty], offers, "imported/x").catalogues
    assert everything(back) == everything(full)
    (same,) = taken([full], offers, "imported/x").catalogues
    assert same == full


def everything(found: Catalogue) -> list[list[tuple[str, str, English]]]:
    return [[(item.context, item.chinese, item.english) for item in part] for part in (found.messages, found.obsolete)]
