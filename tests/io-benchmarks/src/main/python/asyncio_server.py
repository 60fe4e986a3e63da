"""Echo and HTTP servers on CPython's asyncio: on its streams, or as protocols, which is its fastest form.

Arguments: "streams" or "protocol"; "ECHO" or "HTTP"; a directory with certificate.pem and key.pem, or "-" for no TLS.
Prints the port, and ends when its input does. Needs CPython 3.8 or newer and nothing else.
"""

import asyncio
import email.utils
import socket
import ssl
import sys
import threading
import time

MESSAGE_SIZE = 64
BACKLOG = 1024
GREETING = "HTTP/1.1 200 OK\r\ndate: %s\r\ncontent-type: text/plain\r\ncontent-length: 13\r\n\r\nHello, World!"
NOT_FOUND = "HTTP/1.1 404 Not Found\r\ndate: %s\r\ncontent-length: 0\r\n\r\n"
BAD_REQUEST = "HTTP/1.1 400 Bad Request\r\ndate: %s\r\ncontent-length: 0\r\n\r\n"


class Dated:
    """An answer with the time of day in it, made anew each second."""

    def __init__(self, answer):
        self.answer = answer
        self.made_at = 0
        self.bytes = b""

    def now(self):
        now = time.monotonic()
        if now - self.made_at >= 1 or not self.bytes:
            self.bytes = (self.answer % email.utils.formatdate(usegmt=True)).encode("ascii")
            self.made_at = now
        return self.bytes


greeting, not_found, bad_request = Dated(GREETING), Dated(NOT_FOUND), Dated(BAD_REQUEST)


def answer_to(head):
    """What to answer to the head of a request, which ends with an empty line."""
    line, *fields = head[:-4].decode("latin-1").split("\r\n")
    words = line.split(" ")
    headers = {}
    for field in fields:
        name, colon, value = field.partition(":")
        if not name or not colon:
            return bad_request.now()
        headers[name.lower()] = value.strip()
    if "host" not in headers or len(words) != 3 or words[2] != "HTTP/1.1":
        return bad_request.now()
    return (greeting if words[0] == "GET" and words[1] == "/greeting" else not_found).now()


# Streams


async def echo(reader, writer):
    while True:
        writer.write(await reader.readexactly(MESSAGE_SIZE))
        await writer.drain()


async def greet(reader, writer):
    while True:
        writer.write(answer_to(await reader.readuntil(b"\r\n\r\n")))
        await writer.drain()


def until_the_end(converse):
    async def conversation(reader, writer):
        without_delay(writer)
        try:
            await converse(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has gone
        finally:
            writer.close()

    return conversation


# Protocols


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        without_delay(transport)
        self.transport = transport
        self.received = b""

    def data_received(self, data):
        if self.received:
            data = self.received + data
        whole = len(data) - len(data) % MESSAGE_SIZE
        if whole:
            self.transport.write(data[:whole])
        self.received = data[whole:]


class Greet(asyncio.Protocol):
    def connection_made(self, transport):
        without_delay(transport)
        self.transport = transport
        self.received = b""

    def data_received(self, data):
        if self.received:
            data = self.received + data
        end = data.find(b"\r\n\r\n")
        while end != -1:
            self.transport.write(answer_to(data[: end + 4]))
            data = data[end + 4 :]
            end = data.find(b"\r\n\r\n")
        self.received = data


def without_delay(connection):
    """asyncio sets this already; said here as all other servers say it."""
    connection.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


async def main(form, protocol, directory):
    tls = None
    if directory != "-":
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.minimum_version = ssl.TLSVersion.TLSv1_3
        tls.load_cert_chain(directory + "/certificate.pem", directory + "/key.pem")
    settings = {"host": "127.0.0.1", "port": 0, "backlog": BACKLOG, "ssl": tls}
    if form == "streams":
        server = await asyncio.start_server(until_the_end({"ECHO": echo, "HTTP": greet}[protocol]), **settings)
    else:
        loop = asyncio.get_running_loop()
        server = await loop.create_server({"ECHO": Echo, "HTTP": Greet}[protocol], **settings)
    print(server.sockets[0].getsockname()[1], flush=True)

    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    threading.Thread(
        target=lambda: (sys.stdin.buffer.read(), loop.call_soon_threadsafe(ended.set_result, None)), daemon=True
    ).start()
    await ended


asyncio.run(main(*sys.argv[1:]))
