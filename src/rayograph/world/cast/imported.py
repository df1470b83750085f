"""Meshes from files: glTF, GLB or OBJ, brought to +Z up, base centre at the origin, colours in ACEScg."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from jaxtyping import Float

from rayograph.colour.primaries import rec709_to_ap1, srgb_decode
from rayograph.core.errors import AssetError
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, bounds, hull, part, surface
from rayograph.world.cast.shaping import creased
from rayograph.world.scene import Collider, Material, Part, Prop

Rng = np.random.Generator
SUFFIXES = (".gltf", ".glb", ".obj")
HEIGHT_M = 0.3
"""Height [m] given to a mesh when the plan names none: files disagree about units."""
MAX_FACES = 2_000_000
_DENSITY = 500.0
"""Of the hull [kg/m³], about that of wood."""
_MAX_PIECES = 24


def mesh(member: CastMember, rng: Rng) -> Prop:
    """The file that the member names.

    Raises:
        AssetError: it is missing, of another kind, damaged, empty or flat.
    """
    path = Path(member.mesh)
    parts = [_part(piece, member, rng, path) for piece in load_pieces(path)]
    low, high = bounds(parts)
    size = high - low
    if not np.isfinite(size).all() or float(size.min()) <= 1e-6 * float(size.max()):
        raise AssetError(f"{path} is flat or not finite (extent {size.tolist()}); give a solid mesh")
    pose = np.diag([*[(member.height_m or HEIGHT_M) / float(size[2])] * 3, 1.0])
    scaled = [replace(p, mesh=p.mesh.moved(pose)) for p in parts]
    walls = colliders(scaled)
    mass = _DENSITY * sum(_hull_volume(wall) for wall in walls)
    return assemble(scaled, walls, mass=max(mass, 0.01), friction=0.6, restitution=0.3)


def load_pieces(path: Path) -> list[trimesh.Trimesh]:
    """The file's triangle meshes in world placement, +Z up.

    Raises:
        AssetError: it is missing, of another kind, damaged or empty.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise AssetError(f"cannot read {path.name!r} as a mesh; give a file ending in {', '.join(SUFFIXES)}")
    if not path.is_file():
        raise AssetError(f"cannot find the mesh {path}; give the path of a glTF, GLB or OBJ file")
    try:
        loaded = trimesh.load_scene(str(path))
        pieces = [p for p in loaded.dump() if isinstance(p, trimesh.Trimesh) and len(p.faces)]
    except Exception as error:  # trimesh raises whatever its parsers meet
        missing = isinstance(error, ModuleNotFoundError)  # of a reader that only odd files need
        reason = str(error).splitlines()[0][:120] if str(error) and not missing else "not that format"
        raise AssetError(f"{path} cannot be read as a mesh ({reason}); export it again as GLB") from None
    pieces = [p for p in pieces if p.area > 0]
    if not pieces:
        raise AssetError(f"{path} holds no triangles; give a file with a mesh in it")
    count = sum(len(p.faces) for p in pieces)
    if count > MAX_FACES:
        raise AssetError(f"{path} has {count} triangles, at most {MAX_FACES} fit; decimate it first")
    # glTF is +Y up by specification (2.0, §3.4), and OBJ exporters follow that custom
    return [p.apply_transform(shapes.rotation("x", 90.0)) for p in pieces]


def _part(piece: Any, member: CastMember, rng: Rng, path: Path) -> Part:
    """One piece with its own colours where it has some, else with the member's material."""
    vertices, faces = np.asarray(piece.vertices, float), np.asarray(piece.faces, int)
    if not np.isfinite(vertices).all():
        raise AssetError(f"{path} has coordinates that are not numbers; export it again")
    base = surface(member, rng)
    uv = getattr(piece.visual, "uv", None)
    uv = None if uv is None or len(uv) != len(vertices) else np.asarray(uv, float)
    # a texture of the file wins over the member's material, a wish for a colour wins over both
    own = None if member.colour or member.material else _look(piece, base)
    shape = Mesh(vertices=vertices, faces=faces, uv=uv, colour=None if own is None else own[1])
    skin = base if own is None else own[0]
    if uv is None or own is None or not isinstance(skin.base_colour, np.ndarray):
        shape = replace(shape, uv=None)
    return part(skin, creased(shape, 40.0))


def _look(piece: Any, base: Material) -> tuple[Material, Float[np.ndarray, "n 3"] | None] | None:
    """Material (and vertex colours) of a piece, or None if it has no colours of its own."""
    visual = piece.visual
    if visual.kind == "vertex" or visual.kind == "face":
        codes = np.asarray(visual.vertex_colors, float)[:, :3] / 255
        return replace(base, bump=None), np.asarray(rec709_to_ap1(srgb_decode(codes)))
    source = getattr(visual, "material", None)
    if source is None:
        return None
    factor = getattr(source, "baseColorFactor", None)
    is_pbr = hasattr(source, "baseColorTexture")
    picture = source.baseColorTexture if is_pbr else getattr(source, "image", None)
    if factor is None and not is_pbr:
        factor = getattr(source, "diffuse", None)
    scale = np.ones(3) if factor is None else _linear(np.asarray(factor, float), encoded=not is_pbr)
    rough = getattr(source, "roughnessFactor", None)
    metal = getattr(source, "metallicFactor", None)
    # a missing factor reads as 1.0, which would turn every textured prop into metal
    unset = metal == 1.0 and picture is not None
    plain = replace(base, name="imported", bump=None, uv_scale=1.0,
                    roughness=0.55 if rough is None else float(rough),
                    metallic=0.0 if metal is None or unset else float(metal))  # fmt: skip
    if picture is not None and getattr(visual, "uv", None) is not None:
        codes = np.asarray(picture.convert("RGB"), float) / 255
        linear = rec709_to_ap1(srgb_decode(codes)) * scale
        return replace(plain, base_colour=np.asarray(np.clip(linear, 0, 1), np.float32)), None
    if factor is None:
        return None
    red, green, blue = (float(c) for c in rec709_to_ap1(scale))
    return replace(plain, base_colour=(red, green, blue)), None


def _linear(factor: np.ndarray, *, encoded: bool) -> Float[np.ndarray, "3"]:
    """Linear Rec.709 of a colour factor; trimesh hands them over as 8-bit numbers or as floats.

    glTF factors are linear (2.0, §3.9.2); OBJ's Kd are display colours, that is sRGB encoded.
    """
    values = factor[:3] / 255.0 if factor.max() > 1.0 or factor.dtype == np.uint8 else factor[:3]
    return np.asarray(srgb_decode(values) if encoded else values)


def colliders(parts: list[Part]) -> list[Collider]:
    """A convex hull per connected component, or one round everything when there are too many."""
    whole = np.concatenate([p.mesh.vertices for p in parts])
    pieces: list[np.ndarray] = []
    for p in parts:
        welded = trimesh.Trimesh(p.mesh.vertices, p.mesh.faces, process=True)
        labels = trimesh.graph.connected_component_labels(welded.face_adjacency, len(welded.faces))
        groups = int(labels.max()) + 1 if len(labels) else 0
        if len(pieces) + groups > _MAX_PIECES:
            return [hull(whole)]
        pieces += [np.asarray(welded.vertices)[np.unique(welded.faces[labels == k])] for k in range(groups)]
    solid = [
        points
        for points in pieces
        if len(points) > 3 and float(np.linalg.matrix_rank(points - points[0], 1e-6)) == 3
    ]
    return [hull(points) for points in solid] or [hull(whole)]


def _hull_volume(collider: Collider) -> float:
    from scipy.spatial import ConvexHull

    assert collider.vertices is not None
    return float(ConvexHull(collider.vertices).volume)
