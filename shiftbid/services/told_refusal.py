"""Why law, cover or certificate refuse an exchange, in the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.errors import InputError
from shiftbid.services.exchange_effect import RefusedExchangeError, newly_broken_by, refusing

HOUSE_ARTICLE = "House rule"


def told_refusal(refused: RefusedExchangeError, language: str) -> InputError:
    """Give a refusal in a language (``en`` or ``zh``); the people concerned are checked again for the law's sentences.

    Articles of laws and names of people stay as they are written.
    """
    if language != "zh":
        return InputError(refused.source, refused.effect.problems)
    return InputError("换班", ["\n".join(_chinese(refused))])


def _chinese(refused: RefusedExchangeError) -> Iterator[str]:
    effect = refused.effect
    for each in refusing(newly_broken_by(refused.roster, refused.moves, "zh")):
        yield f"{each.sentence.removesuffix('。')}（{chinese_article(each.article)}）。"
    if effect.missing_half_hours > 0:
        yield f"换班后未满足的需求将增加 {effect.missing_half_hours} 个人·半小时。"
    if effect.quarters_kept < 0:
        yield f"换班后将有 {-effect.quarters_kept} 个一刻钟不再守住等待承诺。"


def chinese_article(article: str) -> str:
    """Where a rule stands: a house rule in Chinese, an article of a law as its country writes it."""
    return "内部规定" if article == HOUSE_ARTICLE else article
