"""What stands by a road: traffic light, parking meter, barrier, sandwich board."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import beam, curve, placed, rod, slab, turned
from rayograph.world.cast.sign import contrasting, face, printed, weathered
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part, Prop

Rng = np.random.Generator
_LENSES = (("red", "#c1170f"), ("amber", "#e89a12"), ("green", "#12a04a"))


def traffic_light(member: CastMember, rng: Rng) -> Prop:
    """A signal head with three hooded lenses and a backing board on a steel post.

    The member's colour is that of the lens which is lit, the upper one if it has none.
    """
    steel = surface(member.model_copy(update={"colour": None}), rng)
    tall = 3.2 * vary(rng, 0.02)
    z, y = tall - 0.58, -0.19
    lit = _lit(member.colour)
    pole = [turned([(0, 0), (0.15, 0), (0.15, 0.02), (0.085, 0.045), (0.078, 0.30), (0.06, 0.33),
                    (0.057, tall - 0.03), (0.045, tall), (0, tall)], 36)]  # fmt: skip
    pole += [beam((0, -0.05, z + dz), (0, y + 0.07, z + dz), 0.05, 0.04, radius=0.008) for dz in (-0.3, 0.3)]
    board = placed(prism(eased([(-0.25, -0.56), (0.25, -0.56), (0.25, 0.56), (-0.25, 0.56)], 0.09), 0.012,
                         bevel=0.003, axis="y"), at=(0, y + 0.05, z))  # fmt: skip
    head = [placed(shapes.rounded_box((0.30, 0.16, 0.92), 0.035, 5), at=(0, y, z)), board]
    rim = outline_ring(0.25, 0.56, 0.09)
    white = [rod(rim + [0, y + 0.043, z], 0.006, 6)]
    lenses: list[Part] = []
    glow: list[Mesh] = []
    for (name, colour), dz in zip(_LENSES, (0.29, 0.0, -0.29), strict=True):
        dome = placed(turned([(0.105, 0.0), (0.098, 0.012), (0.07, 0.025), (0.035, 0.032), (0, 0.034)], 36),
                      at=(0, y - 0.082, z + dz), turns=[("x", 90)])  # fmt: skip
        head += [placed(mesh, at=(0, y - 0.08, z + dz)) for mesh in _hood()]
        clear = replace(material("plastic", colour=_dim(colour), wear=0.0), roughness=0.12, clearcoat=1.0,
                        bump=None)  # fmt: skip
        if name == lit:
            glow.append(dome)
        else:
            lenses.append(part(clear, dome))
    button = [placed(shapes.rounded_box((0.1, 0.09, 0.2), 0.015, 3), at=(0, -0.09, 1.1))]
    push = placed(turned([(0, 0), (0.022, 0), (0.02, 0.012), (0, 0.014)], 20), at=(0, -0.135, 1.06),
                  turns=[("x", 90)])  # fmt: skip
    yellow = trim(member, "painted_metal", "#d8a71c")
    parts = [part(steel, *pole), part(trim(member, "plastic", "#141516"), *head), *lenses,
             part(trim(member, "plastic", "#e6e4dc"), *white), part(yellow, *button),
             part(replace(trim(member, "steel"), bump=None), push)]  # fmt: skip
    shining = material("plastic", colour=dict(_LENSES)[lit], wear=0.0)
    parts.append(part(replace(shining, bump=None), *glow, light="self"))
    walls = [post((0, 0, tall / 2), 0.06, tall), post((0, 0, 0.03), 0.15, 0.06),
             box((0, y - 0.09, z), (0.32, 0.36, 0.92)), box((0, y + 0.05, z), (0.5, 0.016,
               1.12))]  # fmt: skip
    return assemble(parts, walls, mass=110.0, friction=0.8, restitution=0.1)


def outline_ring(x: float, z: float, radius: float) -> np.ndarray:
    """A closed rounded rectangle of half sizes in the XZ plane as a path [m]."""
    flat = eased([(-x, -z), (x, -z), (x, z), (-x, z)], radius)
    return np.insert(np.concatenate([flat, flat[:2]]), 1, 0.0, axis=1)


def _lit(colour: str | None) -> str:
    """The lens whose colour is nearest to the one asked for."""
    if colour is None:
        return "red"
    asked = np.asarray(from_hex(colour))
    near = [float(np.dot(asked, from_hex(c)) / np.linalg.norm(asked) / np.linalg.norm(from_hex(c)))
            for _, c in _LENSES]  # fmt: skip
    return _LENSES[int(np.argmax(near))][0]


def _dim(colour: str) -> str:
    """An unlit lens: the same colour in its own shade."""
    code = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(0.28 * c + 6):02x}" for c in code)


def _hood() -> list[Mesh]:
    """The bezel of a lens and the cowl over it, open below; facing -Y."""
    bezel = placed(turned([(0.105, -0.002), (0.128, -0.002), (0.124, 0.016), (0.108, 0.018), (0.105, -0.002)],
                          36), turns=[("x", 90)])  # fmt: skip
    a = np.linspace(np.deg2rad(-28), np.deg2rad(208), 28)
    rows = []
    for out in np.linspace(0, 1, 6):
        reach = 0.21 * out * (0.45 + 0.55 * np.clip(np.sin(a) * 0.7 + 0.5, 0, 1))
        rows.append(np.stack([np.cos(a) * 0.122, -reach, np.sin(a) * 0.122], 1))
    return [bezel, slab(np.array(rows)[:, ::-1], 0.004), slab(np.array(rows), 0.001)]


def parking_meter(member: CastMember, rng: Rng) -> Prop:
    """A single-head parking meter: domed window over a dial, coin slot and crank, on a pipe."""
    iron = surface(member, rng)
    tall = 1.46 * vary(rng, 0.02)
    z = tall - 0.36
    a = np.linspace(0, np.pi, 17)
    dome = np.stack([np.cos(a) * 0.088, z + 0.265 + np.sin(a) * 0.088], 1)
    outline = np.concatenate([[(-0.06, z), (0.06, z), (0.078, z + 0.1)], dome, [(-0.078, z + 0.1)]])
    window = np.stack([np.cos(a) * 0.066, z + 0.262 + np.sin(a) * 0.066], 1)
    body = prism(outline, 0.115, bevel=0.018, axis="y")
    bezel = prism(np.concatenate([window * [1.12, 1] + [0, 0.004]]), 0.128, bevel=0.006, axis="y")
    neck = turned([(0, 0), (0.11, 0), (0.11, 0.012), (0.05, 0.03), (0.031, 0.05), (0.031, z - 0.05),
                   (0.042, z - 0.045), (0.042, z), (0, z)], 32)  # fmt: skip
    scale = text_texture("15  30  45\nMINUTES", "#17181a", "#e9e5d8", 320, 1.9)
    dial = [placed(face(0.118, 0.06, at=(0, -0.0648, z + 0.296)), turns=[("z", t)]) for t in (0.0, 180.0)]
    slot = placed(shapes.rounded_box((0.07, 0.01, 0.075), 0.006, 3), at=(0, -0.058, z + 0.185))
    gap = placed(shapes.rounded_box((0.003, 0.006, 0.03), 0.001, 1), at=(0.015, -0.0625, z + 0.19))
    crank = [placed(turned([(0, 0), (0.024, 0), (0.02, 0.016), (0.012, 0.02), (0.012, 0.032), (0, 0.034)],
      24),
                    at=(0, -0.056, z + 0.085), turns=[("x", 90)]),
             beam((-0.026, -0.088, z + 0.085), (0.026, -0.088, z + 0.085), 0.01, 0.014,
               radius=0.004)]  # fmt: skip
    needle = beam((0.0, -0.0655, z + 0.268), (0.022, -0.0655, z + 0.308), 0.0015, 0.004, radius=0.0005)
    steel = replace(trim(member, "steel"), bump=None)
    red = trim(member, "painted_metal", "#b3201a")
    parts = [part(iron, body, neck), part(steel, bezel, slot, *crank),
             part(printed(trim(member, "painted_metal", "#e9e5d8"), scale), *dial), part(red, needle),
             part(trim(member, "plastic", "#101011"), gap)]  # fmt: skip
    walls = [box((0, 0, z + 0.17), (0.165, 0.12, 0.34)), post((0, 0, z / 2), 0.036, z),
             post((0, 0, 0.012), 0.11, 0.024)]  # fmt: skip
    return assemble(parts, walls, mass=24.0, friction=0.7, restitution=0.15)


def barrier(member: CastMember, rng: Rng) -> Prop:
    """A roadworks barrier: two striped boards on A-frame feet, an amber lamp on one end."""
    frame = trim(member, "painted_metal", "#d9d6cc")
    wide, tall = 1.9 * vary(rng, 0.02), 1.0
    boards, legs, walls = [], [], []
    for z, high in ((0.86, 0.2), (0.48, 0.2)):
        boards.append(placed(shapes.rounded_box((wide, 0.024, high), 0.006, 2), at=(0, 0, z)))
        walls.append(box((0, 0, z), (wide, 0.024, high)))
    for s in (-1, 1):
        x = s * (wide / 2 - 0.22)
        for sy in (-1, 1):
            legs.append(beam((x, sy * 0.29, 0.0), (x, sy * 0.022, tall), 0.038, 0.038, radius=0.005,
                             up=(0, 1, 0)))  # fmt: skip
            walls.append(box((x, sy * 0.155, tall / 2), (0.04, 0.04, tall + 0.03), ("x", sy * 15.0)))
        legs.append(beam((x, -0.2, 0.28), (x, 0.2, 0.28), 0.03, 0.03, radius=0.005))
    walls.append(box((wide / 2 - 0.22, 0, tall + 0.11), (0.18, 0.06, 0.2)))
    amber = replace(trim(member, "plastic", "#e07f10"), roughness=0.15, clearcoat=1.0)
    lamp = placed(turned([(0, 0), (0.05, 0), (0.055, 0.02), (0.035, 0.03), (0.035, 0.04), (0, 0.04)], 28),
                  at=(wide / 2 - 0.22, 0, tall))  # fmt: skip
    lens = placed(turned([(0, -0.03), (0.085, -0.022), (0.092, 0), (0.085, 0.022), (0, 0.03)], 32),
                  at=(wide / 2 - 0.22, 0, tall + 0.12), turns=[("x", 90)])  # fmt: skip
    stripes = [placed(face(wide - 0.012, 0.19, at=(0, -0.0127, z)), turns=[("z", t)])
               for z in (0.86, 0.48) for t in (0.0, 180.0)]  # fmt: skip
    look = printed(frame, _stripes(hue(member, rng) or "#b3201a", member))
    parts = [part(frame, *boards), part(look, *stripes), part(trim(member, "steel"), *legs),
             part(trim(member, "plastic", "#2a2a2b"), lamp), part(amber, lens)]  # fmt: skip
    return assemble(parts, walls, mass=14.0, friction=0.7, restitution=0.2)


def _stripes(colour: str, member: CastMember) -> np.ndarray:
    """Slanting bands of a colour on white."""
    y, x = np.mgrid[0:128, 0:1216]
    edge = np.clip((np.abs(((x + y) % 256) - 128) - 64) / 2 + 0.5, 0, 1)[..., None]
    picture = edge * np.asarray(from_hex(colour)) + (1 - edge) * np.asarray(from_hex("#ece9e0"))
    return weathered(np.asarray(picture, np.float32), member.wear, member.seed)


def sandwich_board(member: CastMember, rng: Rng) -> Prop:
    """An A-board: two framed slates hinged at the top, held by a chain; chalked with the member's text."""
    wood = surface(member, rng)
    wide, tall, spread = 0.62 * vary(rng, 0.02), 1.06 * vary(rng, 0.02), 0.26
    lean = float(np.rad2deg(np.arctan2(spread - 0.02, tall)))
    length = float(np.hypot(tall, spread - 0.02))
    ground = member.colour or "#1f2423"
    inner = (wide - 0.10, length - 0.26)
    words = (member.text or "OPEN\nCOFFEE\nCAKE").replace("\\n", "\n")
    slate = chalked(words, member.accent or contrasting(ground), ground, inner[0] / inner[1], member.seed)
    timber, slates = [], []
    for side in (0.0, 180.0):
        bars = [beam((s * (wide / 2 - 0.025), 0, 0), (s * (wide / 2 - 0.025), 0, length), 0.028, 0.05,
                     radius=0.006, up=(1, 0, 0), rng=rng) for s in (-1, 1)]  # fmt: skip
        bars += [beam((-wide / 2 + 0.05, 0, z), (wide / 2 - 0.05, 0, z), 0.024, 0.05, radius=0.006, rng=rng)
                 for z in (length - 0.025, 0.185)]  # fmt: skip
        bars.append(placed(shapes.rounded_box((wide - 0.09, 0.01, length - 0.22), 0.003, 1),
                           at=(0, 0.002, length / 2 + 0.085)))  # fmt: skip
        board = face(*inner, at=(0, -0.0036, length / 2 + 0.08))
        pose = [("x", -lean), ("z", side)]
        sign = -1 if side == 0 else 1
        timber += [placed(b, at=(0, sign * spread, 0.006), turns=pose) for b in bars]
        slates.append(placed(board, at=(0, sign * spread, 0.006), turns=pose))
    brass = [rod([(s * (wide / 2 - 0.1), -0.02, tall - 0.005), (s * (wide / 2 - 0.02), -0.02, tall - 0.005)],
                 0.008, 8) for s in (-1, 1)]  # fmt: skip
    chain = [rod(curve([(s * (wide / 2 - 0.02), -spread * 0.66, 0.36), (s * (wide / 2 - 0.02), 0, 0.32),
                        (s * (wide / 2 - 0.02), spread * 0.66, 0.36)], 14), 0.003, 6) for s in (-1,
                         1)]  # fmt: skip
    parts = [part(wood, *timber), part(slate, *slates), part(trim(member, "black_iron"), *brass, *chain)]
    walls = [
        box((0, s * spread / 2 * 1.03, tall / 2), (wide, 0.03, length), ("x", s * lean)) for s in (-1, 1)
    ]
    return assemble(parts, walls, mass=8.5, friction=0.6, restitution=0.15)


def chalked(text: str, ink: str, ground: str, aspect: float, seed: int) -> Material:
    """A blackboard: the words in chalk, grainy, over the ghosts of what was wiped away."""
    picture = text_texture(text, ink, ground, 512, aspect)
    tall, wide = picture.shape[:2]
    y, x = np.mgrid[0:tall, 0:wide] / wide
    grain = 0.5 + 0.5 * noise.fbm2(x * 160, y * 160, octaves=2, seed=seed)
    ghost = np.clip(noise.fbm2(x * 3, y * 9, octaves=4, seed=seed + 1), 0, 1)
    base = picture[0, 0]
    cover = np.clip(0.55 + 0.9 * grain, 0, 1)[..., None]
    colour = base + (picture - base) * cover + 0.045 * ghost[..., None]
    return Material(name="slate", base_colour=np.clip(colour, 0, 1).astype(np.float32), roughness=0.85)
