"""Vehicles on call: police car, ambulance, fire engine: liveries and light bars on the usual coachwork."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import coachwork, vehicles
from rayograph.world.cast.body_lines import SALOON, VAN
from rayograph.world.cast.coachwork import BodyLines
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, trim
from rayograph.world.cast.lettered import panel
from rayograph.world.cast.shaping import beam, placed, rod
from rayograph.world.cast.sign import printed
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def _light_bar(
    member: CastMember, at: tuple[float, float, float], wide: float, ends: tuple[str, str]
) -> list[Part]:
    """A roof bar: a dark base, a lit lens to each side, a bright middle."""
    base = placed(shapes.rounded_box((wide, 0.26, 0.05), 0.02, 3), at=(at[0], at[1], at[2] + 0.025))
    parts = [part(trim(member, "plastic", "#17181a"), base)]
    for s, colour in zip((-1, 1), ends, strict=True):
        lens = placed(shapes.rounded_box((wide * 0.36, 0.24, 0.12), 0.03, 4), at=(at[0] + s
             * wide * 0.30, at[1], at[2] + 0.11))  # fmt: skip
        parts.append(part(replace(trim(member, "plastic", colour, wear=0.0), roughness=0.06,
             clearcoat=1.0), lens))  # fmt: skip
    middle = placed(shapes.rounded_box((wide * 0.20, 0.22, 0.11), 0.025, 3), at=(at[0], at[1], at[2] + 0.105))
    return [*parts, part(trim(member, "chrome", wear=0.0), middle)]


def _band(
    lines: BodyLines, y: tuple[float, float], z: tuple[float, float], proud: float = 0.006
) -> list[Mesh]:
    """A strip on both flanks between lengths `y` and heights `z` [m], uv over the unit square, to be read."""
    yy, zz = np.meshgrid(np.linspace(*y, 60), np.linspace(*z, 24))
    points = coachwork.surface_at(coachwork.body(lines), yy.ravel(), zz.ravel(), proud).reshape(24, 60, 3)
    return [panel(points), panel(points[:, ::-1] * [-1, 1, 1])]


def police_car(member: CastMember, rng: Rng) -> Prop:
    """A white saloon with blue bands and POLICE on its doors, a red and blue light bar."""
    white = member.model_copy(update={"colour": member.colour or "#e9e9e6", "text": ""})
    parts = vehicles._vehicle(white, rng, SALOON, 0.27)
    ink = member.accent or "#173a7a"
    y0, y1 = SALOON.doors[0], SALOON.doors[-1]
    parts.append(part(trim(member, "car_paint", ink), *_band(SALOON, (y0 - 0.35, y1 + 0.2), (0.40, 0.50))))
    look = printed(trim(member, "car_paint", white.colour), text_texture(member.text
         or "POLICE", ink, str(white.colour), 1024, 5.2))  # fmt: skip
    middle = (y0 + y1) / 2
    parts.append(part(look, *_band(SALOON, (middle - 0.62, middle + 0.62), (0.54, 0.78))))
    y = (SALOON.screen[1] + SALOON.backlight[0]) / 2
    z = float(np.interp(y, [p[0] for p in SALOON.crown], [p[1] for p in SALOON.crown]))
    parts += _light_bar(member, (0, y, z - 0.005), 1.1, ("#d8281e", "#2447d8"))
    walls = [*vehicles._walls(SALOON), box((0, y, z + 0.08), (1.1, 0.26, 0.17))]
    return assemble(parts, walls, mass=1500.0, friction=0.8, restitution=0.1)


def ambulance(member: CastMember, rng: Rng) -> Prop:
    """A white van with a red band, AMBULANCE and a cross on its sides, blue lights on the roof."""
    white = member.model_copy(update={"colour": member.colour or "#eeece6", "text": ""})
    parts = vehicles._vehicle(white, rng, VAN, 0.34)
    red = member.accent or "#c2211c"
    parts.append(part(trim(member, "car_paint", red), *_band(VAN, (-0.9, 2.3), (0.78, 0.93))))
    look = printed(trim(member, "car_paint", white.colour), text_texture(member.text
         or "AMBULANCE", red, str(white.colour), 1400, 6.4))  # fmt: skip
    parts.append(part(look, *_band(VAN, (-0.35, 2.15), (1.05, 1.44))))
    for mesh in ((0.80, 1.00, 1.52, 2.00), (0.66, 1.14, 1.66, 1.86)):
        parts.append(part(trim(member, "car_paint", red), *_band(VAN, (mesh[0], mesh[1]),
             (mesh[2], mesh[3]), 0.007)))  # fmt: skip
    y = -1.0
    z = float(np.interp(y, [p[0] for p in VAN.crown], [p[1] for p in VAN.crown]))
    parts += _light_bar(member, (0, y, z - 0.01), 1.35, ("#2447d8", "#2447d8"))
    walls = [box((0, 0.45, 1.27), (1.9, 4.04, 1.96)), *vehicles._wheel_walls(VAN), box((0, -2.1,
         0.8), (1.8, 0.8, 0.7)), box((0, y, z + 0.08), (1.35, 0.26, 0.17))]  # fmt: skip
    return assemble(parts, walls, mass=2900.0, friction=0.8, restitution=0.1)


def fire_engine(member: CastMember, rng: Rng) -> Prop:
    """A red engine: a cab before a locker body with roller shutters, a ladder on the roof, blue lights."""
    red = member.model_copy(update={"colour": member.colour or "#b01a14",
         "accent": member.colour or "#b01a14", "text": ""})  # fmt: skip
    base = vehicles.truck(red, rng)
    parts, walls = list(base.parts), list(base.colliders)
    points = np.concatenate([p.mesh.vertices for p in parts])
    top, back = float(points[:, 2].max()), float(points[:, 1].max())
    half = 1.12
    front = back - 3.95
    silver, dark = trim(member, "steel", wear=0.1), trim(member, "plastic", "#1b1c1e")
    shutters: list[Mesh] = []
    frames: list[Mesh] = []
    for s in (-1, 1):
        for y in (front + 0.72, front + 1.98, front + 3.24):
            for k in range(13):
                shutters.append(placed(shapes.rounded_box((0.03, 1.02, 0.105), 0.012, 2), at=(s
                     * (half + 0.012), y, 1.12 + 0.112 * k)))  # fmt: skip
            frames.append(placed(shapes.rounded_box((0.03, 1.12, 0.05), 0.01, 2), at=(s * (half
                 + 0.014), y, 1.03)))  # fmt: skip
    band = [placed(shapes.rounded_box((0.012, 3.86, 0.12), 0.004, 2), at=(s * (half + 0.012),
         front + 1.98, 2.74)) for s in (-1, 1)]  # fmt: skip
    rails: list[Mesh] = []
    for x in (0.15, 0.62):
        rails.append(beam((x, front - 0.5, top + 0.16), (x, back + 0.25, top + 0.16), 0.05,
             0.10, radius=0.012))  # fmt: skip
    for y in np.arange(front - 0.35, back + 0.2, 0.30):
        rails.append(rod([(0.15, y, top + 0.16), (0.62, y, top + 0.16)], 0.017, 10))
    rails += [beam((0.38, y, top - 0.01), (0.38, y, top + 0.12), 0.5, 0.06, radius=0.01, up=(0,
         1, 0)) for y in (front + 0.4, back - 0.4)]  # fmt: skip
    look = printed(trim(member, "car_paint", "#b01a14"), text_texture(member.text or "FIRE",
         "#f3ecd9", str(red.colour), 1024, 4.0))  # fmt: skip
    sides = []
    for s in (-1, 1):
        along, z = np.meshgrid(np.linspace(-0.5, 0.5, 2) * -s, [2.86, 3.06])
        sides.append(panel(np.stack([np.full(along.shape, s * (half + 0.02)), front + 1.98 - along * 0.8,
             z], -1)))  # fmt: skip
    parts += [part(silver, *shutters, *rails), part(dark, *frames), part(trim(member, "plastic",
         "#e8d23a"), *band), part(look, *sides)]  # fmt: skip
    cab = float(points[points[:, 1] < front - 0.35][:, 2].max())
    parts += _light_bar(member, (0, front - 0.55, cab - 0.01), 1.3, ("#2447d8", "#2447d8"))
    walls.append(box((0.38, (front + back) / 2, top + 0.1), (0.5, 4.2, 0.2)))
    return assemble(parts, walls, mass=7800.0, friction=0.8, restitution=0.1)


EMERGENCY: dict[str, Generator] = {"police_car": police_car, "ambulance": ambulance,
     "fire_engine": fire_engine}  # fmt: skip
