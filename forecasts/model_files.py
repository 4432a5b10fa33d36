"""Keeps a fitted forecaster in a file, so that it is learnt anew only when what it was learnt from has changed.

The file is a zip of plain arrays (NumPy ``.npz``) with a JSON entry for the rest: nothing in it is run when it is read.
The same forecaster gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from forecasts.blending import Blend
from forecasts.boosting import BoostedModel
from forecasts.calibration import Conditions
from forecasts.clock import Clock
from forecasts.errors import SettingsError
from forecasts.forecaster import Forecaster
from forecasts.half_hours import HalfHours
from forecasts.history import FileForm, SeriesKey
from forecasts.linear import LinearModel
from forecasts.modelling import Models
from forecasts.models import Fitted, FoldedBlends, ProfileModel
from forecasts.trials import DayTrials
from forecasts.writing import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from forecasts.history import HistoryLayout
    from forecasts.models import Model
    from forecasts.settings import ForecastSettings

_FORMAT = "shiftbid forecaster 6"
_PACKAGES = ("lightgbm", "holidays", "numpy")


def fingerprint(source: Path | str, layout: HistoryLayout, settings: ForecastSettings, hours: int) -> str:
    """Fingerprint of everything a forecaster for the hours after a file's counts rests on (SHA-256).

    Counts, how they are read, calendar, closed days, events, expected totals, seed, horizon, and the versions of the
    packages that learn from them. What is named when a forecaster is asked (quantile levels) and how many threads
    learn does not count.
    """
    digest = hashlib.sha256(_FORMAT.encode())
    with Path(source).open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    versions = [_version(package) for package in _PACKAGES]
    rest: list[object] = [
        *(hours, versions, layout),
        *(settings.country, settings.subdivision, settings.seed, settings.events, settings.trial_days),
        *(sorted(settings.closed_days), sorted(settings.notices.items()), sorted(settings.daily_totals.items())),
    ]
    digest.update(repr(rest).encode())
    return digest.hexdigest()


def kept_or_fitted(path: Path, expected: str, fit: Callable[[], Forecaster]) -> Forecaster:
    """Forecaster kept in `path` if it rests on what `expected` is the fingerprint of; else fit it and keep it there.

    Raises
    ------
    SettingsError
        The file is there and holds something else than a forecaster.
    """
    if path.exists():
        forecaster, kept = read_forecaster(path)
        if kept == expected:
            return forecaster
    forecaster = fit()
    write_forecaster(forecaster, path, expected)
    return forecaster


def write_forecaster(forecaster: Forecaster, path: Path | str, of: str = "") -> None:
    """Write a forecaster, whole or not at all; `of` is the fingerprint of what it rests on."""
    models, hours = forecaster.models, forecaster.hours
    about: dict[str, Any] = {
        "format": _FORMAT,
        "fingerprint": of,
        "clock": asdict(forecaster.clock),
        "start_utc_seconds": forecaster.start_utc_seconds,
        "first_day": forecaster.first_day,
        "series": [[key.hall, key.customer_class] for key in forecaster.series],
        "form": asdict(forecaster.form),
        "notes": forecaster.notes,
        "learnt_uplifts": dict(forecaster.learnt_uplifts),
        "method": models.method,
        "holiday_names": models.holiday_names,
        "hours_ahead": models.hours_ahead,
        "ages_learnt": models.ages_learnt,
    }
    arrays: dict[str, NDArray[Any]] = {
        "at": forecaster.at,
        "middling": forecaster.middling,
        "part": forecaster.coming.part[:hours].astype(np.int8),
        "kind": forecaster.coming.kind[:hours].astype(np.int8),
        "week": forecaster.coming.week[:hours].astype(np.int8),
        "shut": forecaster.shut,
        "is_young": models.is_young,
    }
    for name, fitted in (("grown", models.grown), ("young", models.young)):
        if fitted is not None:
            about[name] = _describe(fitted.model)
            arrays[f"{name}_count"], arrays[f"{name}_unseen"] = fitted.count, fitted.unseen
            arrays[f"{name}_series"] = fitted.conditions.series.astype(np.int32)
            arrays[f"{name}_part"] = fitted.conditions.part.astype(np.int8)
            arrays[f"{name}_kind"] = fitted.conditions.kind.astype(np.int8)
            arrays[f"{name}_week"] = fitted.conditions.week.astype(np.int8)
    if forecaster.trials is not None:
        trials = forecaster.trials
        arrays |= {"trial_counts": trials.counts, "trial_means": trials.means, "trial_kind": trials.kind}
    if forecaster.halves is not None:
        arrays |= {"first_share": forecaster.halves.first_share, "dispersion": forecaster.halves.dispersion}
    text = json.dumps(about, sort_keys=True).encode()
    packed = io.BytesIO()
    # ndarrays only, named by this module: none can be taken for the option allow_pickle
    np.savez_compressed(packed, about=np.frombuffer(text, np.uint8), **arrays)  # pyright: ignore[reportArgumentType]
    write_bytes(packed.getvalue(), path)


def read_forecaster(path: Path | str) -> tuple[Forecaster, str]:
    """Read a forecaster and the fingerprint of what it rests on.

    Raises
    ------
    SettingsError
        The file holds no forecaster, or one of another version.
    """
    content = io.BytesIO(Path(path).read_bytes())
    try:
        with np.load(content, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        about = json.loads(arrays.pop("about").tobytes())
        if about["format"] != _FORMAT:
            message = f"{path} holds a forecaster of another version ({about['format']}); delete it to learn anew"
            raise SettingsError(message)
        return _restore(about, arrays), str(about["fingerprint"])
    except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        message = f"{path} holds no forecaster that can be read; delete it, or name another file to keep it in"
        raise SettingsError(message) from error


def _restore(about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Forecaster:
    series = tuple(SeriesKey(hall, label) for hall, label in about["series"])
    hours, rows = len(arrays["at"]), len(series)
    grown = _fitted("grown", about, arrays)
    if grown is None:
        raise KeyError("grown")
    models = Models(
        method=about["method"],
        grown=grown,
        young=_fitted("young", about, arrays),
        is_young=arrays["is_young"],
        ages_learnt=tuple(about["ages_learnt"]),
        series=series,
        holiday_names=tuple(about["holiday_names"]),
        hours_ahead=about["hours_ahead"],
    )
    return Forecaster(
        clock=Clock(**about["clock"]),
        start_utc_seconds=about["start_utc_seconds"],
        first_day=about["first_day"],
        at=arrays["at"],
        series=series,
        form=FileForm(**about["form"]),
        notes=tuple(about["notes"]),
        models=models,
        middling=arrays["middling"],
        coming=Conditions(
            np.repeat(np.arange(rows), hours),
            *(np.tile(arrays[part].astype(np.int64), rows) for part in ("part", "kind", "week")),
        ),
        shut=arrays["shut"],
        learnt_uplifts=about["learnt_uplifts"],
        trials=_trials(arrays),
        halves=HalfHours(arrays["first_share"], arrays["dispersion"]) if "first_share" in arrays else None,
    )


def _trials(arrays: Mapping[str, NDArray[Any]]) -> DayTrials | None:
    if "trial_kind" not in arrays:
        return None
    return DayTrials(arrays["trial_counts"], arrays["trial_means"], arrays["trial_kind"])


def _describe(model: Model | None) -> dict[str, Any]:
    match model:
        case FoldedBlends(folds, recent):
            linear = [blend.linear.coefficients.tolist() for blend in folds]
            texts = [blend.trees.texts() for blend in folds]
            names, share = folds[0].linear.names, folds[0].share.tolist()
            described = {"kind": "blends", "trees": texts, "linear": linear, "names": names, "share": share}
            return described | {"recent": recent.tolist()}
        case ProfileModel(names):
            return {"kind": "profile", "names": names}
        case _:
            return {"kind": "none"}


def _model(described: Mapping[str, Any]) -> Model | None:
    match described["kind"]:
        case "blends":
            names, share = tuple(described["names"]), np.array(described["share"])
            pairs = zip(described["trees"], described["linear"], strict=True)
            return FoldedBlends(
                tuple(
                    Blend(BoostedModel.from_texts(*texts), LinearModel(names, np.array(coefficients)), share)
                    for texts, coefficients in pairs
                ),
                np.array(described["recent"]),
            )
        case "profile":
            return ProfileModel(tuple(described["names"]))
        case _:
            return None


def _fitted(name: str, about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Fitted | None:
    if name not in about:
        return None
    conditions = Conditions(*(arrays[f"{name}_{part}"].astype(np.int64) for part in ("series", "part", "kind", "week")))
    return Fitted(_model(about[name]), arrays[f"{name}_count"], arrays[f"{name}_unseen"], conditions)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"
