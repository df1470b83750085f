"""The lamps of a table-top studio: key, fill, rim and backdrop light, or one lamp that hangs overhead."""

import numpy as np

from rayograph.colour.primaries import ap1_luminance, from_hex
from rayograph.core.plan import CameraPlan
from rayograph.core.rig import LightRig, Practical
from rayograph.core.value import Vec3
from rayograph.plan.composition import on_screen
from rayograph.plan.facts import LightFacts

_OPPOSITE = {"left": "right", "right": "left", "front": "behind", "behind": "front", "above": "left"}
_KEYS: dict[str, Vec3] = {
    "left": (-1.25, -0.45, 1.0), "right": (1.25, -0.45, 1.0), "front": (-0.4, -1.3, 1.0),
    "behind": (-0.5, 1.0, 0.95), "above": (0.0, -0.05, 1.45),
}  # fmt: skip
HUNG = 0.95
"""Height of a lamp over the table [m]: low enough for a pool of light, above what a frame holds."""
WARM = "warm"
"""A glow that is said to be orange or amber is that of a lamp: a gel of that name dyes all it meets."""
DARK = 0.03
"""Luminance of a backdrop below which no lamp is spent on it."""
_OUT_OF_FRAME = 0.12
_STEPS = 10


def tint(hexed: str) -> tuple[float, float, float]:
    """A gel of this colour: linear ACEScg of unit luminance, purer than paint of the same hue."""
    paint = np.maximum(np.asarray(from_hex(hexed), float), 1e-4)
    pure = (paint / paint.max()) ** 1.5
    red, green, blue = pure / float(pure @ ap1_luminance())
    return round(float(red), 4), round(float(green), 4), round(float(blue), 4)


def panel(
    name: str, position: Vec3, lumens: float, kelvin: float, side: float, *, gel: str | None = None,
    target: Vec3 = (0.0, 0.0, 0.08),
) -> Practical:  # fmt: skip
    """A free-standing square panel of `side` [m], aimed at the middle of the table."""
    return Practical(
        id=name,
        kind="panel",
        lumens=round(lumens, 1),
        kelvin=float(np.clip(round(kelvin), 1800, 12000)),
        tint=None if gel is None else tint(gel),
        position=position,
        target=target,
        size=(side, side),
    )


def studio(said: LightFacts, lit: bool, subject_x: float, rng: np.random.Generator) -> list[Practical]:
    """Key, fill and rim about a table. `lit`: something in the cast shines."""
    if said.overhead:
        return _overhead(said, subject_x)
    side = said.side or ("left" if rng.random() < 0.5 else "right")
    kelvin = 5200.0 - 1400.0 * said.warmth
    # Where only a rim was named it leads, and the key is no more than a trace of form.
    led = said.rim is not None and said.side is None
    power = 3200.0 if not led else (450.0 if said.contrast >= 0.5 else 1500.0)
    power = 110.0 if said.rim_both else power
    by_lamp = lit and said.contrast >= 0.5 and said.side is None and not led
    power = (400.0 if said.screens else 90.0) if by_lamp else power
    key = panel("key", _KEYS[side], power, kelvin, 0.18 if said.quality == "hard" else 0.9, gel=said.key_tint)
    away = _OPPOSITE[side]
    fill_at: Vec3 = {"left": (-1.35, -0.8, 0.6), "right": (1.35, -0.8, 0.6)}.get(away, (0.9, -1.1, 0.6))
    ratio = float(np.clip(0.22 - 0.3 * said.contrast, 0.03, 0.5)) * (0.6 if said.rim_tint else 1.0)
    if side == "behind" and not led:
        # Against the light a thing keeps its shape by a broad fill from the front.
        ratio = max(ratio, 0.14 if said.contrast >= 0.5 else 0.4)
    panels = [key, panel("fill", fill_at, power * ratio, kelvin + 500, 1.1)]
    if not by_lamp:
        panels.append(_rim(said, side, kelvin, led=led))
        if said.rim_both:
            panels[-1:] = _pair_of_rims(panels[-1])
    if said.glow is not None:
        panels.append(glow_behind(said, subject_x))
    return panels + _backdrop(said, power, away)


def cards(said: LightFacts, key: Practical) -> list[Practical]:
    """White cards for what mirrors its surroundings: a broad one above and one opposite to the key."""
    across = -1.0 if key.position[0] > 0 else 1.0
    share = 0.06 if said.contrast >= 0.5 else 0.16
    return [
        panel("card", (1.2 * across, -0.25, 0.55), key.lumens * share, key.kelvin, 1.5),
        panel("overhead_card", (0.0, 0.1, 1.5), key.lumens * share, key.kelvin, 1.6),
    ]


def _pair_of_rims(rim: Practical) -> list[Practical]:
    """The same rim from both sides, low and hardly behind, so that the table does not mirror it to us."""
    sides = (("rim", -1.0), ("rim_2", 1.0))
    return [
        rim.model_copy(update={"id": name, "position": (1.15 * s, 0.3, 0.34), "target": (0.1 * s, 0.0, 0.16),
                               "size": (0.22, 0.22)})
        for name, s in sides
    ]  # fmt: skip


def glow_behind(said: LightFacts, x: float) -> Practical:
    """A lamp under the table's far edge that lights what stands behind: a glow on which glass is drawn."""
    at, aim = (round(x, 3), 0.72, -0.28), (round(x, 3), 1.5, 0.22)
    return panel("glow", at, 900.0, 2000.0 if said.glow == WARM else 4500.0, 0.12,
                 gel=None if said.glow == WARM else said.glow or None, target=aim)  # fmt: skip


def _overhead(said: LightFacts, subject_x: float) -> list[Practical]:
    """One lamp over the middle, so small and near that its light is a pool; hardly any fill."""
    kelvin = 4800.0 - 3000.0 * said.warmth
    at, aim = (round(subject_x, 3), 0.08, HUNG), (round(subject_x, 3), 0.0, 0.0)
    lamp = panel("overhead", at, 900.0, kelvin, 0.16, gel=said.key_tint, target=aim)
    share = 0.015 if said.contrast >= 0.6 else 0.05
    panels = [lamp, panel("fill", (0.6, -1.3, 0.9), 900.0 * share, kelvin + 400, 1.1)]
    return [*panels, _rim(said, "left", 5200.0, led=False)] if said.rim is not None else panels


def _rim(said: LightFacts, key_side: str, kelvin: float, *, led: bool) -> Practical:
    """A lamp behind the subject, opposite to the key unless its side was said; a gel makes it a colour."""
    across = 1.0 if key_side == "left" else -1.0
    at: Vec3 = (0.75 * across, 1.05, 0.9)
    if said.rim in ("left", "right"):
        at = (-0.92, 0.78, 0.56) if said.rim == "left" else (0.92, 0.78, 0.56)
    elif said.rim is not None:
        at = (0.5 * across, 1.0, 0.62)
    power = 900.0 if said.rim is None else (3200.0 if led else 2400.0)
    # A pure colour is seen at less light than white is, and would dye the sheet that things stand on.
    power *= said.rim_gain * (0.22 if said.rim_tint else 1.0)
    # Turned up, it grazes edges and tops and leaves the sheet at its foot alone.
    aim = (0.25 * at[0], 0.25 * at[1], at[2] + 0.3) if said.rim_tint else (0.0, 0.0, 0.08)
    return panel("rim", at, power, kelvin + 300, 0.4, gel=said.rim_tint, target=aim)


def _backdrop(said: LightFacts, power: float, away: str) -> list[Practical]:
    """A lamp for a backdrop whose colour was named, so that it is seen as that colour."""
    if said.backdrop is None or said.contrast >= 0.5 or power < 1000.0:
        return []
    if float(np.asarray(from_hex(said.backdrop), float) @ ap1_luminance()) < DARK:
        return []
    x = 0.95 if away == "right" else -0.95
    return [panel("backdrop", (x, 0.3, 1.35), 0.4 * power, 5400.0, 0.5, target=(0.0, 1.25, 0.35))]


_GRID = np.linspace(-0.55, 0.55, 41)
"""Places over a panel at which it is asked whether it is seen, as parts of its size."""


def clear_of_frame(rig: LightRig, camera: CameraPlan, aspect: float) -> LightRig:
    """The rig with every panel that the camera would see moved until it is out of the picture."""
    return rig.model_copy(update={"practicals": tuple(_moved(p, camera, aspect) for p in rig.practicals)})


def _moved(lamp: Practical, camera: CameraPlan, aspect: float) -> Practical:
    """The panel out of the picture by the shortest way, up or outwards, where one is near."""
    if lamp.kind != "panel" or lamp.id == "glow":
        return lamp
    x, y, z = lamp.position
    outwards = 1.0 if x >= 0 else -1.0
    for step in range(_STEPS + 1):
        away = step * _OUT_OF_FRAME
        for position in ((x, y, z + away), (x + 0.7 * outwards * away, y, z + 0.4 * away)):
            place: Vec3 = (round(position[0], 3), y, round(position[2], 3))
            trial = lamp.model_copy(update={"position": place})
            if not _seen(trial, camera, aspect):
                return trial
    return trial


def _seen(lamp: Practical, camera: CameraPlan, aspect: float) -> bool:
    """Whether any part of a panel is in the picture at a key of the camera."""
    middle = np.array(lamp.position)
    normal = np.array(lamp.target) - middle
    side = np.cross((0.0, 0.0, 1.0), normal)
    side = side / np.linalg.norm(side) if np.linalg.norm(side) > 1e-6 else np.array([1.0, 0.0, 0.0])
    up = np.cross(normal, side) / np.linalg.norm(normal)
    # Close together: a panel right before the lens hides all between two points that are out of frame.
    across, along = (g.ravel() for g in np.meshgrid(_GRID * lamp.size[0], _GRID * lamp.size[1]))
    points = middle + across[:, None] * side + along[:, None] * up
    for key in camera.keys:
        eye, target = np.array(key.position), np.array(key.target)
        screen = on_screen(points, eye, target, key.focal_mm, aspect)
        within = (np.abs(screen[:, :2] - 0.5).max(axis=1) < 0.53) & (screen[:, 2] > 0.05)
        if bool(within.any()):
            return True
    return False
