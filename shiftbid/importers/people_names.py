"""Names for generated staff, clearly made up: common given names, and surnames of birds, plants and weather."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameStock:
    """Given and family names of a country, separated by spaces, and how they are put together."""

    given: str
    family: str
    family_first: bool
    separator: str


_NEW_ZEALAND = NameStock(
    given=(
        "Aroha Mere Tama Nikau Hana Wiremu Anahera Rangi Sina Tavita Mele Sione Priya Arjun Mei Jun Olive Jack Ruby "
        "Leo Isla Noah Freya Oscar Grace Theo Ivy Hugo Piper Finn Maia Kahu Ngaio Rua Ana Lani Kiri Max Zoe Eli"
    ),
    family=(
        "Kowhai Totara Rimu Kauri Ponga Harakeke Manuka Pukeko Kereru Tieke Fernhill Saltmarsh Driftwood Northwind "
        "Greywater Stonefield Ashgrove Longbeach Rainford Clearsky Highmoor Redbank Whitecap Oakshore"
    ),
    family_first=False,
    separator=" ",
)
_CHINA = NameStock(
    given=(
        "晓梅 建国 丽华 志强 秀英 伟东 雪松 海燕 文博 佳怡 子涵 雨桐 思远 春生 明月 立秋 小雨 长江 若兰 天佑 "
        "静 磊 芳 勇 娟 涛 敏 杰 霞 鹏 燕 斌 莉 波 玲 辉 婷 健 颖 宁"
    ),
    family="王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 欧阳 诸葛",
    family_first=True,
    separator="",
)
_ELSEWHERE = NameStock(
    given=(
        "Alma Bruno Carla Dario Edda Felix Greta Hugo Inga Jonas Kaya Lena Milo Nora Otto Paula Quin Rosa Sven Tilda "
        "Uma Viktor Wanda Xenia Yann Zita Adam Bea Cleo Dora Emil Fina Gil Hedda Ivo Juna Karl Lia Mats Nele"
    ),
    family=(
        "Amsel Birke Corvo Delmar Espen Falk Ginster Holm Iris Juniper Kestrel Linde Merle Nebel Olm Pinto Quell "
        "Rosmarin Sturm Tanne Ulme Veil Weide Ylang"
    ),
    family_first=False,
    separator=" ",
)
_STOCKS = {"NZ": _NEW_ZEALAND, "AU": _NEW_ZEALAND, "CN": _CHINA}


def people_names(country: str, count: int, rng: random.Random) -> tuple[str, ...]:
    """Draw `count` names of a country, no two alike as long as the stock lasts (about 900)."""
    stock = _STOCKS.get(country, _ELSEWHERE)
    pairs = [(given, family) for family in stock.family.split() for given in stock.given.split()]
    rng.shuffle(pairs)
    drawn = [pairs[n % len(pairs)] for n in range(count)]
    return tuple(
        stock.separator.join((family, given) if stock.family_first else (given, family)) for given, family in drawn
    )
