"""A small synthetic world for renderer tests: a floor, four things, sun, sky and a lamp; no cast."""

import numpy as np

from rayograph.core.plan import CameraKey, CameraPlan, CastMember, Format, SetPlan, ShotPlan
from rayograph.core.rig import LightGroup, LightRig, Practical, Sky, Sun
from rayograph.light.sky import bake_sky
from rayograph.world import engine, shapes
from rayograph.world.render.lighting import light_up
from rayograph.world.scene import BuiltSet, Material, Part, Prop
from rayograph.world.simulate.truth import Truth

GREY = Material(name="grey", base_colour=(0.4, 0.35, 0.3), roughness=0.6)
RED = Material(name="red", base_colour=(0.5, 0.05, 0.04), roughness=0.3)
METAL = Material(name="metal", base_colour=(0.8, 0.6, 0.3), roughness=0.35, metallic=1.0)
GLASS = Material(name="glass", kind="glass", base_colour=(1.0, 1.0, 1.0))


def prop(mesh, material, light=None):
    return Prop(parts=(Part(mesh=mesh, material=material, light=light),), colliders=(), mass=1.0)


def ball(radius, material=RED):
    return prop(shapes.icosphere(4).moved(np.diag([radius, radius, radius, 1.0])), material)


def track(*places):
    """Poses on a grid that starts one frame early, linear between the given positions."""
    return np.stack([shapes.translation(*place) for place in places])


def world(
    *,
    sun=True,
    sky=True,
    lamp=True,
    still=True,
    f_stop=16.0,
    frames=4,
    size=(96, 54),
    glass=True,
    ball_speed=1.0,
    ball_centre=0.05,
):
    lights = ["sun"] * sun + ["sky"] * sky + ["lamp"] * lamp
    rig = LightRig(
        sun=Sun(azimuth_deg=200, elevation_deg=40, angular_radius_deg=0.2665) if sun else None,
        sky=Sky(cloud_cover=0.1) if sky else None,
        practicals=(Practical(id="lamp", kind="cast", source="bulb", lumens=60000, kelvin=2700),)
        if lamp
        else (),
        groups=tuple(LightGroup(name=name, lights=(name,)) for name in lights),
    )
    props = {"ball": ball(0.05), "cube": prop(shapes.rounded_box((0.1, 0.1, 0.1), 0.01), METAL)}
    places = {"ball": (-0.15, -0.05, ball_centre), "cube": (0.0, 0.05, 0.05)}
    if glass:
        props["glass"], places["glass"] = ball(0.05, GLASS), (0.17, -0.05, 0.05)
    if lamp:
        props["bulb"], places["bulb"] = (
            prop(shapes.icosphere(2).moved(np.diag([0.03, 0.03, 0.03, 1.0])), GREY, "self"),
            (0.1, 0.3, 0.25),
        )
    rate, span = 24, frames + 2
    poses = {name: track(place, place) if still or name != "ball" else None for name, place in places.items()}
    if not still:
        x, y, z = places["ball"]
        poses["ball"] = track(*[(x + ball_speed * (i - 1) / rate, y, z) for i in range(span)])
    truth = Truth(start=-1 / rate, rate=rate, poses=poses, velocity={})
    key = CameraKey(time=0, position=(0, -0.9, 0.3), target=(0, 0, 0.06), focal_mm=40)
    plan = ShotPlan(
        title="small", seed=3, format=Format(width=size[0], height=size[1], frames=frames),
        camera=CameraPlan(keys=(key,), f_stop=f_stop, exposure_ev=14.0),
        set=SetPlan(kind="tabletop"), cast=tuple(CastMember(id=name, kind="ball") for name in props), rig=rig,
    )  # fmt: skip
    floor = Part(mesh=shapes.quad([-4, -4, 0], [8, 0, 0], [0, 8, 0]), material=GREY)
    built = BuiltSet(parts=(floor,))
    lighting = light_up(rig, built, props, bake_sky(rig, width=128))
    return engine.World(plan=plan, built=built, props=props, truth=truth, lighting=lighting)
