"""The ACES 2.0 SDR view as GLSL ES 3.0 with its tables, so that a browser shows what OCIO would."""

from dataclasses import dataclass

import numpy as np
import PyOpenColorIO as ocio
from jaxtyping import Float32

from rayograph.colour.view import processor

FUNCTION = "view"


@dataclass(frozen=True, kw_only=True)
class Table:
    """A float texture of the shader: `sampler` is its uniform; sample it without filtering."""

    sampler: str
    values: Float32[np.ndarray, "h w c"]


@dataclass(frozen=True, kw_only=True)
class ViewShader:
    """GLSL that declares `vec4 view(vec4 linear_acescg)` and the tables that it reads."""

    source: str
    tables: tuple[Table, ...]


def view_shader() -> ViewShader:
    """Generate the shader from the pinned OCIO config."""
    description = ocio.GpuShaderDesc.CreateShaderDesc(
        language=ocio.GPU_LANGUAGE_GLSL_ES_3_0, functionName=FUNCTION, resourcePrefix="ocio_"
    )
    processor().getDefaultGPUProcessor().extractGpuShaderInfo(description)
    tables = []
    for texture in description.getTextures():
        channels = 1 if texture.channel == ocio.GpuShaderDesc.TEXTURE_RED_CHANNEL else 3
        values = np.array(texture.getValues(), np.float32)
        tables.append(
            Table(sampler=texture.samplerName, values=values.reshape(texture.height, texture.width, channels))
        )
    return ViewShader(source=description.getShaderText(), tables=tuple(tables))
