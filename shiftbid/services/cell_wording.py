"""Words of a cell's explanation, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.services.cell_reason import CellCost

UNIT = 1000


@dataclass(frozen=True, slots=True)
class CellWords:
    """Sentences with gaps, in one language."""

    held: str
    free: str
    on_leave: str
    day_off: str
    gives_up: str
    takes: str
    lawful: str
    unlawful: str
    pinned: str
    missing: str
    time_off: str
    shortfall: str
    floor: str
    welfare: str
    burden: str
    tie: str
    nothing: str
    price: str
    repair: str
    proven: str
    searched: str
    joint: str

    def loss(self, cost: CellCost) -> str:
        """The first stage of the award that would be worse."""
        if cost.missing_half_hours > 0:
            return self.missing.format(count=cost.missing_half_hours)
        if cost.time_off_due > 0:
            return self.time_off
        if cost.shortfall_minutes > 0:
            return self.shortfall.format(count=cost.shortfall_minutes)
        if cost.floor > 0:
            return self.floor.format(amount=cost.floor / UNIT)
        if cost.welfare > 0:
            return self.welfare.format(amount=cost.welfare / UNIT)
        if cost.burden > 0:
            return self.burden
        return self.tie if cost.ties > 0 else self.nothing

    def priced(self, text: str, cost: CellCost) -> str:
        """A sentence with what it costs in pay and time off, where it costs any."""
        if not cost.cost_cents and not cost.toil_minutes:
            return text
        return text + self.price.format(pay=cost.cost_cents / 100, minutes=cost.toil_minutes)


ENGLISH = CellWords(
    held="{name} has {shift} on {day}. Without {name}, {loss}.",
    free="{name} has no shift on {day}.",
    on_leave="{name} is on leave on {day} ({kind}).",
    day_off="a day off",
    gives_up="{name} gives up {shift} for {other}",
    takes="{name} takes {shift}",
    lawful="{what}: {loss}.",
    unlawful="{what}: {rule}",
    pinned="a pinned shift would be given up, or a day off in lieu would be worked on.",
    missing="{count} more head half-hours of the demand would be missing",
    time_off="a day off in lieu that is due could not be given back",
    shortfall="{count} more minutes of the contracts would be lacking",
    floor="{amount:.3f} more satisfaction would be lacking to the floor",
    welfare="wishes would be met less well: the welfare of all would be lower by {amount:.3f}",
    burden="late, weekend and peak shifts would be spread less evenly",
    tie="it is equal in every stage; lots decided",
    nothing="no stage of the award would be worse",
    price=" Pay {pay:+.2f}, time off {minutes:+d} min.",
    repair="With everybody's shifts free from three days before to three after: {missing} head half-hours missing in "
    "the period (now {now}), {people} more people touched; {certainty}.",
    proven="proven least",
    searched="the least found",
    joint="; ",
)

CHINESE = CellWords(
    held="{name} 在 {day} 上 {shift}。若无 {name}，{loss}。",
    free="{name} 在 {day} 没有班次。",
    on_leave="{name} 在 {day} 休假（{kind}）。",
    day_off="休息",
    gives_up="{name} 以 {shift} 换 {other}",
    takes="{name} 上 {shift}",
    lawful="{what}：{loss}。",
    unlawful="{what}：{rule}",
    pinned="须放弃已固定的班次，或在调休日上班。",
    missing="需求将再缺 {count} 个人·半小时",
    time_off="一天应补的调休将无法安排",
    shortfall="合同工时将再缺 {count} 分钟",
    floor="距满意度下限将再差 {amount:.3f}",
    welfare="意愿满足得更少：全体福利将降低 {amount:.3f}",
    burden="晚班、周末班与高峰班的分担将更不均",
    tie="各阶段均相等，由抽签决定",
    nothing="授予的任何阶段都不会变差",
    price=" 工资 {pay:+.2f}，调休 {minutes:+d} 分钟。",
    repair="若前后各三天内所有人的班次都可调整：本期将缺 {missing} 个人·半小时（现为 {now}），"
    "另涉及 {people} 人；{certainty}。",
    proven="已证明为最少",
    searched="为所找到的最少",
    joint="；",
)

WORDS = {"en": ENGLISH, "zh": CHINESE}
