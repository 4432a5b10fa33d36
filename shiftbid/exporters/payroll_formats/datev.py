"""DATEV LODAS and DATEV Lohn und Gehalt: text files for a tax adviser's payroll.

Source: LODAS as several public programs write it; Lohn und Gehalt by the field list of 123erfasst's help page.
A trial import with the tax adviser comes before the first real one.
"""

from __future__ import annotations

import re

from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import CodedRun, Form, PayrollFile, PayrollFormat, Setting
from shiftbid.exporters.payroll_formats.totals import hundredths_by_day, machine_rows, minutes_by, total_hours
from shiftbid.payroll.hour_rounding import hours_text

ENCODING = "cp1252"
HOURS_KEY = "1"
LODAS_HEAD = """[Allgemein]
Ziel=LODAS
Datumsformat=TT.MM.JJJJ
Zahlenkomma=,
Version=15.06
BeraterNr={consultant}
MandantenNr={client}
[Satzbeschreibung]
1;u_lod_bwd_buchung_standard;abrechnung_zeitraum#bwd;bs_wert_butab#bwd;pnr#bwd;la_eigene#bwd;bs_nr#bwd;kostenstelle#bwd;
[Bewegungsdaten]
"""
FIELDS = (
    *("Personalnummer", "Kalendertag", "Ausfallschlüssel", "Lohnartennummer", "Stundenanzahl", "Tagesanzahl", "Wert"),
    *("Abweichender Faktor", "Abweichende Lohnveränderung", "Kostenstellennummer", "Kostenträger"),
)
_DESCRIPTION = (
    "[Allgemein]",
    f"Feldanzahl = {len(FIELDS)}",
    "Feldtrennzeichen = Strichpunkt",
    "Satztrennzeichen = Enter/Return",
    "Anderes Trennzeichen =",
    "Zahlenkomma = ,",
    "Datumstrennzeichen = /",
    "[Feldinhalt]",
    *(f"Feld{number} = {field}" for number, field in enumerate(FIELDS, start=1)),
)


def write_lodas(coded: CodedRun, _: list[Problem]) -> tuple[PayrollFile, ...]:
    """Hours by month, person, wage type and cost centre."""
    head = LODAS_HEAD.format(consultant=coded.settings["consultant_number"], client=coded.settings["client_number"])
    sums = minutes_by(
        coded.lines, lambda line: (line.day.replace(day=1), int(line.employee), line.code, line.hall_code)
    )
    rows = [
        ("1", f"{month:%d.%m.%Y}", total_hours(minutes, ","), str(person), wage_type, HOURS_KEY, centre or "NULL", "")
        for (month, person, wage_type, centre), minutes in sorted(sums.items())
    ]
    text = head.replace("\n", "\r\n") + machine_rows(rows, ";")
    name = f"lodas-{coded.run.period.first}-{coded.run.period.last}.txt"
    return (PayrollFile(name, text.encode(ENCODING)),)


def write_lohn_und_gehalt(coded: CodedRun, _: list[Problem]) -> tuple[PayrollFile, ...]:
    """Hours by person, day, wage type and cost centre, and the INI file that describes the fields."""
    entries = hundredths_by_day(coded.lines, lambda line: (int(line.employee), line.code, line.hall_code))
    rows = [
        (str(person), f"{day:%d/%m/%Y}", "", wage_type, hours_text(hundredths, ","), "", "", "", "", centre, "")
        for (person, wage_type, centre), days in sorted(entries.items())
        for day, hundredths in days.items()
    ]
    stem = f"lohn-und-gehalt-{coded.run.period.first}-{coded.run.period.last}"
    return (
        PayrollFile(f"{stem}.txt", machine_rows(rows, ";").encode(ENCODING)),
        PayrollFile(f"{stem}.ini", machine_rows(((line,) for line in _DESCRIPTION), ";").encode(ENCODING)),
    )


_PERSON = Form("Personalnummer", re.compile("[1-9][0-9]{0,4}"), "a number from 1 to 99999")
_WAGE_TYPE = Form("Lohnart", re.compile("[1-9][0-9]{0,3}"), "a number from 1 to 9999")
_CENTRE = Form("Kostenstelle", re.compile("[A-Za-z0-9]{1,13}"), "1 to 13 letters or digits")

DATEV_LODAS = PayrollFormat(
    name="datev-lodas",
    settings=(
        Setting("consultant_number", Form("BeraterNr", re.compile("[1-9][0-9]{3,6}"), "a number of 4 to 7 digits")),
        Setting("client_number", Form("MandantenNr", re.compile("[1-9][0-9]{0,4}"), "a number from 1 to 99999")),
    ),
    employee=_PERSON,
    pay_class=_WAGE_TYPE,
    hall=_CENTRE,
    write=write_lodas,
)
DATEV_LOHN_UND_GEHALT = PayrollFormat(
    name="datev-lug",
    settings=(),
    employee=_PERSON,
    pay_class=_WAGE_TYPE,
    hall=_CENTRE,
    write=write_lohn_und_gehalt,
)
