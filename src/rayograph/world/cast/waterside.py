"""By the water and the road: life ring, buoy, lighthouse, stop sign, street name, pallet, sack, cage."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.bent import around
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.finish import Generator, hue
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.prism import prism
from rayograph.world.cast.shaping import beam, curve, hoop, painted, placed, rod, turned
from rayograph.world.cast.sign import face, printed
from rayograph.world.scene import Prop

Rng = np.random.Generator


def life_ring(member: CastMember, rng: Rng) -> Prop:
    """A lifebuoy stood upright, face to -Y: white ring with four coloured quarters and a grab line."""
    big, thick = 0.285, 0.072
    ring = placed(hoop(big, thick, tall=0.052, segments=144), turns=[("x", 90)])
    v = ring.vertices
    angle = np.arctan2(v[:, 2], v[:, 0])
    band = np.abs((angle / (np.pi / 2) + 0.5) % 1 - 0.5) < 0.17
    red, white = np.array(from_hex(hue(member, rng)
         or "#d0401f")), np.array(from_hex(member.accent or "#f1ede2"))  # fmt: skip
    ring = painted(ring, np.where(band[:, None], red, white))
    lines, straps = [], []
    for k in range(4):
        a0, a1 = k * np.pi / 2, (k + 1) * np.pi / 2
        a = np.linspace(a0, a1, 30)
        sag = big + thick + 0.006 + 0.028 * np.sin(np.linspace(0, np.pi, 30))
        lines.append(rod(np.stack([sag * np.cos(a), 0 * a, sag * np.sin(a)], 1), 0.0075, 8))
        for d in (-0.13, 0.13):
            straps.append(placed(hoop(thick * 1.005, 0.004, tall=0.014, segments=40), at=(0, 0, 0)))
            straps[-1] = Mesh(vertices=straps[-1].vertices * [1, 0.76, 1], faces=straps[-1].faces)
            straps[-1] = placed(straps[-1], at=(big, 0, 0))
            straps[-1] = placed(straps[-1], turns=[("y", -float(np.degrees(a0 + d)))])
    skin = trim(member, "plastic", "#ffffff")
    parts = [part(skin, ring), part(trim(member, "linen", "#e0d6bd"), *lines), part(trim(member,
         "linen", "#2b2b2d"), *straps)]  # fmt: skip
    walls = []
    for a in np.arange(12) * np.pi / 6:
        walls.append(box((big * np.cos(a), 0, big * np.sin(a)), (0.14, 0.10, 0.19), ("y",
             -float(np.degrees(a)))))  # fmt: skip
    return assemble(parts, walls, mass=2.6, friction=0.7, restitution=0.2)


def buoy(member: CastMember, rng: Rng) -> Prop:
    """A channel buoy: a round float, lattice tower with a ring and a lamp on top, banded."""
    red = trim(member, "painted_metal", hue(member, rng) or "#b8281e")
    hull_ = turned([(0, 0), (0.30, 0.02), (0.46, 0.12), (0.50, 0.24), (0.50, 0.40), (0.44,
         0.50), (0.30, 0.54), (0, 0.54)], 72, crease_deg=30)  # fmt: skip
    fender = placed(hoop(0.50, 0.035, tall=0.05), at=(0, 0, 0.32))
    tower: list[Mesh] = []
    foot = np.array([(0.26 * np.cos(a), 0.26 * np.sin(a), 0.53) for a in np.arange(4) * np.pi
         / 2 + np.pi / 4])  # fmt: skip
    head = np.array([(0.11 * np.cos(a), 0.11 * np.sin(a), 1.36) for a in np.arange(4) * np.pi
         / 2 + np.pi / 4])  # fmt: skip
    for k in range(4):
        n = (k + 1) % 4
        tower.append(rod([foot[k], head[k]], 0.021, 10))
        for q, w in ((0.02, 0.5), (0.5, 0.97)):
            a, b = foot[k] + (head[k] - foot[k]) * q, foot[n] + (head[n] - foot[n]) * w
            tower.append(rod([a, b], 0.011, 8))
        for q in (0.5, 0.97):
            tower.append(rod([foot[k] + (head[k] - foot[k]) * q, foot[n] + (head[n] - foot[n])
                 * q], 0.013, 8))  # fmt: skip
    deck = turned([(0, 1.36), (0.15, 1.36), (0.155, 1.38), (0.15, 1.40), (0, 1.40)], 40)
    lens = turned([(0, 1.42), (0.065, 1.42), (0.07, 1.45), (0.07, 1.54), (0.05, 1.58), (0, 1.60)], 40)
    cage = [placed(hoop(0.085, 0.006), at=(0, 0, z)) for z in (1.46, 1.53)]
    cage += [rod([(0.085 * np.cos(a), 0.085 * np.sin(a), 1.40), (0.085 * np.cos(a), 0.085
         * np.sin(a), 1.56)], 0.006, 8) for a in np.arange(4) * np.pi / 2]  # fmt: skip
    panels = [placed(shapes.rounded_box((0.30, 0.012, 0.26), 0.004, 2), at=(0.17 * np.cos(a),
         0.17 * np.sin(a), 0.92), turns=[("z", float(np.degrees(a)) + 90)])
         for a in np.arange(4) * np.pi / 2]  # fmt: skip
    white = trim(member, "painted_metal", member.accent or "#ece7da")
    parts = [part(red, hull_, *tower, deck), part(white, *panels), part(trim(member, "rubber",
         "#1b1c1d"), fender), part(trim(member, "steel"), *cage), part(trim(member,
         "amber_glass"), lens)]  # fmt: skip
    walls = [post((0, 0, 0.28), 0.5, 0.54), post((0, 0, 1.05), 0.24, 1.06)]
    return assemble(parts, walls, mass=180.0, friction=0.6, restitution=0.1)


def lighthouse(member: CastMember, rng: Rng) -> Prop:
    """A banded tower, 16 m: railed gallery, lantern that shines, domed cap, door and windows."""
    red, white = hue(member, rng) or "#b3241c", member.accent or "#efeae0"
    t = np.linspace(0, 1, 13)
    z = t * 11.8 + 0.6
    r = 2.1 - 0.85 * t + 0.25 * (1 - t) ** 4
    bands: tuple[list[Mesh], list[Mesh]] = ([], [])
    for k in range(6):
        s = slice(2 * k, 2 * k + 3)
        bands[k % 2].append(turned([*zip(r[s], z[s], strict=True)], 72))
    base = turned([(0, 0), (2.75, 0), (2.78, 0.1), (2.70, 0.6), (2.3, 0.62), (0, 0.62)], 64)
    gallery = turned([(1.2, 12.2), (1.75, 12.4), (1.8, 12.45), (1.8, 12.6), (1.7, 12.65), (0, 12.65)], 56)
    rails = [placed(hoop(1.70, 0.03), at=(0, 0, h)) for h in (13.1, 13.55)]
    rails += [rod([(1.70 * np.cos(a), 1.70 * np.sin(a), 12.6), (1.70 * np.cos(a), 1.70
         * np.sin(a), 13.56)], 0.028, 6) for a in np.linspace(0, 2 * np.pi, 21)[:-1]]  # fmt: skip
    sill = turned([(0.95, 12.6), (0.98, 12.65), (0.98, 13.15), (0, 13.15)], 40)
    bars = [rod([(0.92 * np.cos(a), 0.92 * np.sin(a), 13.1), (0.92 * np.cos(a), 0.92
         * np.sin(a), 14.5)], 0.04, 8) for a in np.linspace(0, 2 * np.pi, 11)[:-1]]  # fmt: skip
    lamp = turned([(0, 13.15), (0.5, 13.2), (0.62, 13.5), (0.62, 14.0), (0.5, 14.35), (0, 14.4)], 36)
    cap = turned([(0, 14.45), (1.08, 14.45), (1.12, 14.55), (1.0, 14.75), (0.75, 15.05), (0.4,
         15.3), (0.14, 15.42), (0.16, 15.55), (0.05, 15.7), (0.03, 16.2), (0, 16.2)], 48)  # fmt: skip
    door = [placed(shapes.rounded_box((0.95, 0.3, 1.9), 0.08, 4), at=(0, -2.22, 1.5))]
    panes = [placed(shapes.rounded_box((0.5, 0.3, 0.85), 0.08, 4), at=(0, -float(np.interp(h, z,
         r)) + 0.08, h)) for h in (4.9, 7.8, 10.6)]  # fmt: skip
    frames = [placed(shapes.rounded_box((0.68, 0.26, 1.03), 0.06, 4), at=(0, -float(np.interp(h,
         z, r)) + 0.08, h)) for h in (4.9, 7.8, 10.6)]  # fmt: skip
    parts = [part(trim(member, "plaster", white), *bands[1], *frames), part(trim(member,
         "plaster", red), *bands[0], cap), part(trim(member, "granite"), base),
         part(trim(member, "painted_metal", "#2b2d2f"), gallery, *rails, sill, *bars, *panes),
         part(trim(member, "painted_wood", red), *door), part(trim(member, "wax", "#ffe2a0"),
         lamp, light="self")]  # fmt: skip
    walls = [post((0, 0, 0.3), 2.7, 0.6), around(*bands[0], *bands[1]), post((0, 0, 13.9), 1.7, 3.4)]
    return assemble(parts, walls, mass=8900.0, friction=0.9, restitution=0.0)


def stop_sign(member: CastMember, rng: Rng) -> Prop:
    """An eight-sided STOP sign on a perforated steel post."""
    side, tall = 0.75, 2.6 * vary(rng, 0.02)
    a = np.arange(8) * np.pi / 4 + np.pi / 8
    octagon = np.stack([np.cos(a), np.sin(a)], 1) * side / 2 / np.cos(np.pi / 8)
    at = (0, -0.035, tall - side / 2)
    red = member.colour or "#b0161a"
    plate = placed(prism(octagon, 0.006, bevel=0.001, axis="y"), at=at)
    rim = placed(prism(octagon * 0.965, 0.003, bevel=0.0005, axis="y"), at=(0, at[1] - 0.0045, at[2]))
    field = placed(prism(octagon * 0.925, 0.003, bevel=0.0005, axis="y"), at=(0, at[1] - 0.0058, at[2]))
    look = printed(trim(member, "painted_metal", red, wear=0.0), text_texture(member.text
         or "STOP", "#f4f1ea", red, 900, 2.2))  # fmt: skip
    words = face(0.62, 0.62 / 2.2, at=(0, at[1] - 0.0078, at[2]))
    pole = placed(shapes.rounded_box((0.05, 0.05, tall - 0.04), 0.006, 2), at=(0, 0, (tall - 0.04) / 2))
    holes = [placed(turned([(0, 0), (0.008, 0), (0.008, 0.001), (0, 0.0012)], 12), at=(0,
         -0.0248, z), turns=[("x", 90)]) for z in np.arange(0.2, tall - side - 0.02, 0.075)]  # fmt: skip
    bolts = [placed(turned([(0, 0), (0.012, 0), (0.010, 0.006), (0, 0.007)], 10), at=(0, at[1]
         - 0.007, at[2] + s * 0.27), turns=[("x", 90)]) for s in (-1, 1)]  # fmt: skip
    foot = placed(turned([(0, 0), (0.12, 0), (0.115, 0.03), (0.05, 0.05), (0, 0.05)], 24), at=(0, 0, 0))
    steel = trim(member, "steel", wear=0.4)
    parts = [part(trim(member, "painted_metal", "#c9ccd0"), plate), part(trim(member,
         "painted_metal", "#f2efe8", wear=0.1), rim), part(trim(member, "painted_metal", red,
         wear=0.1), field), part(look, words), part(steel, pole, foot, *bolts),
         part(trim(member, "plastic", "#151515"), *holes)]  # fmt: skip
    return assemble(parts, [around(plate), box((0, 0, tall / 2), (0.05, 0.05, tall)), post((0,
         0, 0.02), 0.12, 0.04)], mass=24.0, friction=0.8, restitution=0.05)  # fmt: skip


def street_name_sign(member: CastMember, rng: Rng) -> Prop:
    """Two crossed name plates on a post; `text` is the street's name."""
    tall, name = 2.75 * vary(rng, 0.02), member.text or "MAPLE ST"
    green = member.colour or "#1f5a3a"
    steel = trim(member, "steel", wear=0.3)
    look = printed(trim(member, "painted_metal", green, wear=0.1), text_texture(name,
         member.accent or "#f3f1ea", green, 1024, 4.4))  # fmt: skip
    other = printed(trim(member, "painted_metal", green, wear=0.1), text_texture("OAK AVE"
         if not member.text else name, member.accent or "#f3f1ea", green, 1024, 4.4))  # fmt: skip
    wide, high = 0.88, 0.20
    plates: list[Mesh] = []
    first: list[Mesh] = []
    second: list[Mesh] = []
    for z, turn, into in ((tall - 0.12, 0.0, first), (tall - 0.36, 90.0, second)):
        plates.append(placed(shapes.rounded_box((wide + 0.03, 0.008, high + 0.02), 0.0035, 2),
             at=(0, 0, z), turns=[("z", turn)]))  # fmt: skip
        for s in (0.0, 180.0):
            into.append(placed(face(wide, high, at=(0, -0.0045, 0)), at=(0, 0, z), turns=[("z", turn + s)]))
    pole = turned([(0, 0), (0.11, 0), (0.10, 0.03), (0.05, 0.06), (0.031, 0.10), (0.031, tall
         - 0.48), (0.028, tall - 0.47), (0, tall - 0.47)], 28)  # fmt: skip
    clamps = [placed(shapes.rounded_box((0.07, 0.07, 0.05), 0.01, 3), at=(0, 0, z))
         for z in (tall - 0.24, tall - 0.48)]  # fmt: skip
    tip = placed(turned([(0, 0), (0.03, 0), (0.035, 0.015), (0, 0.035)], 20), at=(0, 0, tall - 0.025))
    parts = [part(look, *first), part(other, *second), part(trim(member, "painted_metal",
         "#eeece4", wear=0.1), *plates), part(steel, pole, *clamps, tip)]  # fmt: skip
    return assemble(parts, [*(around(p) for p in plates), post((0, 0, tall / 2), 0.032, tall),
         post((0, 0, 0.02), 0.11, 0.04)], mass=22.0, friction=0.8, restitution=0.05)  # fmt: skip


def pallet(member: CastMember, rng: Rng) -> Prop:
    """A rough timber pallet: deck boards, three bearers of blocks, bottom boards, nail heads."""
    wood = surface(member, rng)
    boards: list[Mesh] = []
    nails: list[Mesh] = []
    for y in np.linspace(-0.36, 0.36, 7):
        wide = 0.095 * vary(rng, 0.06)
        boards.append(beam((-0.6, y + rng.normal(0, 0.003), 0.133), (0.6, y + rng.normal(0,
             0.003), 0.133), wide, 0.022, radius=0.003, rng=rng))  # fmt: skip
        for x in (-0.54, 0.0, 0.54):
            nails += [placed(turned([(0, 0), (0.005, 0), (0.004, 0.001), (0, 0.0013)], 8), at=(x
                 + d, y + 0.02 * np.sign(d), 0.1435)) for d in (-0.02, 0.02)]  # fmt: skip
    for x in (-0.54, 0.0, 0.54):
        boards.append(beam((x, -0.4, 0.111), (x, 0.4, 0.111), 0.1, 0.022, radius=0.003, rng=rng))
        boards.append(beam((x, -0.4, 0.011), (x, 0.4, 0.011), 0.1, 0.022, radius=0.003, rng=rng))
        for y in (-0.345, 0.0, 0.345):
            boards.append(placed(shapes.rounded_box((0.1, 0.11, 0.078), 0.004, 2), at=(x, y, 0.061)))
    parts = [part(wood, *boards), part(trim(member, "rusty_metal"), *nails)]
    walls = [box((0, 0, 0.122), (1.2, 0.82, 0.044)), *(box((x, 0, 0.05), (0.1, 0.8, 0.1))
         for x in (-0.54, 0, 0.54))]  # fmt: skip
    return assemble(parts, walls, mass=22.0, friction=0.7, restitution=0.1)


def sack(member: CastMember, rng: Rng) -> Prop:
    """A filled burlap sack that slumps, its neck tied with cord and flared above."""
    t = np.linspace(0, 1, 90)
    a = np.linspace(0, 2 * np.pi, 121)
    r = np.interp(t, [0, 0.015, 0.06, 0.22, 0.45, 0.62, 0.72, 0.78, 0.81, 0.86, 0.94, 1.0],
         [0.02, 0.17, 0.215, 0.245, 0.225, 0.17, 0.10, 0.055, 0.050, 0.075, 0.11, 0.125])  # fmt: skip
    r = np.convolve(np.pad(r, 2, mode="edge"), np.ones(5) / 5, "valid")
    z = np.interp(t, [0, 0.03, 1], [0, 0.002, 0.66])
    folds = np.exp(-(((t - 0.80) / 0.17) ** 2))[:, None] * (0.15 * np.sin(9 * a + 1.0) + 0.08
         * np.sin(17 * a + 2.0))  # fmt: skip
    lump = 0.05 * noise.fbm2(np.outer(t * 4, np.ones(121)), np.outer(np.ones(90), 3 + 2
         * np.cos(a)), octaves=3, seed=member.seed % 43)  # fmt: skip
    rr = r[:, None] * (1 + folds + lump * (t < 0.75)[:, None])
    rr[:, -1] = rr[:, 0]
    points = np.stack([rr * np.cos(a), rr * np.sin(a) * 0.86, np.broadcast_to(z[:, None], rr.shape)], 2)
    skin = wrapped(points, repeats=4)
    inside = rod([(0, 0, 0.60), (0, 0, 0.63)], np.array([0.06, 0.10]), 24)
    tie = [placed(hoop(0.058, 0.006), at=(0, 0, 0.528 + 0.010 * k)) for k in range(3)]
    tie += [rod(curve([(0.05, -0.03, 0.535), (0.10, -0.09, 0.50), (0.12 + 0.02 * s, -0.13, 0.40
         - 0.04 * s)], 14), 0.005, 6) for s in (-1, 1)]  # fmt: skip
    tie = [Mesh(vertices=m.vertices * [1, 0.9, 1], faces=m.faces, uv=m.uv) for m in tie]
    burlap = trim(member, member.material or "canvas", member.colour or "#b3925e")
    parts = [part(burlap, skin), part(trim(member, "canvas", "#5a4526"), inside),
         part(trim(member, "linen", "#d9cba0"), *tie)]  # fmt: skip
    walls = [around(Mesh(vertices=points[:70].reshape(-1, 3), faces=skin.faces)), post((0, 0,
         0.58), 0.1, 0.15)]  # fmt: skip
    return assemble(parts, walls, mass=25.0, friction=0.9, restitution=0.02)


def birdcage(member: CastMember, rng: Rng) -> Prop:
    """A domed wire birdcage: brass bars and hoops, a tray base, a swing, a door, a ring on top."""
    brass = surface(member, rng)
    r, wall = 0.165, 0.30
    bars: list[Mesh] = []
    for a in np.linspace(0, 2 * np.pi, 29)[:-1]:
        d = np.array([np.cos(a), np.sin(a), 0])
        q = np.linspace(0, np.pi / 2, 14)
        arch = [d * r * np.cos(k) + [0, 0, wall + 0.165 * np.sin(k)] for k in q[:-1]]
        bars.append(rod(np.array([d * r + [0, 0, 0.035], d * r + [0, 0, 0.2], *arch, d * 0.008
             + [0, 0, wall + 0.166]]), 0.0018, 6))  # fmt: skip
    hoops = [placed(hoop(r, 0.0032), at=(0, 0, z)) for z in (0.05, 0.17, wall)] + [placed(hoop(r
         * 0.72, 0.0026), at=(0, 0, wall + 0.115))]  # fmt: skip
    base = turned([(0, 0.006), (0.16, 0.0), (0.175, 0.005), (0.178, 0.04), (0.172, 0.046),
         (0.168, 0.04), (0.165, 0.014), (0, 0.014)], 72)  # fmt: skip
    tip = turned([(0, wall + 0.16), (0.018, wall + 0.162), (0.02, wall + 0.17), (0.008, wall
         + 0.185), (0, wall + 0.19)], 28)  # fmt: skip
    ring = placed(hoop(0.022, 0.0035), at=(0, 0, wall + 0.208), turns=[("x", 90)])
    frame = [rod(np.array([(-0.05, -r - 0.002, 0.06), (-0.05, -r - 0.002, 0.15), (0.05, -r
         - 0.002, 0.15), (0.05, -r - 0.002, 0.06), (-0.05, -r - 0.002, 0.06)]), 0.003, 8)]  # fmt: skip
    swing = [rod([(s * 0.05, 0, 0.20), (s * 0.012, 0, wall + 0.16)], 0.0016, 6) for s in (-1, 1)]
    perch = [rod([(-0.055, 0, 0.20), (0.055, 0, 0.20)], 0.005, 10), rod([(-r, 0.03, 0.12), (r,
         0.03, 0.12)], 0.0045, 10)]  # fmt: skip
    parts = [part(brass, *bars, *hoops, base, tip, ring, *frame, *swing), part(trim(member, "pine"), *perch)]
    walls = [post((0, 0, wall / 2), r + 0.005, wall), around(*bars)]
    return assemble(parts, walls, mass=2.2, friction=0.5, restitution=0.15)


WATERSIDE: dict[str, Generator] = {"life_ring": life_ring, "buoy": buoy,
     "lighthouse": lighthouse, "stop_sign": stop_sign, "street_name_sign": street_name_sign,
     "pallet": pallet, "sack": sack, "birdcage": birdcage}  # fmt: skip
