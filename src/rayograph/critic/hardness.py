"""Whether shadows have sharp edges."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import binary_dilation, binary_erosion, distance_transform_edt
from scipy.spatial import cKDTree

from rayograph.core.camera import project
from rayograph.core.intent import Hardness
from rayograph.critic.cast_shadow import DARK, Ground, found, ground
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.irradiance import key_group, spaced
from rayograph.critic.light_vector import SURE
from rayograph.critic.reel import Reel

HARD_RAD = 0.065
"""Edges [rad seen from what casts them, 80 % to 20 % of the light] up to which shadows are called hard. It is
about a fifth of what the light spans: the sun, a bare lamp and a small panel are below, a softbox above."""
SHARP_PX = 1.5
"""An edge this wide is as sharp as the picture can show."""
FEW = 15


@dataclass(frozen=True)
class _Edge:
    """spans: width over distance from the caster [rad] at each place of an edge; widths: the width [px]."""

    spans: np.ndarray
    widths: np.ndarray


def hardness(claim: Hardness, reel: Reel) -> Finding:
    """Width of the strongest light's shadow edges over their distance from what casts them [rad]."""
    limit = f"at most {HARD_RAD}" if claim.hard else f"at least {HARD_RAD}"
    wanted = f"shadows with {'sharp' if claim.hard else 'soft'} edges: {limit} rad wide"
    if not reel.passes:
        return unmeasured(wanted, "without normals and albedo shadows cannot be told from dark surfaces")
    ts = spaced(reel.frames, 3)
    name, share = key_group(reel, ts)
    bases = {t: base for t in ts if (base := ground(reel, t, name)) is not None}
    if not bases:
        return unmeasured(wanted, "nothing stands on a level surface that light falls on")
    told = found(reel, bases)
    if told is None:
        best = reel.numbers[next(iter(bases))]
        judged = at_most if claim.hard else at_least
        return judged(1.0, HARD_RAD, unit="rad", wanted=wanted, frame=best, confidence=0.5,
                      note="no shadow is darker than 40 % of the light beside it")  # fmt: skip
    edges = {t: _edge(reel, t, base, told[0]) for t, base in bases.items()}
    spans = np.concatenate([edge.spans for edge in edges.values()])
    if len(spans) < FEW:
        return unmeasured(wanted, "no edge of a shadow is seen clear of things")
    widths = np.concatenate([edge.widths for edge in edges.values()])
    value = float(np.median(spans))
    blurred = float(np.median(widths)) <= SHARP_PX
    frame = reel.numbers[max(edges, key=lambda t: len(edges[t].spans))]
    sure = told[1] if told[1] < SURE else min(1.0, told[1] + 0.3)
    confidence = sure * min(1.0, len(spans) / 80) * (0.5 + 0.5 * min(1.0, share / 0.5))
    if blurred:
        value = min(value, HARD_RAD * 0.9)
    note = f"the edges are {np.median(widths):.1f} px wide, in the light of {name}"
    judged = at_most if claim.hard else at_least
    return judged(value, HARD_RAD, unit="rad", wanted=wanted, frame=frame, confidence=round(confidence, 3),
                  note=note)  # fmt: skip


def _edge(reel: Reel, t: int, base: Ground, towards: np.ndarray) -> _Edge:
    """Edges between light and shadow that lie open on the support, where the shadow of a thing ends."""
    open_ground = binary_erosion(base.seen, iterations=2)
    border = binary_dilation(base.dark) & ~base.dark & open_ground
    rows, columns = np.nonzero(border)
    if len(rows) < FEW:
        return _Edge(np.zeros(0), np.zeros(0))
    fall = (base.casters[:, 2] - base.height) / max(float(towards[2]), 1e-3)
    spots = project(reel.cameras[t], base.casters - fall[:, None] * towards)
    ahead = spots[:, 2] > 0.01
    if not ahead.any():
        return _Edge(np.zeros(0), np.zeros(0))
    away, which = cKDTree(spots[ahead, :2]).query(np.stack([columns, rows], -1) + 0.5)
    # On a shadow's edge the light halves; what no caster explains (bars of a window) is left out.
    near = away < 0.02 * base.seen.shape[1] + 2
    rows, columns, far = rows[near], columns[near], fall[ahead][which[near]]
    place = reel.position[t]
    pixel = np.linalg.norm(np.diff(place, axis=1, append=place[:, -1:]), axis=2)[rows, columns]
    widths = _width(base, open_ground)[rows, columns]
    there = np.isfinite(widths) & (far > 0.02)
    return _Edge((widths * pixel / np.maximum(far, 1e-3))[there], widths[there])


def _width(base: Ground, open_ground: np.ndarray) -> np.ndarray:
    """Width [px] of the way from light (80 %) to shadow at each place: from the one to the other's nearest;
    infinite where either is not near."""
    lit = base.lit
    to_light = distance_transform_edt(~(base.seen & (lit > 0.8)))
    floor = np.where(base.seen, lit, 1).min() if base.seen.any() else 0.0
    to_shade = distance_transform_edt(~(base.seen & (lit < floor + 0.35 * (DARK - floor) + 0.08)))
    width = to_light + to_shade - 1
    return np.where(open_ground & (to_light < 60) & (to_shade < 60), np.maximum(width, 0.5), np.inf)
