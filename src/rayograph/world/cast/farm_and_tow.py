"""An open car, a tractor and a caravan at life size."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.body_lines import COUPE
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim
from rayograph.world.cast.makings import disc, shaped, slab_box, spun
from rayograph.world.cast.prism import prism
from rayograph.world.cast.shaping import creased, curve, hoop, placed, rod
from rayograph.world.cast.vehicles import _lower_hull, _vehicle, _wheel_walls, wheel
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def _opened(made: Part, low: float, high: float) -> Part | None:
    """The part without what stands over the doors between two stations: roof, side windows, rear window."""
    belt_y, belt_z = zip(*COUPE.belt, strict=True)
    at = made.mesh.vertices[made.mesh.faces].mean(1)
    over = (at[:, 1] > low) & (at[:, 1] < high) & (at[:, 2] > np.interp(at[:, 1], belt_y, belt_z) + 0.012)
    keep = ~over | (np.abs(at[:, 0]) > 0.90)
    return None if not keep.any() else replace(made, mesh=replace(made.mesh, faces=made.mesh.faces[keep]))


def convertible(member: CastMember, rng: Rng) -> Prop:
    """An open two-door with its hood folded: windscreen in a frame, seats, door tops, a tonneau behind
    them."""
    member = member.model_copy(update={"colour": hue(member, rng)})
    parts = _vehicle(member, rng, COUPE, 0.27)
    start, end = COUPE.screen[1] + 0.03, COUPE.backlight[1] + 0.04
    body = [_opened(p, start, end) for p in parts[:-2]]
    open_parts = [p for p in body if p is not None] + list(parts[-2:])
    belt_y, belt_z = zip(*COUPE.belt, strict=True)
    paint = surface(member, rng)
    deck_y = np.linspace(1.26, end + 0.03, 8)
    wide = np.linspace(-0.74, 0.74, 15)
    from rayograph.world.cast.shaping import slab

    deck = slab(np.array([[(x, y, float(np.interp(y, belt_y, belt_z)) + 0.022 - 0.03 * (x
        / 0.74) ** 4) for x in wide] for y in deck_y]), 0.02)  # fmt: skip
    cards = [slab_box((0.05, 1.95, 0.52), (s * 0.775, 0.32, 0.63), 0.02) for s in (-1, 1)]
    tops = [rod(curve([(s * 0.79, y, float(np.interp(y, belt_y, belt_z)) + 0.012) for y
        in np.linspace(-0.5, 1.6, 9)], 40), 0.022, 10) for s in (-1, 1)]  # fmt: skip
    back = slab_box((1.46, 0.06, 0.50), (0, 1.24, 0.66), 0.02)
    hood = [placed(slab_box((1.36, 0.10, 0.075), (0, 0, 0), 0.035), at=(0, 1.36 + 0.085 * k,
        0.985 + 0.012 * (k % 2)), turns=[("x", -6.0)]) for k in range(4)]  # fmt: skip
    z_top = 1.262
    frame = [rod(curve([(-0.66, -0.50, 0.955), (-0.585, 0.09, 1.235), (-0.40, 0.125, z_top),
        (0.0, 0.135, z_top + 0.012), (0.40, 0.125, z_top), (0.585, 0.09, 1.235), (0.66, -0.50,
        0.955)], 60), 0.020, 10)]  # fmt: skip
    open_parts += [part(paint, deck), part(trim(member, "leather", member.accent or "#8a5a3a"),
        *cards, back), part(trim(member, "canvas", "#1d1c1b"), *hood), part(trim(member,
        "chrome"), *frame, *tops)]  # fmt: skip
    walls = [hull(_lower_hull(COUPE)), box((0, -0.2, 1.08), (1.2, 0.55, 0.3)), box((0, 0.9, 1.0),
        (1.3, 0.9, 0.16)), *_wheel_walls(COUPE)]  # fmt: skip
    return assemble(open_parts, walls, mass=1200.0, friction=0.8, restitution=0.1)


def _tractor_wheel(radius: float, width: float, lugs: int) -> tuple[list[Mesh], list[Mesh]]:
    """A tyre with bar lugs and its dished rim, the axle along X, centred."""
    turn = [("y", 90.0)]
    tyre = [placed(spun([(radius * 0.56, -width / 2), (radius * 0.86, -width / 2), (radius
        * 0.96, -width * 0.42), (radius * 0.965, width * 0.42), (radius * 0.86, width / 2),
        (radius * 0.56, width / 2), (radius * 0.56, -width / 2)], 72, radius=0.03), turns=turn)]  # fmt: skip
    for k in range(lugs):
        for s in (-1, 1):
            a = 2 * np.pi * (k + 0.5 * (s > 0)) / lugs
            bar = slab_box((width * 0.56, radius * 0.075, radius * 0.075), (s * width * 0.25, 0,
                radius * 0.965), 0.012, [("z", s * 32.0)])  # fmt: skip
            tyre.append(placed(bar, turns=[("x", float(np.degrees(a)))]))
    rim = [placed(spun([(0, -0.02), (radius * 0.20, -0.02), (radius * 0.30, 0.03), (radius
        * 0.50, -width * 0.30), (radius * 0.57, -width * 0.36), (radius * 0.57, width * 0.36),
        (radius * 0.50, width * 0.30), (radius * 0.30, 0.07), (0, 0.07)], 64, radius=0.008),
        turns=turn)]  # fmt: skip
    rim += [placed(disc(radius * 0.022, 0.20, (radius * 0.14 * np.cos(a), radius * 0.14
        * np.sin(a), 0)), turns=turn) for a in np.linspace(0, 2 * np.pi, 7)[:-1]]  # fmt: skip
    return tyre, rim


def tractor(member: CastMember, rng: Rng) -> Prop:
    """A farm tractor, nose to the front: bonnet and grille, lamps, exhaust, open seat, mudguards, tall
    rear wheels."""
    paint = replace(trim(member, member.material or "car_paint", hue(member, rng) or "#a3231b"),
        clearcoat=0.7)  # fmt: skip
    black = trim(member, "painted_metal", "#1d1d1f")
    cream = replace(trim(member, "painted_metal", member.accent or "#e6d9b0"), roughness=0.4)
    bonnet = prism(shaped([(-1.42, 0.82), (-1.44, 1.24), (-1.34, 1.36), (-0.30, 1.42), (-0.22,
        1.36), (-0.22, 0.86), (-0.60, 0.78)], 0.09), 0.60, bevel=0.09, axis="x")  # fmt: skip
    block = slab_box((0.42, 1.5, 0.40), (0, -0.55, 0.72), 0.05)
    rear = slab_box((0.52, 0.9, 0.46), (0, 0.55, 0.78), 0.06)
    grille = [slab_box((0.40, 0.02, 0.018), (0, -1.448, z), 0.006) for z in np.linspace(0.90, 1.22, 12)]
    lamps = [placed(spun([(0, 0), (0.085, 0), (0.095, 0.02), (0.07, 0.11), (0, 0.14)], 40,
        radius=0.01), at=(s * 0.40, -1.20, 1.22), turns=[("x", 90)]) for s in (-1, 1)]  # fmt: skip
    lamps = [placed(m, at=(0, 0, 0)) for m in lamps]
    glass = [disc(0.080, 0.012, (s * 0.40, -1.205, 1.22), [("x", 90)]) for s in (-1, 1)]
    arms = [rod([(s * 0.28, -1.16, 1.20), (s * 0.40, -1.16, 1.20)], 0.018, 10) for s in (-1, 1)]
    pipe = [rod([(0.14, -0.70, 1.38), (0.14, -0.70, 1.62)], 0.045, 18), rod([(0.14, -0.70, 1.60),
        (0.14, -0.70, 2.05)], 0.028, 16), rod(curve([(0.14, -0.70, 2.03), (0.14, -0.69, 2.10),
        (0.14, -0.64, 2.15)], 12), 0.028, 16)]  # fmt: skip
    guards = []
    t = np.linspace(np.deg2rad(20), np.deg2rad(172), 30)
    for s in (-1, 1):
        from rayograph.world.cast.shaping import slab

        arc = np.stack([np.stack([np.full(30, s * x), 0.72 + 0.84 * np.cos(t), 0.76 + 0.84
            * np.sin(t)], 1) for x in (0.36, 0.50, 0.70, 0.74)])  # fmt: skip
        arc[3, :, 1:] = [0.72, 0.76] + (arc[3, :, 1:] - [0.72, 0.76]) * 0.94
        guards.append(slab(arc if s > 0 else arc[:, ::-1], 0.012))
    seat = [slab_box((0.46, 0.42, 0.10), (0, 0.56, 1.22), 0.045), placed(slab_box((0.46, 0.09,
        0.30), (0, 0, 0), 0.04), at=(0, 0.78, 1.38), turns=[("x", -12.0)])]  # fmt: skip
    post_ = [rod([(0, 0.55, 0.98), (0, 0.56, 1.20)], 0.05, 16)]
    steer = [rod([(0, -0.20, 1.30), (0, 0.16, 1.52)], 0.022, 12), placed(hoop(0.21, 0.016,
        segments=56), at=(0, 0.17, 1.53), turns=[("x", -55.0 + 112)])]  # fmt: skip
    steer += [placed(rod([(0, 0, 0), (0.2 * np.cos(a), 0.2 * np.sin(a), 0)], 0.010, 8), at=(0,
        0.17, 1.53), turns=[("x", 57.0)]) for a in np.deg2rad([90, 210, 330])]  # fmt: skip
    tyres: list[Mesh] = []
    rims: list[Mesh] = []
    for x, y, r, w, n in ((0.70, 0.72, 0.76, 0.40, 20), (0.62, -1.05, 0.40, 0.22, 14)):
        for s in (-1, 1):
            tyre, rim = _tractor_wheel(r, w, n)
            tyres += [placed(m, at=(s * x, y, r), turns=[("z", 0.0 if s > 0 else 180.0)]) for m in tyre]
            rims += [placed(m, at=(s * x, y, r), turns=[("z", 0.0 if s > 0 else 180.0)]) for m in rim]
    axles = [rod([(-0.62, -1.05, 0.44), (0.62, -1.05, 0.44)], 0.05, 14), rod([(-0.66, 0.72,
        0.76), (0.66, 0.72, 0.76)], 0.11, 18), slab_box((0.20, 0.24, 0.34), (0, -1.05, 0.58),
        0.03)]  # fmt: skip
    hitch = [rod([(s * 0.24, 1.0, 0.60), (s * 0.30, 1.38, 0.52)], 0.028, 10) for s in (-1, 1)]
    steps = [slab_box((0.30, 0.34, 0.03), (s * 0.42, 0.0, 0.52), 0.01) for s in (-1, 1)]
    parts = [part(paint, creased(bonnet), *guards, *lamps), part(black, block, rear, *grille,
        *axles, *hitch, *steps, *arms, *pipe, *post_, *steer), part(cream, *rims),
        part(trim(member, "rubber", "#19191a"), *tyres), part(trim(member, "leather", "#2a231d"),
        *seat), part(replace(trim(member, "plastic", "#eef0ea"), clearcoat=1.0, roughness=0.08),
        *glass)]  # fmt: skip
    walls = [box((0, -0.82, 1.10), (0.60, 1.25, 0.62)), box((0, 0.55, 0.95), (0.9, 1.0, 0.6)),
        *(post((s * 0.70, 0.72, 0.76), 0.76, 0.40, ("y", 90)) for s in (-1, 1)), *(post((s
        * 0.62, -1.05, 0.40), 0.40, 0.22, ("y", 90)) for s in (-1, 1)), post((0.14, -0.70, 1.75),
        0.04, 0.75)]  # fmt: skip
    return assemble(parts, walls, mass=2300.0, friction=0.9, restitution=0.1)


def _drawbar() -> tuple[list[Mesh], list[Mesh]]:
    """The A-frame with hitch and jockey wheel, and two gas bottles on it."""
    bar = [rod([(s * 0.55, -1.95, 0.48), (0, -3.0, 0.44)], 0.035, 12) for s in (-1, 1)]
    bar += [rod([(0, -2.9, 0.44), (0, -3.16, 0.47)], 0.04, 14), rod([(0, -2.75, 0.0), (0, -2.75,
        0.72)], 0.026, 12), disc(0.09, 0.05, (0, -2.75, 0.09), [("y", 90)])]  # fmt: skip
    gas = [spun([(0, 0.50), (0.14, 0.50), (0.155, 0.54), (0.155, 0.82), (0.10, 0.92), (0.05,
        0.95), (0, 0.95)], 40, radius=0.02)]  # fmt: skip
    gas = [placed(m, at=(s * 0.18, -2.30, 0)) for m in gas for s in (-1, 1)]
    return bar, gas


def caravan(member: CastMember, rng: Rng) -> Prop:
    """A touring caravan of round outline, its drawbar to the front: band of colour, windows, door, step,
    wheels."""
    shade = hue(member, rng) or "#6f9fa0"
    white = replace(trim(member, "car_paint", "#ece8dc"), clearcoat=0.6)
    band = replace(trim(member, "car_paint", shade), clearcoat=0.6)
    side = shaped([(-2.0, 0.55), (-2.06, 1.20), (-1.86, 2.02), (-1.25, 2.38), (1.2, 2.40), (1.82,
        2.08), (2.04, 1.25), (1.95, 0.55)], 0.55)  # fmt: skip
    low = np.clip(side, [-9, 0.42], [9, 1.22])
    up = side[side[:, 1] > 1.215]
    lower = prism(side * [1.0, 1.0] + [0, 0], 2.06, bevel=0.07, axis="x")
    skirt = prism(np.where(low[:, 1:] > 1.215, np.stack([low[:, 0] * 1.004, np.full(len(low),
        1.22)], 1), low * [1.004, 1.0]), 2.074, bevel=0.02, axis="x")  # fmt: skip
    del up
    trims = [rod(np.concatenate([[(s * 1.040, y, 1.232)] for y in np.linspace(-2.03, 2.02, 12)]),
        0.014, 8) for s in (-1, 1)]  # fmt: skip
    glass: list[Mesh] = []
    frames: list[Mesh] = []
    for s in (-1, 1):
        for y, w in ((-1.12, 0.78), (1.02, 0.92)) if s > 0 else ((-1.05, 0.9), (0.25, 0.9), (1.30, 0.6)):
            pane = shaped([(y - w / 2, 1.38), (y + w / 2, 1.38), (y + w / 2, 1.92), (y - w / 2, 1.92)], 0.10)
            glass.append(placed(prism(pane, 0.02, bevel=0.004, axis="x"), at=(s * 1.034, 0, 0)))
            loop = np.insert(np.concatenate([pane, pane[:1]]), 0, s * 1.044, axis=1)
            frames.append(rod(loop, 0.016, 8))
    front = shaped([(-0.72, 1.34), (0.72, 1.34), (0.66, 1.86), (-0.66, 1.86)], 0.12)
    glass += [placed(prism(front, 0.02, bevel=0.004, axis="y"), at=(0, -2.005, 0.0), turns=[("x", -8.0)])]
    glass = [*glass[:-1], placed(prism(front - [0, 1.6], 0.03, bevel=0.004, axis="y"), at=(0,
        -2.020, 1.60), turns=[("x", -13.0)])]  # fmt: skip
    frames.append(placed(rod(np.insert(np.concatenate([front, front[:1]]) - [0, 1.6], 1, 0.0,
        axis=1), 0.018, 8), at=(0, -2.034, 1.60), turns=[("x", -13.0)]))  # fmt: skip
    door = shaped([(-0.30, 0.62), (0.36, 0.62), (0.36, 2.08), (0.03, 2.14), (-0.30, 2.08)], 0.10)
    seam = rod(np.insert(np.concatenate([door, door[:1]]), 0, 1.040, axis=1), 0.009, 8)
    small = shaped([(-0.16, 1.42), (0.22, 1.42), (0.22, 1.92), (-0.16, 1.92)], 0.06)
    glass.append(placed(prism(small, 0.02, bevel=0.004, axis="x"), at=(1.034, 0, 0)))
    frames.append(rod(np.insert(np.concatenate([small, small[:1]]), 0, 1.044, axis=1), 0.013, 8))
    handle = slab_box((0.03, 0.10, 0.025), (1.055, -0.23, 1.20), 0.008)
    step = [slab_box((0.30, 0.52, 0.03), (1.15, 0.03, 0.36), 0.01), *(rod([(1.0, 0.03 + q * 0.2,
        0.46), (1.12, 0.03 + q * 0.2, 0.36)], 0.014, 8) for q in (-1, 1))]  # fmt: skip
    bar, gas = _drawbar()
    tyre, rim = wheel(0.33, 0.2, 1)
    wheels = [placed(tyre, at=(s * 0.93, 0.25, 0.33), turns=[("z", 90.0 * s)]) for s in (-1, 1)]
    rims = [placed(rim, at=(s * 0.93, 0.25, 0.33), turns=[("z", 90.0 * s)]) for s in (-1, 1)]
    arch = [rod(np.array([(s * 1.045, 0.25 + 0.42 * np.cos(a), 0.40 + 0.42 * np.sin(a)) for a
        in np.linspace(0.15, np.pi - 0.15, 24)]), 0.022, 8) for s in (-1, 1)]  # fmt: skip
    wells = [placed(disc(0.415, 0.02, (0, 0, 0)), at=(s * 1.030, 0.25, 0.42), turns=[("y", 90)])
        for s in (-1, 1)]  # fmt: skip
    legs = [rod([(sx * 0.8, sy * 1.6, 0.55), (sx * 0.86, sy * 1.66, 0.0)], 0.03, 10) for sx
        in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    vent = slab_box((0.5, 0.5, 0.09), (0, 0.2, 2.42), 0.03)
    lights = [disc(0.06, 0.03, (s * 0.82, 2.035, 0.85), [("x", 90)]) for s in (-1, 1)]
    dark = replace(trim(member, "plastic", "#0e1216", wear=0.0), roughness=0.05, clearcoat=1.0, bump=None)
    chrome, steel = trim(member, "chrome"), trim(member, "painted_metal", "#8d9092")
    parts = [part(white, lower, vent), part(band, skirt), part(dark, *glass), part(chrome,
        *trims, *frames, handle, *arch, *rims), part(steel, *bar, *step, *legs),
        part(trim(member, "painted_metal", "#c9ccc8"), *gas), part(trim(member, "rubber",
        "#17181a"), *wheels, seam, *wells), part(trim(member, "plastic", "#a3120f"), *lights)]  # fmt: skip
    walls = [box((0, 0, 1.45), (2.06, 4.0, 1.9)), *(post((s * 0.93, 0.25, 0.33), 0.33, 0.2, ("y",
        90)) for s in (-1, 1)), box((0, -2.5, 0.45), (0.5, 1.2, 0.12)), *(box((sx * 0.83, sy
        * 1.63, 0.27), (0.08, 0.1, 0.54)) for sx in (-1, 1) for sy in (-1, 1))]  # fmt: skip
    return assemble(parts, walls, mass=950.0, friction=0.9, restitution=0.05)


FARM_AND_TOW: dict[str, Generator] = {"convertible": convertible, "tractor": tractor, "caravan": caravan}
