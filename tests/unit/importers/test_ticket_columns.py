from __future__ import annotations

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.importers.ticket_columns import map_columns


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        (("Ticket No", "CREATE_TIME", "called", "finish time"), ("ticket", "t_arrive", "t_start", "t_end")),
        (("票号", "取号时间", "叫号时间", "完成时间", "窗口号"), ("ticket", "t_arrive", "t_start", "t_end", "counter")),
        (("ticketNumber", "ticketTime", "handleTime", "finishTime"), ("ticket", "t_arrive", "t_start", "t_end")),
        (("created.date", "called.date", "called.desk", "line"), ("t_arrive", "t_start", "counter", "service")),
        (("start_time", "end_time"), ("t_arrive", "t_end")),
        (("issued", "start_time", "end_time"), ("t_arrive", "t_start", "t_end")),
        (("service_s",), ("serve",)),
        (("issued", "等待时间(秒)", "handle time (min)"), ("t_arrive", "wait", "serve")),
    ],
)
def test_columns_are_recognised(names: tuple[str, ...], fields: tuple[str, ...]) -> None:
    assert dict(map_columns(names, {}).places) == {field: index for index, field in enumerate(fields)}


def test_a_name_may_carry_the_unit() -> None:
    assert dict(map_columns(("issued", "wait_minutes", "服务时间（秒）"), {}).units) == {"wait": "min", "serve": "s"}


def test_what_the_user_says_comes_first() -> None:
    columns = map_columns(
        ("issued", "printed", "q", "service"), {"Printed": "t_arrive", "q": "wait:min", "service": "ignore"}
    )
    assert dict(columns.places) == {"t_arrive": 1, "wait": 2}
    assert dict(columns.units) == {"wait": "min"}
    assert columns.unused == ("issued", "service")


def test_every_wrong_mapping_is_named() -> None:
    given = {"none": "ticket", "a": "colour", "b": "t_arrive:min", "c": "wait:years", "d": "ticket", "e": "ticket"}
    with pytest.raises(InputError) as caught:
        map_columns(("a", "b", "c", "d", "e"), given)
    assert [str(each).split("=")[0] for each in caught.value.problems] == [
        "--map none",
        "--map a",
        "--map b",
        "--map c",
        "--map e",
    ]


def test_a_log_without_arrivals_is_refused() -> None:
    with pytest.raises(InputError, match="--map COLUMN=t_arrive"):
        map_columns(("ticket", "finished"), {})
