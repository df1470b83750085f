"""Cryptomatte 1.2: object mattes as (id, coverage) ranks that a compositor picks by name.

Source: J. Friedman and A. C. Jones, "Fully Automatic ID Mattes with Support for Motion Blur and Transparency"
(SIGGRAPH 2015), and the Cryptomatte Specification 1.2.0 (Psyop). Hash: MurmurHash3_x86_32 with seed 0.
"""

import functools
import json
import struct

import numpy as np
from jaxtyping import Float32, UInt32

LAYER = "crypto_object"
_MASK = 0xFFFFFFFF


def _rotl(value: int, bits: int) -> int:
    return ((value << bits) | (value >> (32 - bits))) & _MASK


def _scrambled(word: int) -> int:
    return _rotl(word * 0xCC9E2D51 & _MASK, 15) * 0x1B873593 & _MASK


def murmur3(data: bytes) -> int:
    """MurmurHash3_x86_32 of `data`, seed 0 (A. Appleby, public domain algorithm)."""
    state = 0
    whole = len(data) // 4 * 4
    for (word,) in struct.iter_unpack("<I", data[:whole]):
        state ^= _scrambled(word)
        state = (_rotl(state, 13) * 5 + 0xE6546B64) & _MASK
    state ^= _scrambled(int.from_bytes(data[whole:], "little"))
    state ^= len(data)
    state = (state ^ state >> 16) * 0x85EBCA6B & _MASK
    state = (state ^ state >> 13) * 0xC2B2AE35 & _MASK
    return state ^ state >> 16


@functools.cache
def id_of(name: str) -> int:
    """The 32 bits of a name's id, with the exponent kept off 0 and 255 so that it is a normal float."""
    bits = murmur3(name.encode("utf-8"))
    return bits ^ (1 << 23) if (bits >> 23) & 255 in (0, 255) else bits


def metadata(names: tuple[str, ...]) -> dict[str, str]:
    """The header attributes that make hosts recognise the layers; `names[0]` is the sky and is left out."""
    key = f"cryptomatte/{murmur3(LAYER.encode()):08x}"[:19]
    manifest = {name: f"{id_of(name):08x}" for name in names[1:]}
    return {
        f"{key}/name": LAYER,
        f"{key}/hash": "MurmurHash3_32",
        f"{key}/conversion": "uint32_to_float32",
        f"{key}/manifest": json.dumps(manifest, separators=(",", ":")),
    }


def ranks(
    ids: UInt32[np.ndarray, "h w r"], coverage: Float32[np.ndarray, "h w r"], names: tuple[str, ...]
) -> Float32[np.ndarray, "h w 4 2"]:
    """Four ranks of (id as float bits, coverage), most covering first; the sky takes no rank."""
    table = np.array([0, *(id_of(name) for name in names[1:])], np.uint32).view(np.float32)
    covered = np.where((ids == 0) | (coverage <= 0), np.float32(0), coverage).astype(np.float32)
    order = np.argsort(-covered, axis=-1, kind="stable")[..., :4]
    covered = np.take_along_axis(covered, order, -1)
    labels = np.where(covered > 0, np.take_along_axis(ids, order, -1), np.uint32(0))
    # Bits are moved, never computed with: an id may look like any float.
    pairs = np.zeros((*ids.shape[:2], 4, 2), np.float32)
    pairs[..., : labels.shape[-1], 0] = table[labels]
    pairs[..., : labels.shape[-1], 1] = covered
    return pairs
