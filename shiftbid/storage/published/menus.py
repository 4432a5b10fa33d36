"""The menus put to the vote in a publication."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.ballot import Menu, TemplateHeads
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak
from shiftbid.storage.bulk import grouped, insert_all
from shiftbid.storage.mappers import week_mask_of, weekdays_of
from shiftbid.storage.tables.votes import MenuRow, MenuTemplateBreakRow, MenuTemplateRow, MenuUseRow


def save(connection: Connection, publication_id: int, menus: Sequence[Menu]) -> None:
    """Store the menus with their templates and the cover that proves each."""
    insert_all(
        connection,
        MenuRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                "menu": menu.id,
                "title": menu.title,
                "missing_half_hours": menu.missing_half_hours,
                "surplus_half_hours": menu.surplus_half_hours,
                "paid_minutes": menu.paid_minutes,
                "objective": menu.objective,
                "bound": menu.bound,
            }
            for position, menu in enumerate(menus)
        ],
    )
    for menu_position, menu in enumerate(menus):
        _save_templates(connection, publication_id, menu_position, menu.templates)
        _save_use(connection, publication_id, menu_position, menu.use)


def load(connection: Connection, publication_id: int) -> tuple[Menu, ...]:
    """Build the menus of a publication."""
    templates = _load_templates(connection, publication_id)
    use = grouped(
        (menu_position, TemplateHeads(day, template, heads))
        for menu_position, day, template, heads in connection.execute(
            select(MenuUseRow.menu_position, MenuUseRow.day, MenuUseRow.template, MenuUseRow.heads)
            .where(MenuUseRow.publication_id == publication_id)
            .order_by(MenuUseRow.menu_position, MenuUseRow.position)
        )
    )
    return tuple(
        Menu(menu, title, templates.get(position, ()), missing, surplus, paid, objective, bound, use.get(position, ()))
        for position, menu, title, missing, surplus, paid, objective, bound in connection.execute(
            select(
                MenuRow.position,
                MenuRow.menu,
                MenuRow.title,
                MenuRow.missing_half_hours,
                MenuRow.surplus_half_hours,
                MenuRow.paid_minutes,
                MenuRow.objective,
                MenuRow.bound,
            )
            .where(MenuRow.publication_id == publication_id)
            .order_by(MenuRow.position)
        )
    )


def _save_templates(
    connection: Connection, publication_id: int, menu_position: int, templates: Sequence[ShiftTemplate]
) -> None:
    owner = {"publication_id": publication_id, "menu_position": menu_position}
    insert_all(
        connection,
        MenuTemplateRow,
        [
            {
                **owner,
                "position": position,
                "template": template.id,
                "start_minute": template.start_minute,
                "end_minute": template.end_minute,
                "weekdays": week_mask_of(template.weekdays),
                "skill": template.skill,
                "toil_minutes": template.toil_minutes,
            }
            for position, template in enumerate(templates)
        ],
    )
    insert_all(
        connection,
        MenuTemplateBreakRow,
        [
            {
                **owner,
                "template_position": template_position,
                "position": position,
                "start_minute": pause.start_minute,
                "minutes": pause.minutes,
                "paid": pause.paid,
            }
            for template_position, template in enumerate(templates)
            for position, pause in enumerate(template.breaks)
        ],
    )


def _save_use(connection: Connection, publication_id: int, menu_position: int, use: Sequence[TemplateHeads]) -> None:
    insert_all(
        connection,
        MenuUseRow,
        [
            {
                "publication_id": publication_id,
                "menu_position": menu_position,
                "position": position,
                "day": each.day,
                "template": each.template,
                "heads": each.heads,
            }
            for position, each in enumerate(use)
        ],
    )


def _load_templates(connection: Connection, publication_id: int) -> dict[int, tuple[ShiftTemplate, ...]]:
    breaks = grouped(
        ((menu_position, template_position), TemplateBreak(start_minute, minutes, paid))
        for menu_position, template_position, start_minute, minutes, paid in connection.execute(
            select(
                MenuTemplateBreakRow.menu_position,
                MenuTemplateBreakRow.template_position,
                MenuTemplateBreakRow.start_minute,
                MenuTemplateBreakRow.minutes,
                MenuTemplateBreakRow.paid,
            )
            .where(MenuTemplateBreakRow.publication_id == publication_id)
            .order_by(MenuTemplateBreakRow.position)
        )
    )
    return dict(
        grouped(
            (
                menu_position,
                ShiftTemplate(
                    template,
                    start_minute,
                    end_minute,
                    breaks.get((menu_position, position), ()),
                    weekdays_of(weekdays),
                    skill,
                    toil_minutes,
                ),
            )
            for menu_position, position, template, start_minute, end_minute, weekdays, skill, toil_minutes in (
                connection.execute(
                    select(
                        MenuTemplateRow.menu_position,
                        MenuTemplateRow.position,
                        MenuTemplateRow.template,
                        MenuTemplateRow.start_minute,
                        MenuTemplateRow.end_minute,
                        MenuTemplateRow.weekdays,
                        MenuTemplateRow.skill,
                        MenuTemplateRow.toil_minutes,
                    )
                    .where(MenuTemplateRow.publication_id == publication_id)
                    .order_by(MenuTemplateRow.menu_position, MenuTemplateRow.position)
                )
            )
        )
    )
