"""Titles of the pages, known before a page is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.ui.pages.page_name import PageName


def page_title(name: PageName) -> str:
    """Give the title of a page in the list of pages, in the language in force."""
    match name:
        case PageName.TODAY:
            return QCoreApplication.translate("TodayPage", "Today")
        case PageName.FOOTFALL:
            return QCoreApplication.translate("FootfallPage", "Footfall")
        case PageName.DEMAND:
            return QCoreApplication.translate("DemandPage", "Demand")
        case PageName.TEMPLATES:
            return QCoreApplication.translate("TemplatesPage", "Templates")
        case PageName.VOTE:
            return QCoreApplication.translate("VotePage", "Vote")
        case PageName.ROUND:
            return QCoreApplication.translate("RoundPage", "Round")
        case PageName.ROSTER:
            return QCoreApplication.translate("RosterPage", "Roster")
        case PageName.FINDINGS:
            return QCoreApplication.translate("FindingsPage", "Findings")
        case PageName.CERTIFICATE:
            return QCoreApplication.translate("CertificatePage", "Certificate")
        case PageName.PEOPLE:
            return QCoreApplication.translate("PeoplePage", "People")
        case PageName.REQUESTS:
            return QCoreApplication.translate("RequestsPage", "Requests")
        case PageName.SWAPS:
            return QCoreApplication.translate("SwapsPage", "Swaps")
        case PageName.APPEALS:
            return QCoreApplication.translate("AppealsPage", "Appeals")
        case PageName.FAIRNESS:
            return QCoreApplication.translate("FairnessPage", "Fairness")
        case PageName.TOIL:
            return QCoreApplication.translate("ToilPage", "Time off in lieu")
        case PageName.PAYROLL:
            return QCoreApplication.translate("PayrollPage", "Payroll")
        case PageName.RULES:
            return QCoreApplication.translate("RulesPage", "Rules and hall")
        case PageName.SETTINGS:
            return QCoreApplication.translate("SettingsPage", "Settings")
        case PageName.MY_SCHEDULE:
            return QCoreApplication.translate("MySchedulePage", "My schedule")
        case PageName.MY_PROPOSALS:
            return QCoreApplication.translate("MyProposalsPage", "My proposals")
        case PageName.MY_VOTE:
            return QCoreApplication.translate("MyVotePage", "My vote")
        case PageName.MY_BIDS:
            return QCoreApplication.translate("MyBidsPage", "My bids")
        case PageName.MY_RESULT:
            return QCoreApplication.translate("MyResultPage", "My result")
        case PageName.MY_SWAPS:
            return QCoreApplication.translate("MySwapsPage", "My swaps")
        case PageName.MY_REQUESTS:
            return QCoreApplication.translate("MyRequestsPage", "My requests")
        case PageName.MY_TOIL:
            return QCoreApplication.translate("MyToilPage", "My time off")
        case PageName.MY_DATA:
            return QCoreApplication.translate("MyDataPage", "My data")
