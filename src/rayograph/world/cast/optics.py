"""Optics and the screen: binoculars, telescope, microscope, film reel, clapperboard, film projector."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, surface, trim
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.makings import circle, cut, disc, slab_box, spun
from rayograph.world.cast.shaping import curve, hoop, placed, rod, slab
from rayograph.world.scene import Material, Part, Prop

Rng = np.random.Generator


def _lens(member: CastMember) -> Material:
    """Coated glass seen from in front: nearly black, mirror-smooth."""
    return replace(trim(member, "plastic", "#16202e"), roughness=0.04, clearcoat=1.0, bump=None)


def binoculars(member: CastMember, rng: Rng) -> Prop:
    """Field glasses lying with their objectives forward: two stepped barrels, hinge, prism humps, eyecups."""
    black = replace(trim(member, member.material or "leather", member.colour or "#1d1d1f"), roughness=0.5)
    metal, turn = [], [("x", 90.0)]
    bodies: list[Mesh] = []
    lenses, rings = [], []
    for s in (-1, 1):
        x = s * 0.042
        bodies.append(placed(spun([(0, -0.055), (0.024, -0.055), (0.026, -0.02), (0.031, 0.02),
            (0.031, 0.078),
            (0.027, 0.080), (0.026, 0.062), (0, 0.060)], 64, radius=0.002), at=(x, 0, 0.033),
                turns=turn))  # fmt: skip
        bodies.append(placed(spun([(0, -0.030), (0.018, -0.032), (0.0215, -0.030), (0.0215, -0.003),
            (0.017, 0), (0, 0)], 48,
            radius=0.002), at=(s * 0.034, 0.072, 0.037), turns=turn))  # fmt: skip
        bodies.append(slab_box((0.048, 0.050, 0.048), (s * 0.038, 0.045, 0.036), 0.014))
        rings += [placed(hoop(r, 0.0016, segments=56), at=(x, y, 0.033), turns=turn)
                  for r, y in ((0.0305, -0.077), (0.0315, -0.055), (0.0315, -0.020))]  # fmt: skip
        lenses.append(disc(0.0262, 0.004, (x, -0.066, 0.033), turn))
    metal += [
        rod([(0, -0.03, 0.042), (0, 0.085, 0.042)], 0.009, 24),
        rod([(0, 0.03, 0.042), (0, 0.055, 0.042)], 0.0135, 24),
    ]
    bodies += [slab_box((0.05, 0.016, 0.014), (0, y, 0.040), 0.004) for y in (-0.022, 0.075)]
    parts = [part(black, *bodies, *metal), part(trim(member, "chrome"), *rings),
             part(_lens(member), *lenses)]  # fmt: skip
    walls = [box((0, 0.01, 0.033), (0.146, 0.19, 0.066))]
    return assemble(parts, walls, mass=0.85, friction=0.6, restitution=0.2)


def telescope(member: CastMember, rng: Rng) -> Prop:
    """A brass telescope on a wooden tripod, pointing up to the right: three draws, rings, a dew cap."""
    brass = replace(surface(member, rng), roughness=0.18)
    wood = replace(trim(member, "walnut"), clearcoat=0.5)
    pose = shapes.translation(0, 0, 0.40) @ shapes.rotation("y", 68)
    tube = spun([(0, -0.12), (0.029, -0.12), (0.029, 0.20), (0.034, 0.205), (0.034, 0.285), (0.030, 0.286),
        (0.029, 0.27),
        (0, 0.268)], 64, radius=0.001)  # fmt: skip
    draws = [spun([(0, -0.24), (0.020, -0.24), (0.020, -0.11), (0, -0.11)], 48, radius=0.001),
        spun([(0, -0.30), (0.016, -0.30), (0.0155, -0.295), (0.0145, -0.23), (0, -0.23)],
            48, radius=0.001)]  # fmt: skip
    eye = spun(
        [(0, -0.325), (0.013, -0.325), (0.021, -0.318), (0.021, -0.300), (0, -0.298)], 48, radius=0.002
    )
    rings = [placed(hoop(r, 0.003, segments=56), at=(0, 0, z)) for r, z in ((0.030, -0.115), (0.034, 0.208),
        (0.034, 0.282),
        (0.0215, -0.235), (0.029, 0.02), (0.029, 0.06))]  # fmt: skip
    lens = disc(0.0292, 0.004, (0, 0, 0.272))
    leather = spun([(0.0292, -0.105), (0.0305, -0.100), (0.0305, 0.010), (0.0292, 0.015)], 64, radius=0.001)
    head = [rod([(0, 0, 0.335), (0, 0, 0.375)], 0.012, 24), slab_box((0.03, 0.07, 0.020), (0, 0, 0.372),
        0.006),
        spun([(0, 0.305), (0.030, 0.305), (0.034, 0.315), (0.034, 0.330), (0.014, 0.342), (0, 0.342)],
            48, radius=0.002)]  # fmt: skip
    legs, feet, walls = [], [], []
    for a in np.deg2rad([-90, 30, 150]):
        out = np.array([np.cos(a), np.sin(a), 0])
        legs.append(
            rod([out * 0.026 + [0, 0, 0.318], out * 0.15 + [0, 0, 0.02]], np.array([0.011, 0.008]), 16)
        )
        feet.append(
            rod([out * 0.147 + [0, 0, 0.03], out * 0.158 + [0, 0, 0.0015]], np.array([0.0095, 0.006]), 16)
        )
        walls.append(
            box(
                (0.10 * out[0], 0.10 * out[1], 0.10 * out[2] + 0.08),
                (0.11, 0.02, 0.16),
                ("z", float(np.rad2deg(a))),
            )
        )
    chain = [rod([np.array([np.cos(a), np.sin(a), 0]) * 0.10 + [0, 0, 0.14], (0, 0, 0.14)], 0.0035, 8)
             for a in np.deg2rad([-90, 30, 150])]  # fmt: skip
    parts = [part(brass, *[m.moved(pose) for m in (tube, *draws, *rings)], *head, *feet, *chain),
        part(wood, *legs),
        part(trim(member, "leather", "#4a2416"), leather.moved(pose)),
        part(trim(member, "plastic", "#15120f"), eye.moved(pose)), part(_lens(member),
            lens.moved(pose))]  # fmt: skip
    walls += [box((0, 0, 0.30), (0.07, 0.07, 0.14)), box((-0.02, 0, 0.395), (0.60, 0.06, 0.06), ("y", -22))]
    return assemble(parts, walls, mass=2.8, friction=0.6, restitution=0.15)


def _objectives() -> tuple[list[Mesh], list[Mesh]]:
    """Three objectives fanned under a microscope's turret, and the coloured band on each."""
    lenses, bands = [], []
    for k, (a, long_) in enumerate(((0, 0.060), (115, 0.045), (-115, 0.036))):
        pose = (
            shapes.translation(0, -0.035, 0.256)
            @ shapes.rotation("z", a)
            @ shapes.rotation("x", 0 if k == 0 else -28)
        )
        shift = shapes.translation(0, 0 if k == 0 else -0.016, 0)
        lenses.append(spun([(0, -long_), (0.0055, -long_), (0.0105, -long_ + 0.014), (0.0115, -0.008),
            (0, 0)], 32,
                           radius=0.001).moved(pose @ shift))  # fmt: skip
        bands.append(placed(hoop(0.0114, 0.0012, segments=32), at=(0, 0, -0.018)).moved(pose @ shift))
    return lenses, bands


def microscope(member: CastMember, rng: Rng) -> Prop:
    """A laboratory microscope: foot, curved arm, slanted eyepiece tube, turret, stage, focus wheels."""
    white = replace(
        trim(member, member.material or "painted_metal", member.colour or "#e9e7e1"), roughness=0.25
    )
    black = replace(trim(member, "plastic", member.accent or "#1a1b1e"), roughness=0.35)
    foot = cut(np.array([(-0.085, -0.11), (0.085, -0.11), (0.075, 0.03), (0.055, 0.10), (-0.055, 0.10),
        (-0.075, 0.03)]),
               0.040, (0, 0, 0.020), bevel=0.008, axis="z")  # fmt: skip
    spine = curve(
        [
            (0, 0.07, 0.03),
            (0, 0.085, 0.12),
            (0, 0.085, 0.20),
            (0, 0.065, 0.265),
            (0, 0.02, 0.290),
            (0, -0.02, 0.290),
        ],
        40,
    )
    arm = placed(rod(spine, np.interp(np.linspace(0, 1, 40), [0, 0.5, 1], [0.030, 0.024, 0.028]), 28))
    head = slab_box((0.064, 0.085, 0.055), (0, -0.03, 0.300), 0.014)
    tilt = shapes.translation(0, 0.005, 0.325) @ shapes.rotation("x", -42)
    tube = spun([(0, 0), (0.020, 0), (0.018, 0.055), (0.018, 0.075), (0, 0.075)], 40, radius=0.002).moved(
        tilt
    )
    eye = spun([(0, 0.070), (0.0205, 0.070), (0.0215, 0.090), (0.0165, 0.108), (0.011, 0.110), (0, 0.104)],
        40,
               radius=0.002).moved(tilt)  # fmt: skip
    turret = placed(
        spun([(0, 0), (0.026, 0.0), (0.032, 0.012), (0.026, 0.024), (0, 0.026)], 40), at=(0, -0.035, 0.252)
    )
    lenses, bands = _objectives()
    stage = [
        slab_box((0.135, 0.125, 0.012), (0, -0.035, 0.165), 0.003),
        slab_box((0.05, 0.05, 0.02), (0, 0.05, 0.16), 0.004),
    ]
    slide = slab_box((0.076, 0.026, 0.002), (0, -0.04, 0.1722), 0.0006)
    clips = [slab_box((0.006, 0.055, 0.003), (s * 0.028, -0.02, 0.1745), 0.001) for s in (-1, 1)]
    cond = placed(spun([(0, 0), (0.022, 0), (0.026, 0.03), (0, 0.03)], 40), at=(0, -0.035, 0.122))
    lamp = placed(
        spun([(0, 0), (0.034, 0), (0.030, 0.022), (0.024, 0.026), (0, 0.024)], 40), at=(0, -0.035, 0.038)
    )
    glow = disc(0.0225, 0.004, (0, -0.035, 0.0635))
    wheels = [disc(r, 0.018, (s * x, 0.082, 0.115), [("y", 90)], edge=0.003) for s in (-1, 1)
              for r, x in ((0.028, 0.036), (0.016, 0.053))]  # fmt: skip
    parts = [part(white, foot, arm, head, tube), part(black, eye, *stage, cond, lamp, *wheels),
        part(trim(member, "chrome"), turret, *lenses, *clips), part(trim(member, "plastic", "#c9a227"),
            *bands),
        part(trim(member, "glass"), slide), part(trim(member, "paper", "#fff6df"), glow)]  # fmt: skip
    walls = [box((0, 0, 0.02), (0.17, 0.21, 0.04)), box((0, 0.07, 0.16), (0.08, 0.08, 0.26)),
        box((0, -0.03, 0.165), (0.135, 0.125, 0.012)), box((0, 0.01, 0.315), (0.07, 0.15, 0.13))]  # fmt: skip
    return assemble(parts, walls, mass=4.2, friction=0.6, restitution=0.15)


def _reel(radius: float, thick: float) -> tuple[list[Mesh], Mesh]:
    """A spoked film reel about the Y axis at the origin, and the film wound on it."""
    openings = []
    for k in range(5):
        a = 2 * np.pi * k / 5 + np.pi / 2
        openings.append(circle(radius * 0.27, radius * 0.58 * np.cos(a), radius * 0.58 * np.sin(a), 28))
    openings.append(circle(radius * 0.05, 0, 0, 16))
    plates = [
        cut(circle(radius, count=72), 0.0016, (0, s * thick / 2, 0), bevel=0.0004, holes=openings)
        for s in (-1, 1)
    ]
    rims = [
        placed(hoop(radius, 0.0018, segments=80), at=(0, s * thick / 2, 0), turns=[("x", 90)])
        for s in (-1, 1)
    ]
    hub = placed(hoop(radius * 0.22, 0.004, tall=thick * 0.5, segments=48), turns=[("x", 90)])
    film = disc(radius * 0.74, thick * 0.82, (0, 0, 0), [("x", 90)], segments=72)
    return [*plates, *rims, hub], film


def film_reel(member: CastMember, rng: Rng) -> Prop:
    """A film reel on edge, round-windowed flanges, dark film wound on it and a perforated end lying out."""
    metal = replace(surface(member, rng), roughness=0.22)
    steel, film = _reel(0.130, 0.018)
    up = [m.moved(shapes.translation(0, 0, 0.132)) for m in (*steel, film)]
    tail = curve(
        [
            (0.095, 0, 0.115),
            (0.115, 0, 0.05),
            (0.16, -0.004, 0.012),
            (0.21, -0.012, 0.004),
            (0.30, -0.03, 0.0012),
        ],
        60,
    )
    wide = np.array([0, 0.008, 0])
    strip = slab(np.stack([tail - wide, tail + wide]), 0.0005)
    marks = [slab_box((0.0028, 0.0018, 0.0022), tail[k] + [0, s * 0.0064, 0.0002],
        0.0004) for k in range(6, 60, 2)
             for s in (-1, 1)]  # fmt: skip
    feet = [
        slab_box((0.09, 0.05, 0.008), (0, 0, 0.004), 0.003),
        slab_box((0.05, 0.026, 0.012), (0, 0, 0.009), 0.003),
    ]
    parts = [part(metal, *up[:-1]), part(replace(trim(member, "plastic", "#1c1410"), roughness=0.25),
        up[-1], strip),
        part(trim(member, "paper", "#cfc4b0"), *marks), part(trim(member, "ebony"), *feet)]  # fmt: skip
    walls = [box((0, 0, 0.132), (0.19, 0.022, 0.19)), box((0, 0, 0.132), (0.10, 0.022, 0.262)),
        box((0, 0, 0.132), (0.258, 0.022, 0.10)), box((0, 0, 0.005), (0.09, 0.05, 0.010)),
        box((0.21, -0.015, 0.002), (0.18, 0.03, 0.004))]  # fmt: skip
    return assemble(parts, walls, mass=0.7, friction=0.6, restitution=0.2)


def clapperboard(member: CastMember, rng: Rng) -> Prop:
    """A film slate leaning back on a strut: striped clapper open, ruled board with its chalked fields."""
    black = replace(trim(member, "painted_wood", member.colour or "#17181a"), roughness=0.5)
    white = trim(member, "painted_wood", "#f3f0e8")
    board = slab_box((0.300, 0.010, 0.190), (0, 0, 0.095), 0.003)
    bars, stripes = [], []
    for tilt in (0.0, -24.0):
        pose = shapes.translation(-0.146, 0, 0.192) @ shapes.rotation("y", tilt)
        up = 0.016 if tilt == 0 else 0.020
        bars.append(slab_box((0.300, 0.014, 0.030), (0.146, 0, up), 0.003).moved(pose))
        for k in range(6):
            x, lean = 0.012 + 0.050 * k, 0.016 if tilt == 0 else -0.016
            slant = np.array(
                [(x, -0.0142), (x + 0.024, -0.0142), (x + 0.024 + lean, 0.0142), (x + lean, 0.0142)]
            )
            slant[:, 0] = np.clip(slant[:, 0], 0.0, 0.293)
            stripes.append(cut(slant, 0.0152, (0, 0, up), bevel=0.0003).moved(pose))
    lines = [slab_box((0.284, 0.002, 0.0018), (0, -0.005, z), 0.0006) for z in (0.132, 0.090, 0.048)]
    lines += [slab_box((0.0018, 0.002, 0.040), (x, -0.005, 0.111), 0.0006) for x in (-0.048, 0.048)]
    lines += [slab_box((0.0018, 0.002, 0.040), (0, -0.005, 0.027), 0.0006)]
    words = member.text or "THE FILM"
    labels = [(words, -0.135, 0.270, 0.140, 0.044)]
    labels += [
        (t, x, 0.084, 0.096, 0.030) for t, x in (("SCENE 12", -0.138), ("SHOT 4", -0.042), ("TAKE 1", 0.054))
    ]
    labels += [
        ("DIRECTOR", -0.135, 0.11, 0.055, 0.028),
        ("CAMERA", -0.135, 0.09, 0.013, 0.026),
        ("DATE", 0.012, 0.07, 0.013, 0.026),
    ]
    prints = [part(stamped(t, "#f3f0e8", "#17181a", w / h, ruled=False), flat((x, -0.0054, z), (w, 0, 0),
        (0, 0, h)))
              for t, x, w, z, h in labels]  # fmt: skip
    hinge = [disc(0.007, 0.018, (-0.137, 0, z), [("x", 90)]) for z in (0.206, 0.180)]
    strut = rod([(0, 0.028, 0.15), (0, 0.080, 0.0045)], 0.004, 10)
    made = [
        part(black, board, *bars),
        part(white, *stripes, *lines),
        *prints,
        part(trim(member, "chrome"), *hinge),
    ]
    lean = shapes.translation(0, 0, 0.001) @ shapes.rotation("x", -9)
    made = [Part(mesh=p.mesh.moved(lean), material=p.material) for p in made]
    made.append(part(black, strut))
    walls = [box((0, 0.018, 0.11), (0.30, 0.016, 0.222), ("x", -9)), box((-0.02, 0.04, 0.27),
        (0.26, 0.016, 0.10), ("x", -9)),
        box((0, 0.045, 0.03), (0.10, 0.09, 0.06))]  # fmt: skip
    return assemble(made, walls, mass=0.5, friction=0.6, restitution=0.2)


def film_projector(member: CastMember, rng: Rng) -> Prop:
    """A cine projector from its side: louvred body, lens to the left, two reels on arms, film between."""
    grey = replace(
        trim(member, member.material or "painted_metal", hue(member, rng) or "#6f7568"), roughness=0.35
    )
    body = [slab_box((0.26, 0.13, 0.20), (0.02, 0.02, 0.125), 0.016), slab_box((0.30, 0.16, 0.022),
        (0.01, 0.01, 0.014), 0.006),
        slab_box((0.10, 0.08, 0.11), (-0.07, -0.06, 0.15), 0.012)]  # fmt: skip
    lens = [placed(spun([(0, 0), (0.024, 0), (0.024, 0.06), (0.029, 0.064), (0.029, 0.09), (0.024, 0.092),
        (0.022, 0.08), (0, 0.078)],
        48, radius=0.001), at=(-0.10, -0.05, 0.15), turns=[("y", -90)])]  # fmt: skip
    glass = disc(0.022, 0.004, (-0.181, -0.05, 0.15), [("y", 90)])
    louvres = [slab_box((0.006, 0.006, 0.07), (0.03 + 0.016 * k, -0.046, 0.16), 0.002) for k in range(6)]
    knobs = [
        disc(0.016, 0.016, (x, -0.052, z), [("x", 90)], edge=0.003)
        for x, z in ((0.04, 0.07), (0.09, 0.07), (0.13, 0.07))
    ]
    arms = [
        rod([(-0.07, 0, 0.22), (-0.13, -0.01, 0.37)], 0.010, 14),
        rod([(0.11, 0, 0.20), (0.165, -0.01, 0.33)], 0.010, 14),
    ]
    reels, films = [], []
    for x, z, r in ((-0.13, 0.375, 0.10), (0.17, 0.335, 0.10)):
        steel, film = _reel(r, 0.016)
        shift = shapes.translation(x, -0.03, z)
        reels += [m.moved(shift) for m in steel]
        films.append(film.moved(shift))
    threads = [
        rod([(-0.06, -0.03, 0.36), (-0.075, -0.06, 0.205)], 0.0022, 6),
        rod([(0.10, -0.03, 0.31), (-0.04, -0.06, 0.20)], 0.0022, 6),
    ]
    feet = [disc(0.014, 0.008, (x, y, 0.004)) for x in (-0.12, 0.13) for y in (-0.05, 0.07)]
    parts = [part(grey, *body, *arms), part(trim(member, "chrome"), *reels, *lens, *knobs),
        part(_lens(member), glass),
        part(replace(trim(member, "plastic", "#1c1410"), roughness=0.25),
            *films, *threads, *louvres, *feet)]  # fmt: skip
    walls = [box((0.01, 0.01, 0.115), (0.30, 0.16, 0.23)), box((-0.15, -0.05, 0.15), (0.08, 0.05, 0.05)),
        box((-0.13, -0.02, 0.375), (0.18, 0.04, 0.18)), box((0.17, -0.02, 0.335),
            (0.18, 0.04, 0.18))]  # fmt: skip
    return assemble(parts, walls, mass=6.5, friction=0.6, restitution=0.15)


OPTICS: dict[str, Generator] = {
    "binoculars": binoculars,
    "telescope": telescope,
    "microscope": microscope,
    "film_reel": film_reel,
    "clapperboard": clapperboard,
    "film_projector": film_projector,
}
