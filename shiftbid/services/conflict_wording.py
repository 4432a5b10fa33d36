"""Conflicts in a sentence that a manager understands, in English and Chinese, and what would mend them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, format_minute, local_day, minute_of_day
from shiftbid.rules.book import RulePack
from shiftbid.rules.finding import Severity
from shiftbid.rules.rule import Rule
from shiftbid.services.borrowed_staff import Loan
from shiftbid.solver.explanation.conflict import Conflict, Repair
from shiftbid.solver.explanation.elements import Need, Pin, Relaxation, RuleOf

_UNPINNED, _LIFTED, _FEWER_HEADS = range(3)
"""Repairs from the gentlest on."""

NAMES_SHOWN = 4
NEEDS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """What a conflict's sentences name.

    Attributes
    ----------
    names
        Name of each employee by id.
    shifts
        Candidate shifts by id.
    """

    pack: RulePack
    names: Mapping[str, str]
    shifts: Mapping[str, Shift]
    zone: str


@dataclass(frozen=True, slots=True)
class _Language:
    need: str
    many_needs: str
    nobody: str
    together: str
    rule: str
    pin: str
    missing: str
    not_minimal: str
    listed: str
    more: str
    separator: str
    fewer: str
    either: str
    until: str
    lift: str
    by_minutes: str
    for_shifts: str
    borrow: str
    consent: str
    unpin: str
    only_here: str


_LANGUAGES = {
    "en": _Language(
        need="{when}: {heads} {skill} needed",
        many_needs="{when}: {heads:,} head half-hours of {skill} needed",
        nobody="{needs}. So many people cannot be there at once, whatever the rules: {count} people have such a shift.",
        together="{needs}. That cannot be kept together with {reasons}.",
        rule="“{title}” ({rule}) of {people}",
        pin="the pinned shift on {when} of {people}",
        missing=" At least {missing} head half-hours stay missing.",
        not_minimal=" Some of this may not be needed for the conflict: the search was cut short.",
        listed=" and ",
        more=" and {count} more",
        separator=", ",
        fewer="Need fewer {skill} on {when}, or hire somebody for {skill}, or borrow them from another hall.",
        either=" or on ",
        until=" to ",
        lift="Let {person} off the house rule “{title}” ({rule}){amount}.",
        by_minutes=", by {hours:g} h in all",
        for_shifts=", for {count} of the shifts",
        borrow="Borrow {name} from {hall} for {shift} on {when}.",
        consent="Ask {person} for the consent that “{title}” ({rule}) wants.",
        unpin="Unpin the shift of {person} on {when}.",
        only_here=" (mends this conflict, not the whole of {window})",
    ),
    "zh": _Language(
        need="{when} 需要 {heads} 名“{skill}”人员",
        many_needs="{when} 共需“{skill}”{heads:,} 个人次半小时",
        nobody="{needs}。无论规则如何，都没有这么多人可以同时到岗：只有 {count} 人有可排的班次。",
        together="{needs}。这与{reasons}无法同时满足。",
        rule="{people}的“{title}”（{rule}）",
        pin="{people} {when} 的固定班次",
        missing="至少仍缺 {missing} 个人次半小时。",
        not_minimal="搜索提前结束，其中有些可能并非冲突所必需。",
        listed="、",
        more="等共 {total} 人",
        separator="、",
        fewer="减少 {when} 的“{skill}”需求，或招聘能胜任“{skill}”的人，或从其他营业厅调人。",
        either="或 ",
        until=" 至 ",
        lift="对 {person} 放宽内部规则“{title}”（{rule}）{amount}。",
        by_minutes="，共 {hours:g} 小时",
        for_shifts="，涉及 {count} 个班次",
        borrow="从 {hall} 借调 {name}，上 {when} 的 {shift}。",
        consent="就“{title}”（{rule}）征得 {person} 的同意。",
        unpin="取消 {person} {when} 的固定班次。",
        only_here="（只解决此冲突，不能解决 {window} 的全部）",
    ),
}


def conflict_sentence(conflict: Conflict, words: ConflictWords, language: str) -> str:
    """Say what cannot be kept together, with dates, heads, rules and people; `language` is ``en`` or ``zh``."""
    said = _LANGUAGES[language]
    needs = said.separator.join(_needs(conflict.needs, words, said))
    reasons = [*_rules(conflict, words, said, language), *_pins(conflict, words, said)]
    if reasons:
        sentence = said.together.format(needs=needs, reasons=_listed(reasons, said))
    else:
        sentence = said.nobody.format(needs=needs, count=conflict.able)
    missing = said.missing.format(missing=conflict.missing) if conflict.missing else ""
    return sentence + missing + ("" if conflict.minimal else said.not_minimal)


def repair_sentences(conflict: Conflict, words: ConflictWords, language: str) -> tuple[str, ...]:
    """Say what would mend the conflict: what mends its whole window first, then the gentlest.

    The law cannot be lifted, so rules that only the law could lift are left out; where nothing else is named, fewer
    heads or more people are the only way.
    """
    said = _LANGUAGES[language]
    rules = {rule.id: rule for rule in words.pack.rules}
    only_here = said.only_here.format(window=_dates(conflict, said))
    sentences: list[str] = []
    for whole_window in (True, False):
        repairs = [each for each in conflict.repairs if each.whole_window is whole_window]
        ranked = [told for each in repairs if (told := _told(each, words, said, rules, language))]
        ranked += [(_FEWER_HEADS, sentence) for sentence in _fewer(repairs, words, said)]
        note = "" if whole_window else only_here
        sentences += [sentence + note for _, sentence in sorted(ranked, key=lambda each: each[0])]
    return tuple(dict.fromkeys(sentences))


def loan_sentences(loans: Sequence[Loan], words: ConflictWords, language: str) -> tuple[str, ...]:
    """Say who could be borrowed from a neighbour hall, and for which shift."""
    said = _LANGUAGES[language]
    return tuple(
        said.borrow.format(
            name=each.name, hall=each.hall, shift=each.shift.template, when=_when(each.shift.span, words.zone)
        )
        for each in loans
    )


def _told(
    repair: Repair, words: ConflictWords, said: _Language, rules: Mapping[str, Rule], language: str
) -> tuple[int, str] | None:
    people = _people([words.names[each.employee] for each in repair.member if not isinstance(each, Need)], said)
    match repair.member[0]:
        case Pin(shift=shift):
            return _UNPINNED, said.unpin.format(person=people, when=_when(words.shifts[shift].span, words.zone))
        case RuleOf(rule=rule):
            known = rules[rule]
            form = {Severity.NEEDS_CONSENT: said.consent, Severity.HOUSE_RULE: said.lift}.get(known.severity)
            if form is None:
                return None
            amount = _amount(repair.relaxation, said)
            return _LIFTED, form.format(person=people, title=known.title[language], rule=rule, amount=amount)
        case Need():
            return None


def _amount(relaxation: Relaxation | None, said: _Language) -> str:
    if relaxation is None:
        return ""
    if relaxation.minutes:
        return said.by_minutes.format(hours=round(relaxation.minutes / 60, 2))
    return said.for_shifts.format(count=relaxation.shifts) if relaxation.shifts else ""


def _fewer(repairs: Sequence[Repair], words: ConflictWords, said: _Language) -> Iterator[str]:
    """Needs of which any one may be lowered, a skill at a time."""
    spans: dict[str, list[Interval]] = {}
    for repair in repairs:
        needs = [each for each in repair.member if isinstance(each, Need)]
        if needs:
            span = Interval(min(each.slot.start for each in needs), max(each.slot.end for each in needs))
            spans.setdefault(needs[0].skill, []).append(span)
    for skill, apart in spans.items():
        when = said.either.join(_when(span, words.zone) for span in apart)
        yield said.fewer.format(skill=skill, when=when)


def _needs(needs: Sequence[Need], words: ConflictWords, said: _Language) -> Iterator[str]:
    """Needs that follow one another with the same heads are said in one."""
    runs: list[tuple[Need, Interval]] = []
    for need in needs:
        last = runs[-1] if runs else None
        if last and last[1].end == need.slot.start and (last[0].skill, last[0].heads) == (need.skill, need.heads):
            runs[-1] = (last[0], Interval(last[1].start, need.slot.end))
        else:
            runs.append((need, need.slot))
    if len(runs) > NEEDS_SHOWN:
        span = Interval(needs[0].slot.start, needs[-1].slot.end)
        heads = sum(need.heads for need in needs)
        skills = said.listed.join(sorted({need.skill for need in needs}))
        yield said.many_needs.format(when=_when(span, words.zone), heads=heads, skill=skills)
        return
    for need, span in runs:
        yield said.need.format(when=_when(span, words.zone), heads=need.heads, skill=need.skill)


def _rules(conflict: Conflict, words: ConflictWords, said: _Language, language: str) -> Iterator[str]:
    titles = {rule.id: rule.title[language] for rule in words.pack.rules}
    people: dict[str, list[str]] = {}
    for element in conflict.elements:
        if isinstance(element, RuleOf):
            people.setdefault(element.rule, []).append(words.names[element.employee])
    for rule, names in people.items():
        yield said.rule.format(title=titles.get(rule, rule), rule=rule, people=_people(names, said))


def _pins(conflict: Conflict, words: ConflictWords, said: _Language) -> Iterator[str]:
    for element in conflict.elements:
        if isinstance(element, Pin):
            when = _when(words.shifts[element.shift].span, words.zone)
            yield said.pin.format(when=when, people=words.names[element.employee])


def _people(names: Sequence[str], said: _Language) -> str:
    if not names:
        return ""
    if len(names) <= NAMES_SHOWN:
        return _listed(names, said)
    return said.separator.join(names[:NAMES_SHOWN]) + said.more.format(count=len(names) - NAMES_SHOWN, total=len(names))


def _listed(parts: Sequence[str], said: _Language) -> str:
    return said.listed.join([said.separator.join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def _dates(conflict: Conflict, said: _Language) -> str:
    return f"{conflict.first}" if conflict.first == conflict.last else f"{conflict.first}{said.until}{conflict.last}"


def _when(span: Interval, zone: str) -> str:
    start, end = (format_minute(minute_of_day(moment, zone)) for moment in (span.start, span.end))
    first, last = local_day(span.start, zone), local_day(span.end - 1, zone)
    return f"{first} {start}–{end}" if first == last else f"{first} {start} – {last} {end}"
