"""A mind behind an OpenAI-compatible server: one POST to {url}/chat/completions, with retries and limits.

No proxy of the environment is used and no redirect is followed: words and key go to the named host alone.
"""

import base64
import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from rayograph.core.errors import ModelError
from rayograph.minds.mind import Message
from rayograph.minds.reply import reply_text

LONGEST_PAUSE = 20.0
"""Longest time to wait before another attempt, whatever the server asks for [s]."""
_AGAIN = (408, 429, 500, 502, 503, 504)
"""Statuses that may be better the next time."""


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """A server and what may be spent on one answer.

    url: the base, such as http://127.0.0.1:8080/v1. connect_s, wait_s: longest time for a connection, and for
    one attempt. deadline_s: for all attempts with their pauses. pause_s: before the second attempt, twice as
    long before each further one [s]. max_bytes: of a reply.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    connect_s: float = 5.0
    wait_s: float = 90.0
    deadline_s: float = 200.0
    attempts: int = 3
    pause_s: float = 1.0
    max_bytes: int = 1_000_000
    max_tokens: int = 4096
    seed: int = 0

    @property
    def name(self) -> str:
        """The model and its host."""
        return f"{self.model} at {urlsplit(self.url).netloc}"

    def answer(self, messages: Sequence[Message], schema: dict[str, Any]) -> str:
        """The text of the first choice.

        Raises:
            ModelError: the server cannot be reached, fails, refuses, or says what is no reply.
        """
        body = json.dumps(request(self, messages, schema)).encode()
        end = time.monotonic() + self.deadline_s
        pause = self.pause_s
        trouble = "gave no answer"
        for attempt in range(self.attempts):
            if attempt:
                if time.monotonic() + pause >= end:
                    break
                time.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            try:
                status, kind, after, text = _post(self, body, min(self.wait_s, end - time.monotonic()))
            except (OSError, http.client.HTTPException) as error:
                trouble = _why(error)
                continue
            if status == 200:
                return reply_text(text, kind, self.name)
            trouble = f"answered with status {status}{_said(text)}"
            if status not in _AGAIN:
                break
            pause = min(max(pause, after), LONGEST_PAUSE)
        raise ModelError(f"{self.name} {trouble}")


def request(endpoint: Endpoint, messages: Sequence[Message], schema: dict[str, Any]) -> dict[str, Any]:
    """The body of the request: the OpenAI "chat completions" with structured outputs."""
    return {
        "model": endpoint.model,
        "messages": [{"role": message.role, "content": _content(message)} for message in messages],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": schema},
        },
        "temperature": 0,
        "seed": endpoint.seed,
        "max_tokens": endpoint.max_tokens,
        "stream": False,
    }


def _content(message: Message) -> str | list[dict[str, Any]]:
    if not message.images:
        return message.text
    pictures = [
        {"type": "image_url", "image_url": {"url": "data:image/png;base64," + base64.b64encode(png).decode()}}
        for png in message.images
    ]
    return [{"type": "text", "text": message.text}, *pictures]


def _post(endpoint: Endpoint, body: bytes, limit: float) -> tuple[int, str, float, bytes]:
    """Status, content type, seconds that the server asks to wait, and the reply; within `limit` [s]."""
    parts = urlsplit(endpoint.url)
    connect = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    limit = max(limit, 0.01)
    start = time.monotonic()
    connection = connect(parts.hostname or "", parts.port, timeout=min(endpoint.connect_s, limit))
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    try:
        connection.connect()
        left = max(limit - (time.monotonic() - start), 0.01)
        connection.sock.settimeout(left)
        with _cut_after(connection.sock, left):
            connection.request("POST", f"{parts.path.rstrip('/')}/chat/completions", body, headers)
            with connection.getresponse() as answer:
                text = answer.read(endpoint.max_bytes + 1)
                kind, after = answer.headers.get_content_type(), _seconds(answer.getheader("Retry-After"))
    finally:
        connection.close()
    if len(text) > endpoint.max_bytes:
        raise ModelError(f"{endpoint.name} sent more than {endpoint.max_bytes} bytes; it was not read on")
    return answer.status, kind, after, text


@contextmanager
def _cut_after(sock: socket.socket, seconds: float) -> Iterator[None]:
    """Hang up after a time, also where a reply trickles and each read by itself would be in time.

    Raises:
        TimeoutError: it took longer.
    """
    late = threading.Event()

    def cut() -> None:
        late.set()
        with suppress(OSError):
            # Not the method of a TLS socket, which is no thread's but its own.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    watch = threading.Timer(seconds, cut)
    watch.daemon = True
    watch.start()
    try:
        yield
    except (OSError, http.client.HTTPException):
        if not late.is_set():
            raise
    finally:
        watch.cancel()
    if late.is_set():
        raise TimeoutError


def _seconds(header: str | None) -> float:
    """Retry-After in seconds; its form as a date is not waited for."""
    return float(header) if header is not None and header.strip().isdecimal() else 0.0


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "did not answer in time"
    return f"cannot be asked ({' '.join(str(error).split())[:160] or type(error).__name__})"


def _said(text: bytes) -> str:
    """The start of what a failing server wrote."""
    words = " ".join(text[:400].decode("utf-8", "replace").split())[:160]
    return f" ({words})" if words else ""
