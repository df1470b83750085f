"""Large things of kitchen, bath and bedroom: fridge, washing machine, radiator, bathtub, wardrobe,
vacuum cleaner."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator, says
from rayograph.world.cast.fitted import fitted
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim
from rayograph.world.cast.makings import cut, disc, shaped, slab_box, spun
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, rounded_outline
from rayograph.world.scene import Prop

Rng = np.random.Generator


def fridge(member: CastMember, rng: Rng) -> Prop:
    """A rounded fridge of the fifties: freezer door above, tall door below, chrome handles and badge,
    feet."""
    coat = replace(trim(member, member.material or "painted_metal", None if member.material in ("steel",
        "chrome") else (hue(member, rng) or "#e8e6df"), wear=0.0), roughness=0.16,
        clearcoat=0.8)  # fmt: skip
    wide, deep, tall = 0.66, 0.62, 1.62
    body = slab_box((wide, deep, tall - 0.06), (0, 0.025, tall / 2 + 0.03), 0.055)
    doors = [slab_box((wide, 0.07, 1.02), (0, -deep / 2, 0.09 + 0.51), 0.050), slab_box((wide, 0.07, 0.44),
        (0, -deep / 2, 1.13 + 0.22), 0.050)]  # fmt: skip
    seals = [slab_box((wide - 0.05, 0.012, h), (0, -deep / 2 + 0.040, z), 0.004) for h, z in ((0.98, 0.60),
        (0.40, 1.35))]  # fmt: skip
    chrome = trim(member, "chrome")
    handles = []
    for z, long_ in ((0.88, 0.26), (1.30, 0.20)):
        handles.append(rod(curve([(-0.255, -deep / 2 - 0.030, z - long_ / 2), (-0.255, -deep / 2 - 0.075, z
            - long_ / 2 + 0.03), (-0.255, -deep / 2 - 0.078, z + long_ / 2 - 0.03), (-0.255, -deep / 2
            - 0.030, z + long_ / 2)], 30), 0.0105, 14))  # fmt: skip
        handles += [disc(0.022, 0.014, (-0.255, -deep / 2 - 0.036, z + s * long_ / 2), [("x", 90)]) for s
            in (-1, 1)]  # fmt: skip
    badge = slab_box((0.16, 0.006, 0.022), (0.16, -deep / 2 - 0.037, 1.47), 0.003)
    hinges = [slab_box((0.03, 0.05, 0.03), (wide / 2 - 0.01, -deep / 2 + 0.03, z), 0.006) for z in (0.12,
        1.08, 1.17, 1.54)]  # fmt: skip
    feet = [disc(0.028, 0.06, (x, y, 0.03), edge=0.004) for x in (-0.26, 0.26) for y in (-0.22, 0.24)]
    parts = [part(coat, body, *doors), part(trim(member, "rubber", "#cfcdc6"), *seals), part(chrome,
        *handles, badge, *hinges), part(trim(member, "rubber", "#1a1a1b"), *feet)]  # fmt: skip
    return assemble(parts, [box((0, -0.01, tall / 2), (wide, deep + 0.07, tall))], mass=70.0, friction=0.7,
        restitution=0.05)  # fmt: skip


def washing_machine(member: CastMember, rng: Rng) -> Prop:
    """A front loader: white case, round glass door in its ring, drawer, dial, buttons, display, kick
    plate."""
    coat = replace(trim(member, "painted_metal", member.colour or "#eceae4", wear=0.0), roughness=0.22,
        clearcoat=0.6)  # fmt: skip
    wide, deep, tall = 0.60, 0.58, 0.85
    body = slab_box((wide, deep, tall - 0.02), (0, 0, tall / 2 + 0.01), 0.014)
    top = slab_box((wide + 0.004, deep + 0.010, 0.028), (0, 0, tall - 0.014), 0.010)
    f, z = -deep / 2, 0.43
    flat_ = [("x", 90.0)]
    ring = placed(spun([(0.150, -0.004), (0.222, -0.004), (0.226, 0.010), (0.205, 0.030), (0.165, 0.034),
        (0.150, 0.020)], 96, radius=0.004), at=(0, f, z), turns=flat_)  # fmt: skip
    drum = placed(spun([(0, -0.09), (0.14, -0.09), (0.155, 0.018), (0.150, 0.020), (0.13, -0.08), (0,
        -0.08)], 72, radius=0.004), at=(0, f, z), turns=flat_)  # fmt: skip
    dome = placed(spun([(0, 0.042), (0.11, 0.028), (0.158, 0.020), (0.158, 0.024), (0.12, 0.034),
        (0.07, 0.046), (0, 0.050)], 72, radius=0.002), at=(0, f, z), turns=flat_)  # fmt: skip
    handle = slab_box((0.022, 0.026, 0.10), (0.212, f - 0.030, z), 0.008)
    drawer = slab_box((0.17, 0.014, 0.085), (-0.195, f - 0.004, 0.775), 0.006)
    grip = slab_box((0.10, 0.010, 0.016), (-0.195, f - 0.012, 0.752), 0.004)
    dial = placed(spun([(0, 0), (0.034, 0), (0.034, 0.012), (0.026, 0.028), (0, 0.030)], 56, radius=0.003),
        at=(0.02, f, 0.775), turns=flat_)  # fmt: skip
    screen = slab_box((0.12, 0.006, 0.045), (0.165, f - 0.002, 0.785), 0.003)
    buttons = [disc(0.008, 0.010, (0.112 + 0.028 * k, f - 0.002, 0.742), flat_) for k in range(5)]
    kick = slab_box((wide - 0.03, 0.008, 0.075), (0, f - 0.002, 0.052), 0.003)
    dark = replace(trim(member, "plastic", "#15171b", wear=0.0), roughness=0.06, clearcoat=1.0, bump=None)
    parts = [part(coat, body, top, drawer, kick), part(trim(member, "chrome"), ring, dial, *buttons),
        part(dark, dome, screen), part(trim(member, "plastic", "#8a8d90"), handle, grip), part(trim(member,
        "steel"), drum)]  # fmt: skip
    return assemble(parts, [box((0, -0.012, tall / 2), (wide, deep + 0.03, tall))], mass=65.0, friction=0.7,
        restitution=0.05)  # fmt: skip


def radiator(member: CastMember, rng: Rng) -> Prop:
    """A cast iron radiator of ten columns on feet, with its valve and pipe."""
    coat = replace(trim(member, member.material or "painted_metal", hue(member, rng) or "#e4ddcc",
        wear=min(member.wear, 0.15)), roughness=0.4)  # fmt: skip
    tall, pitch, n = 0.64, 0.064, 12
    ribs: list[Mesh] = []
    for k in range(n):
        x = (k - (n - 1) / 2) * pitch
        for y in (-0.046, 0.046):
            ribs.append(rod([(x, y, 0.085), (x, y, tall - 0.045)], 0.0215, 18))
        for z in (0.085, tall - 0.045):
            ribs.append(placed(_eased_bar(pitch * 0.86, 0.148, 0.068), at=(x, 0, z)))
    hubs = [rod([(-pitch * n / 2 + 0.01, 0, z), (pitch * n / 2 - 0.01, 0, z)], 0.020, 20) for z in (0.085,
        tall - 0.045)]  # fmt: skip
    feet = [slab_box((0.050, 0.150, 0.075), ((k - (n - 1) / 2) * pitch, 0, 0.0375), 0.016) for k in (0, n
        - 1)]  # fmt: skip
    edge = pitch * n / 2
    valve = [rod([(edge - 0.01, 0, 0.085), (edge + 0.075, 0, 0.085)], 0.013, 16), rod([(edge + 0.060, 0,
        0.0), (edge + 0.060, 0, 0.130)], 0.011, 16), disc(0.026, 0.040, (edge + 0.060, 0, 0.150),
        edge=0.008), disc(0.028, 0.008, (edge + 0.060, 0, 0.004))]  # fmt: skip
    parts = [part(coat, *ribs, *hubs, *feet), part(trim(member, "brass" if not member.accent
        else "painted_metal", member.accent), *valve)]  # fmt: skip
    return assemble(parts, [box((0, 0, tall / 2), (pitch * n, 0.15, tall))], mass=60.0, friction=0.8,
        restitution=0.05)  # fmt: skip


def _eased_bar(wide: float, deep: float, tall: float) -> Mesh:
    """A soft block that joins the columns of a section."""
    rings = [np.insert(rounded_outline(wide * g, deep * g, 0.022), 2, z, axis=1) for z, g in ((-tall / 2,
        0.72), (-tall * 0.36, 0.95), (0.0, 1.0), (tall * 0.36, 0.95), (tall / 2, 0.72))]  # fmt: skip
    return loft(np.array(rings), crease_deg=70)


def bathtub(member: CastMember, rng: Rng) -> Prop:
    """A free-standing roll-top bath on four claw feet, with a mixer tap at its end; filled with foam
    where told."""
    white = replace(trim(member, "glazed_ceramic", "#f2f0ea", wear=0.0), roughness=0.08)
    outside = replace(trim(member, "painted_metal", member.colour or "#f0eee8", wear=0.05), clearcoat=0.4)
    long_, wide, lift = 1.66, 0.76, 0.10
    levels = ((0.0, 0.55, 0.48), (0.05, 0.72, 0.66), (0.20, 0.84, 0.82), (0.40, 0.92, 0.92), (0.47, 0.945,
        0.95))  # fmt: skip

    def ring(z: float, gx: float, gy: float) -> np.ndarray:
        return np.insert(rounded_outline(long_ * gx, wide * gy, wide * gy * 0.5, steps=14), 2, z, axis=1)

    shell = loft(np.array([ring(lift + z, gx, gy) for z, gx, gy in levels]), crease_deg=60)
    basin = [ring(lift + z + 0.012, gx - 0.030, gy - 0.055) for z, gx, gy in reversed(levels)]
    outer_rim = ring(lift + 0.478, 0.965, 0.985)
    tub = loft(np.array([outer_rim, *basin]), caps=True, crease_deg=60)
    rim = rod(np.concatenate([outer_rim, outer_rim[:1]]) - [0, 0, 0.004], 0.020, 16)
    gold = fitted(member, "feet|foot|claw|legs|tap|taps", "brass" if rng.random() < 0.5 else "chrome")
    feet: list[Mesh] = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * long_ * 0.30, sy * wide * 0.29
            feet.append(rod(curve([(x * 0.96, y * 0.92, lift + 0.10), (x * 1.05, y * 1.10, lift + 0.05), (x
                * 1.06, y * 1.14, 0.05), (x * 1.12, y * 1.22, 0.02)], 16), np.linspace(0.032, 0.026, 16),
                14))  # fmt: skip
            feet.append(placed(spun([(0, 0), (0.038, 0), (0.042, 0.016), (0.030, 0.032), (0, 0.036)], 28,
                radius=0.006), at=(x * 1.12, y * 1.22, 0)))  # fmt: skip
    tx, top = long_ * 0.455, lift + 0.48
    tap = [rod(curve([(tx, 0, top), (tx, 0, top + 0.16), (tx - 0.05, 0, top + 0.21), (tx - 0.13, 0, top
        + 0.19), (tx - 0.15, 0, top + 0.15)], 30), 0.013, 16)]  # fmt: skip
    tap += [rod([(tx, s * 0.085, top - 0.01), (tx, s * 0.085, top + 0.055)], 0.015, 16) for s in (-1, 1)]
    tap += [rod([(tx - 0.03, s * 0.085, top + 0.065), (tx + 0.03, s * 0.085, top + 0.065)], 0.008, 12) for s
        in (-1, 1)]  # fmt: skip
    tap += [rod([(tx, -0.085, top + 0.02), (tx, 0.085, top + 0.02)], 0.012, 14)]
    parts = [part(outside, shell), part(white, tub, rim), part(gold, *feet, *tap)]
    if says(member, "foam", "bubble", "full", "filled", "water"):
        level = ring(lift + 0.40, 0.88, 0.86)
        lid = loft(np.array([level - [0, 0, 0.02], level]), crease_deg=30)
        parts.append(part(replace(trim(member, "wax", "#f4f6f6"), roughness=0.6), lid))
    walls = [box((0, 0, lift + 0.06), (long_ * 0.7, wide * 0.62, 0.12)), *(box((sx * long_ * 0.45, 0, lift
        + 0.24), (0.12, wide * 0.9, 0.48)) for sx in (-1, 1)), *(box((0, sy * wide * 0.45, lift + 0.24),
        (long_ * 0.9, 0.07, 0.48)) for sy in (-1, 1)), *(box((sx * long_ * 0.33, sy * wide * 0.34, 0.05),
        (0.08, 0.08, 0.10)) for sx in (-1, 1) for sy in (-1, 1))]  # fmt: skip
    return assemble(parts, walls, mass=110.0, friction=0.8, restitution=0.05)


def wardrobe(member: CastMember, rng: Rng) -> Prop:
    """A wardrobe of two panelled doors over a drawer: cornice, plinth, brass knobs, keyhole."""
    wood = surface(member, rng)
    wide, deep, tall = 1.12, 0.58, 1.95
    f = -deep / 2
    body = slab_box((wide, deep, tall - 0.16), (0, 0, 0.10 + (tall - 0.16) / 2), 0.004)
    cornice = [slab_box((wide + 0.07 - 0.03 * k, deep + 0.05 - 0.02 * k, 0.028), (0, 0, tall - 0.020 - 0.026
        * k), 0.008) for k in range(3)]  # fmt: skip
    plinth = slab_box((wide + 0.03, deep + 0.02, 0.11), (0, 0, 0.055), 0.006)
    doors, panels, knobs = [], [], []
    for s in (-1, 1):
        x = s * wide / 4
        doors.append(slab_box((wide / 2 - 0.012, 0.024, 1.36), (x, f - 0.012, 1.16), 0.004))
        for z, h in ((1.50, 0.56), (0.83, 0.56)):
            frame = shaped([(-0.195, -h / 2), (0.195, -h / 2), (0.195, h / 2 - 0.03), (0.14, h / 2), (-0.14,
                h / 2), (-0.195, h / 2 - 0.03)], 0.012)  # fmt: skip
            panels.append(cut(frame, 0.016, (x, f - 0.026, z), bevel=0.010))
            loop = np.insert(np.concatenate([frame * 1.06, frame[:1] * 1.06]), 1, 0.0, axis=1)
            panels.append(placed(rod(loop, 0.007, 8), at=(x, f - 0.025, z)))
        knobs.append(placed(spun([(0, 0), (0.008, 0), (0.008, 0.014), (0.018, 0.022), (0.016, 0.034), (0,
            0.036)], 32, radius=0.002), at=(s * 0.045, f - 0.024, 1.14), turns=[("x", 90)]))  # fmt: skip
        knobs.append(placed(spun([(0, 0), (0.008, 0), (0.008, 0.014), (0.018, 0.022), (0.016, 0.034), (0,
            0.036)], 32, radius=0.002), at=(s * 0.26, f - 0.024, 0.30), turns=[("x", 90)]))  # fmt: skip
    drawer = slab_box((wide - 0.03, 0.024, 0.28), (0, f - 0.012, 0.30), 0.005)
    knobs.append(slab_box((0.012, 0.004, 0.030), (0.045, f - 0.026, 1.05), 0.001))
    parts = [part(wood, body, *cornice, plinth, *doors, *panels, drawer), part(fitted(member, "knob|handle",
        "brass", member.accent), *knobs)]  # fmt: skip
    return assemble(parts, [box((0, -0.01, tall / 2), (wide, deep + 0.05, tall))], mass=75.0, friction=0.8,
        restitution=0.05)  # fmt: skip


def vacuum(member: CastMember, rng: Rng) -> Prop:
    """A cylinder vacuum cleaner: round body on wheels, hose in an arch, tube and floor head before it."""
    shell = replace(trim(member, "plastic", hue(member, rng) or "#b3261e"), roughness=0.24, clearcoat=0.6)
    dark, chrome = trim(member, "rubber", "#1d1e21"), trim(member, "chrome")
    body = placed(spun([(0, -0.20), (0.10, -0.19), (0.135, -0.13), (0.140, 0.05), (0.125, 0.14), (0.075,
        0.19), (0, 0.20)], 64, radius=0.02), at=(0.20, 0.10, 0.165), turns=[("y", 90)])  # fmt: skip
    wheels = [placed(disc(0.095, 0.035, (0, 0, 0), edge=0.008), at=(0.28, 0.10 + s * 0.150, 0.095),
        turns=[("x", 90)]) for s in (-1, 1)]  # fmt: skip
    castor = [placed(disc(0.032, 0.024, (0, 0, 0), edge=0.006), at=(0.055, 0.10, 0.032), turns=[("x", 90)])]
    caps = [placed(disc(0.045, 0.012, (0, 0, 0), edge=0.004), at=(0.28, 0.10 + s * 0.170, 0.095),
        turns=[("x", 90)]) for s in (-1, 1)]  # fmt: skip
    t = np.linspace(0, 1, 150)
    hose_path = curve([(0.02, 0.10, 0.175), (-0.10, 0.09, 0.23), (-0.24, 0.03, 0.42), (-0.33, -0.02, 0.64),
        (-0.36, -0.06, 0.80), (-0.34, -0.12, 0.86)], 150)  # fmt: skip
    hose = rod(hose_path, 0.0205 + 0.0022 * np.sin(2 * np.pi * 52 * t), 16)
    grip = rod(curve([(-0.34, -0.12, 0.86), (-0.315, -0.155, 0.84), (-0.29, -0.18, 0.78)], 14), 0.0225, 16)
    tube = rod([(-0.29, -0.18, 0.78), (-0.085, -0.33, 0.085)], 0.0165, 18)
    head = [slab_box((0.285, 0.105, 0.035), (-0.07, -0.345, 0.024), 0.014), rod([(-0.085, -0.33, 0.085),
        (-0.075, -0.342, 0.035)], 0.022, 16)]  # fmt: skip
    brush = slab_box((0.26, 0.07, 0.012), (-0.07, -0.345, 0.006), 0.003)
    band = placed(hoop(0.1405, 0.006, tall=0.012, segments=72), at=(0.17, 0.10, 0.165), turns=[("y", 90)])
    parts = [part(shell, body), part(dark, *wheels, *castor, hose, grip, *head, brush), part(chrome, tube,
        *caps, band)]  # fmt: skip
    walls = [post((0.20, 0.10, 0.165), 0.135, 0.38, ("y", 90)), box((0.28, 0.10, 0.05), (0.15,
        0.33, 0.10)), box((0.055, 0.10, 0.03), (0.06, 0.04, 0.06)), box((-0.07, -0.345, 0.02),
        (0.285, 0.105, 0.04))]  # fmt: skip
    return assemble(parts, walls, mass=6.0, friction=0.7, restitution=0.1)


WHITE_GOODS: dict[str, Generator] = {
    "fridge": fridge, "washing_machine": washing_machine, "radiator": radiator, "bathtub": bathtub,
    "wardrobe": wardrobe, "vacuum_cleaner": vacuum,
}  # fmt: skip
