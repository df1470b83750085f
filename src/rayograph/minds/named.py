"""The mind that a user named: "URL#model" is a server, "local:folder" a model on this machine."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from rayograph.core.errors import PlanError, SetupError
from rayograph.minds.endpoint import Endpoint
from rayograph.minds.local import Local
from rayograph.minds.mind import Mind

KEY = "RAYOGRAPH_MIND_KEY"
"""Environment variable with the key of the server, if it wants one."""
_HERE = ("127.0.0.1", "localhost", "::1")


def named_mind(words: str) -> Mind:
    """The mind behind a name. Nothing is asked yet.

    Raises:
        PlanError: the name is neither.
        SetupError: the key would cross the network in the clear.
    """
    if words.startswith("local:"):
        return Local(folder=Path(words.removeprefix("local:")))
    url, _, model = words.partition("#")
    try:
        parts = urlsplit(url)
        host, port, known = parts.hostname, parts.port, parts.scheme in ("http", "https")
    except ValueError:
        host, port, known = None, None, False
    if (
        not (known and host and model.strip())
        or port == 0
        or parts.query
        or not (url.isascii() and words.isprintable())
    ):
        raise PlanError(
            f"mind {words!r} is not understood; write http://127.0.0.1:8080/v1#model or local:folder"
        )
    if parts.username is not None:
        raise PlanError(f"a mind's address holds no password; put the key into {KEY}")
    key = os.environ.get(KEY, "").strip()
    if key and parts.scheme == "http" and host not in _HERE:
        raise SetupError(f"{KEY} would cross the network unencrypted to {host}; use https, or unset it")
    if not (key.isascii() and key.isprintable()):
        raise SetupError(f"{KEY} holds letters that no key has; set it anew")
    return Endpoint(url=url.rstrip("/"), model=model.strip(), key=key)
