"""A real HTTP server on loopback that speaks the chat protocol and gives the answers it was told to give."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(kw_only=True)
class Reply:
    """One scripted answer; a body of str is the content of a choice, bytes go out as they are."""

    body: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "application/json; charset=utf-8"
    refusal: str | None = None
    finish: str = "stop"
    stall: float = 0.0
    trickle: bool = False

    def encoded(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        message = {
            "role": "assistant",
            "content": None if self.refusal else self.body,
            "refusal": self.refusal,
        }
        return json.dumps(
            {"choices": [{"index": 0, "message": message, "finish_reason": self.finish}]}
        ).encode()


@dataclass(kw_only=True)
class Server:
    """What was asked, and where."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


@contextmanager
def serving(*script: Reply) -> Iterator[Server]:
    """A server that gives the answers in turn; the last one again and again."""
    server = Server(url="")
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            server.asked.append(json.loads(self.rfile.read(length)))
            server.paths.append(self.path)
            server.keys.append(self.headers["Authorization"])
            server.times.append(time.monotonic())
            reply = script[min(len(server.asked), len(script)) - 1]
            over.wait(reply.stall)
            body = reply.encoded()
            try:
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.kind)
                self.send_header("Content-Length", str(len(body)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if reply.trickle:
                    for letter in body:
                        self.wfile.write(bytes([letter]))
                        self.wfile.flush()
                        if over.wait(0.05):
                            return
                else:
                    self.wfile.write(body)
            except OSError:
                pass  # the client hung up, as it should

        def log_message(self, format: str, *args: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    server.url = f"http://127.0.0.1:{httpd.server_port}/v1"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        over.set()
        httpd.shutdown()
        httpd.server_close()
        thread.join()
