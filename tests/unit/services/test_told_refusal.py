from __future__ import annotations

from datetime import date

from shiftbid.rules.book import load_pack
from shiftbid.services.told_refusal import chinese_article


def test_house_rules_are_called_so_in_chinese() -> None:
    articles = {rule.article for rule in load_pack("HOUSE", date(2026, 1, 5)).rules}
    assert {chinese_article(article) for article in articles} == {"内部规定"}


def test_articles_of_laws_stay() -> None:
    assert chinese_article("§ 5") == "§ 5"
