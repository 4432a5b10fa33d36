"""Which rows each of a handful of models learns from, and which it is judged by: what it has not learnt from.

A hall with a past is forecast by models that have learnt from it, so that they are judged by four-week blocks left out.
A young hall is strange to its model: models for young halls are judged by blocks and halls left out at once, or they
would seem to know the next young hall as well as those they have learnt from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from forecasts.clock import Bools
    from forecasts.training import TrainingSet

FOLDS = 3
# single sets of trees are judged, but three are averaged in a forecast, which errs less: half of what the linear model
# seems worth beside them is taken (docs/forecast.md has figures)
_TRUST_IN_STRANGERS = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Folds:
    """Rows that each model learns from, and rows that it alone is judged by, each of shape (`FOLDS`, rows).

    Parameters
    ----------
    trust
        How much of the share of the linear model is taken that the rows judged by advise.
    """

    learnt: Bools
    judged: Bools
    trust: float


def by_blocks(training: TrainingSet) -> Folds:
    """Model i is judged by the four-week blocks i, i + `FOLDS`, …, and learns from the others."""
    judged = training.block[None, :] % FOLDS == np.arange(FOLDS)[:, None]
    return Folds(~judged, judged, 1.0)


def by_blocks_and_halls(training: TrainingSet) -> Folds:
    """Model i is judged by its blocks of its share of the series, and learns from other blocks of other series.

    As `by_blocks` with too few series for a share each, or where a model would have no customer to learn from.
    """
    series, place = np.unique(training.series, return_inverse=True)
    blocks = by_blocks(training)
    strange = place[None, :] % FOLDS == np.arange(FOLDS)[:, None]
    learnt = blocks.learnt & ~strange
    if len(series) < FOLDS or not (learnt @ training.count > 0).all():
        return blocks
    return Folds(learnt, blocks.judged & strange, _TRUST_IN_STRANGERS)
