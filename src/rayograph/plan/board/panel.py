"""A shot as a line drawing before it is shot: boxes of the cast where they are seen, arrows where they go."""

from html import escape

import numpy as np

from rayograph.core.plan import Drive, Launch, ShotPlan
from rayograph.plan.annotate.rays import box_of, camera_of, seen_at, size_of

_WIDE = 640
_NEUTRAL = "#8a8a8a"


def panel_of(plan: ShotPlan) -> str:
    """An SVG element of the first frame, the farthest things first."""
    camera = camera_of(plan, 0.0)
    tall = round(_WIDE * plan.format.height / plan.format.width)
    eye = camera.to_world[:3, 3]
    parts = []
    for member in sorted(plan.cast, key=lambda m: -float(np.linalg.norm(np.array(m.position) - eye))):
        box = box_of(camera, member, np.array(member.position))
        if box is None:
            continue
        left, top, right, bottom = (side * scale for side, scale in zip(box, (_WIDE, tall) * 2, strict=True))
        if right < 0 or left > _WIDE or bottom < 0 or top > tall:
            continue
        parts.append(
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" '
            f'rx="4" fill="{member.colour or _NEUTRAL}" fill-opacity=".55" stroke="#ddd"/>'
            f'<text x="{max(left, 2):.1f}" y="{max(top - 5, 14):.1f}" fill="#ddd" font-size="15">'
            f"{escape(member.id)}</text>"
        )
    parts += [_arrow(a, b, tall, name) for a, b, name in _ways(plan)]
    parts.append(f'<text x="8" y="{tall - 10}" fill="#999" font-size="15">{escape(plan.camera.move)}</text>')
    return f'<svg viewBox="0 0 {_WIDE} {tall}" role="img">{"".join(parts)}</svg>'


def _ways(plan: ShotPlan) -> list[tuple[np.ndarray, np.ndarray, str]]:
    """Where things go, as they would be seen from the first frame; the names of those that come into it."""
    camera = camera_of(plan, 0.0)
    members = {member.id: member for member in plan.cast}
    found = []
    for event in plan.action:
        member = members[event.object]
        half = np.array([0.0, 0.0, size_of(member)[2] / 2])
        if isinstance(event, Drive):
            ends = np.array([event.path[0][1:], event.path[-1][1:]]) + half
        elif isinstance(event, Launch):
            start = np.array(member.position) + half
            ends = np.array([start, start + 0.3 * np.array(event.velocity)])
        else:
            continue
        seen = seen_at(camera, ends)
        if (seen[:, 2] > 0.01).all():
            ends = np.clip(seen[:, :2], 0.02, 0.98)
            comes = not (0 < seen[0, 0] < 1 and 0 < seen[0, 1] < 1)
            found.append((ends[0], ends[1], event.object if comes else ""))
    return found


def _arrow(a: np.ndarray, b: np.ndarray, tall: int, name: str) -> str:
    scale = np.array([_WIDE, tall])
    tail, tip = a * scale, b * scale
    long = float(np.linalg.norm(tip - tail))
    if long < 4:
        return ""
    way = (tip - tail) / long
    side = np.array([-way[1], way[0]])
    head = [tip, tip - 14 * way + 7 * side, tip - 14 * way - 7 * side]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in head)
    return (
        f'<line x1="{tail[0]:.1f}" y1="{tail[1]:.1f}" x2="{tip[0]:.1f}" y2="{tip[1]:.1f}" stroke="#fff" '
        f'stroke-width="3"/><polygon points="{points}" fill="#fff"/>'
        f'<text x="{tip[0]:.1f}" y="{tip[1] - 12:.1f}" fill="#fff" font-size="15">{escape(name)}</text>'
    )
