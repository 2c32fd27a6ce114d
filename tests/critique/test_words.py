"""Rules that look at words: what they find in each language, and what they leave alone."""

from __future__ import annotations

import pytest

from argmap.critique import check, fix, fixable
from argmap.critique.language import KNOWN, language_of
from argmap.critique.terms import terms
from argmap.critique.text import as_sentence, normalised, sentences
from argmap.model.argument_map import ArgumentMap, Statement


def holding(text: str, language: str = "en") -> ArgumentMap:
    return ArgumentMap(statements=(Statement("c", text),), language=language)


def codes(text: str, language: str = "en") -> set[str]:
    return {problem.code for problem in check(holding(text, language))}


SPLITS = [
    # text, language, claim, reason
    ("Close it now because it costs too much.", "en", "Close it now.", "It costs too much."),
    ("Because it costs too much, close it now.", "en", "Close it now.", "It costs too much."),
    ("It costs too much, and therefore we close.", "en", "We close.", "It costs too much."),
    ("It costs too much; hence we close", "en", "We close.", "It costs too much."),
    ("It costs too much; hence, we close", "en", "We close.", "It costs too much."),
    ("He said “no” because “it costs too much”.", "en", "He said “no”.", "“it costs too much”."),
    ("Given that it costs much, we close.", "en", "We close.", "It costs much."),
    ("We close because prices rose.", "en", "We close.", "Prices rose."),
    ("As a result, prices rose.", "en", "Prices rose.", None),
    ("It follows that prices rose.", "en", "Prices rose.", None),
    ("Il faut fermer parce que tout coûte.", "fr", "Il faut fermer.", "Tout coûte."),
    ("Il faut fermer puisqu’il pleut trop.", "fr", "Il faut fermer.", "Il pleut trop."),
    ("Tout coûte, donc nous fermons.", "fr", "Nous fermons.", "Tout coûte."),
]


@pytest.mark.parametrize(("text", "language", "claim", "reason"), SPLITS)
def test_a_card_with_reasoning_is_split(
    text: str, language: str, claim: str, reason: str | None
) -> None:
    argument_map = holding(text, language)
    (problem,) = check(argument_map, select=["reasoning-in-card"])

    mended = fix(argument_map, problem)

    assert mended.statement_by_id["c"].text == claim
    reasons = [mended.statement_by_id[r.premises[0]].text for r in mended.relations_on("c")]
    assert reasons == ([] if reason is None else [reason])
    assert all(relation.bearing == "supports" for relation in mended.relations)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Closed because of rain.", "en"),
        ("Because it rains we close.", "en"),  # no comma says where the reason ends
        ("Because.", "en"),
        ("We close because winter.", "en"),  # one word is no card
        ("Close because it rains.", "en"),
        ("Because winter, we close.", "en"),
        ("Therefore nothing.", "en"),
        ("Because the pool, which is old, leaks, we close.", "en"),
        ("We close (because it rains).", "en"),
        ("He says “we close because it rains”.", "en"),
        ('He says "we close because it rains".', "en"),
        ("Even if we close because it rains, many will come.", "en"),
        ("We close only because it rains.", "en"),
        ("We close not because it rains but because it is dear.", "en"),
        ("Many say that we close because it rains.", "en"),
        ("That is because it rains.", "en"),
        ("We therefore close the pool.", "en"),
        ("The old pool, therefore, is closed.", "en"),
        ("It rains and therefore is closed.", "en"),
        (", and therefore we close.", "en"),
        ("C’est parce qu’il pleut.", "fr"),
        ("Ce n'est pas parce qu'il pleut que nous fermons.", "fr"),
        ("Il faut donc fermer la piscine.", "fr"),
        ("Si nous fermons parce que tout coûte, on partira.", "fr"),
        ("It rains. We close because it rains. It is wet.", "en"),
        ("Wir schließen, weil es regnet.", "de"),
        ("Deshalb schließen wir das Bad.", "de"),
    ],
)
def test_where_it_is_unclear_how_to_split_the_author_has_to(text: str, language: str) -> None:
    argument_map = holding(text, language)
    (problem,) = check(argument_map, select=["reasoning-in-card"])

    assert not fixable(argument_map, problem)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose as a result of the war.",
        "He has been right thus far.",
        "Since 1999 the pool has been closed.",
        "So many residents want the pool.",
        "The enhancement of the pool is dear.",
        "Authentic pools are rare.",
    ],
)
def test_words_that_can_mean_something_else_are_no_reasoning(text: str) -> None:
    assert "reasoning-in-card" not in codes(text)


@pytest.mark.parametrize(
    ("text", "language", "is_found"),
    [
        ("This is too dear.", "en", True),
        ("They want it open.", "en", True),
        ("They’re open.", "en", True),
        ("Those who swim live long.", "en", False),
        ("Those pools are dear.", "en", True),
        ("It’s wrong to close the pool.", "en", False),
        ("It is too dear.", "en", True),
        ("It is wrong to close the pool.", "en", False),
        ("It seems that prices rise.", "en", False),
        ("Thistles grow at the pool.", "en", False),
        ("“This” is a word of four letters.", "en", True),
        ("Das ist zu teuer.", "de", True),
        ("Das Bad ist zu teuer.", "de", False),
        ("Das alte, schöne Bad ist zu teuer.", "de", True),  # a comma is one thing too many
        ("Das schöne alte Bad ist zu teuer.", "de", False),
        ("Das würde Geld kosten.", "de", True),
        ("Es geht um das Bad.", "de", False),
        ("Es kostet zu viel.", "de", True),
        ("Es ist falsch, das Bad zu schließen.", "de", False),
        ("Cela coûte trop cher.", "fr", True),
        ("Il faut fermer la piscine.", "fr", False),
        ("Il ne faut pas fermer la piscine.", "fr", False),
        ("Il n’est pas certain que tout ferme.", "fr", False),
        ("Il coûte cher.", "fr", True),
        ("Celui-ci coûte cher.", "fr", True),
        ("Celui qui nage vit longtemps.", "fr", False),
        ("This is too dear.", "", True),
        ("This is too dear.", "fi", False),
        ("Das ist zu teuer.", "en", False),
    ],
)
def test_dangling_references(text: str, language: str, is_found: bool) -> None:
    assert ("dangling-reference" in codes(text, language)) is is_found


def test_rules_about_words_stay_silent_for_languages_without_lists() -> None:
    text = "This is so because of that, therefore it is."

    assert {"reasoning-in-card", "dangling-reference"} <= codes(text, "en-GB")
    assert {"reasoning-in-card", "dangling-reference"} <= codes(text, "")
    assert not {"reasoning-in-card", "dangling-reference"} & codes(text, "fi")


@pytest.mark.parametrize("code", KNOWN)
def test_the_lists_of_each_language_are_in_lower_case_and_match(code: str) -> None:
    language = language_of(code)

    assert language is not None
    for word in language.stop_words | language.pointing:
        assert word == word.lower()
    assert language.indicator.search("x") is None
    assert language_of(f"{code.upper()}_XX") is language


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dr. Smith came. He left.", ["Dr. Smith came.", "He left."]),
        ("The U.S. Army won.", ["The U.S. Army won."]),
        ("J. R. R. Tolkien wrote it.", ["J. R. R. Tolkien wrote it."]),
        ("Costs rose 3.5 percent.", ["Costs rose 3.5 percent."]),
        ("Really? Yes!", ["Really?", "Yes!"]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("これは文です。次の文です。", ["これは文です。", "次の文です。"]),
        ("first\n\nsecond", ["first", "second"]),
        ("first\nsecond", ["first\nsecond"]),
        ("Das gilt z. B. Ende Mai.", ["Das gilt z. B. Ende Mai."]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts
    assert ("several-sentences" in codes(text)) == (len(parts) > 1)


@pytest.mark.parametrize(
    "text", ["Should it open?", "Should it open?”", "开放吗？", "هل؟", "Τι;\u037e"]
)
def test_questions(text: str) -> None:
    assert "question-not-statement" in codes(text)


@pytest.mark.parametrize("text", ["It opens.", "He asked “why?” and left.", "", "!"])
def test_what_is_no_question(text: str) -> None:
    assert "question-not-statement" not in codes(text)


@pytest.mark.parametrize(
    ("count", "severity"), [(25, None), (26, "hint"), (40, "hint"), (41, "warning")]
)
def test_a_long_card_is_a_hint_and_a_very_long_one_a_warning(
    count: int, severity: str | None
) -> None:
    problems = check(holding("word " * count), select=["too-long"])

    assert [problem.severity.value for problem in problems] == ([severity] if severity else [])


def test_scripts_without_spaces_are_not_counted() -> None:
    assert not {"too-short", "too-long"} & codes("游泳池应该在星期天开放" * 20, "zh")
    assert "too-short" in codes("Uima-allas.", "fi")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("He calls it “the heart of town”.", True),
        ("Er nennt es „das Herz der Stadt“.", True),
        ('He calls it "the heart of town".', True),
        ("He calls it “home”.", False),
        ("It is 5' 3\" tall.", False),
    ],
)
def test_quotations_need_a_source(text: str, is_found: bool) -> None:
    assert ("quote-without-source" in codes(text)) is is_found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "The councils are running costs.",
            "en",
            {"council": "councils", "run": "running", "cost": "costs"},
        ),
        ("Die Kosten der Bäder", "de", {"kost": "Kosten", "bad": "Bäder"}),
        ("L’eau des piscines", "fr", {"eau": "eau", "piscin": "piscines"}),
        ("This is not so.", "en", {}),
        ("The charter of 1999", "en", {"charter": "charter", "1999": "1999"}),
    ],
)
def test_terms_are_stems_of_significant_words(
    text: str, language: str, found: dict[str, str]
) -> None:
    known = language_of(language)

    assert known is not None
    assert terms(text, known) == found


def test_texts_are_the_same_but_for_case_spaces_and_stops() -> None:
    assert normalised(" The  pool\nopens. ") == normalised("the pool opens")
    assert normalised("The pool opens!") == normalised("The pool opens")
    assert normalised("The pool closes.") != normalised("The pool opens.")


def test_a_clause_becomes_a_sentence() -> None:
    assert as_sentence(", the pool opens ") == "The pool opens."
    assert as_sentence("why not?") == "Why not?"
