"""All rules, in the order in which their findings come and the manual tells them."""

from __future__ import annotations

from argmap.critique.rule import Rule
from argmap.critique.rules import (
    circular,
    dangling_reference,
    duplicate_text,
    golden_rule,
    holding_hands,
    judged_before_reasons,
    kind_mismatch,
    leaf_without_basis,
    multiple_roots,
    question_not_statement,
    quote_without_source,
    rabbit_rule,
    reasoning_in_card,
    several_sentences,
    support_between_co_premises,
    too_deep,
    too_long,
    too_many_siblings,
    too_short,
    uncited,
    unconnected,
)

RULES: tuple[Rule, ...] = (
    circular.RULE,
    duplicate_text.RULE,
    support_between_co_premises.RULE,
    question_not_statement.RULE,
    reasoning_in_card.RULE,
    several_sentences.RULE,
    quote_without_source.RULE,
    dangling_reference.RULE,
    too_long.RULE,
    too_short.RULE,
    multiple_roots.RULE,
    unconnected.RULE,
    kind_mismatch.RULE,
    judged_before_reasons.RULE,
    leaf_without_basis.RULE,
    uncited.RULE,
    too_many_siblings.RULE,
    too_deep.RULE,
    golden_rule.RULE,
    rabbit_rule.RULE,
    holding_hands.RULE,
)
