"""The server of a room: what members may do, and what the teacher sees.

A member can join, send and leave, and read nothing of anybody. The teacher's page is the page of a
class, which follows; its key stands in the terminal that opened the room.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from accordingto.classroom.room.live.guards import DEAF, LARGEST, Refused
from accordingto.classroom.room.live.members import Member, NameTaken, NotFitting, RoomFull
from accordingto.classroom.room.live.opened import Room
from accordingto.classroom.room.live.two import NotTwo, choices, two_of
from accordingto.classroom.room.page import page_style
from accordingto.exercises import Entry
from accordingto.templates import rendered
from accordingto.workers import learn_types

COOKIE = "accordingto-room"
STATE = f"{COOKIE}-state"
FOLLOW = "teacher/now.js"  # as seen from the page
_CONTROLS = Path(__file__).with_name("controls.js")
Handler = Callable[[Request], Awaitable[Response]]


class Join(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What who joins sends."""

    code: str = ""
    name: str = ""


class Send(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a member sends: entries by exercise, each whole."""

    exercises: dict[str, Entry]


class Control(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What the teacher does: close or open an exercise, hold or give the reveal."""

    exercise: str | None = None
    closed: bool = False
    held: bool | None = None


def app(room: Room) -> Starlette:
    """The application of a room, for any ASGI server."""
    learn_types()
    doors = _Doors(room)
    routes = [
        Route("/", _guarded(room, doors.hall)),
        Route("/join", _guarded(room, doors.join), methods=["POST"]),
        Route("/answers", _guarded(room, doors.answers), methods=["POST"]),
        Route("/votes", _guarded(room, doors.votes), methods=["POST"]),
        Route("/teacher", _guarded(room, doors.teacher)),
        Route(f"/{FOLLOW}", _guarded(room, doors.now)),
        Route("/teacher/names", _guarded(room, doors.names)),
        Route("/teacher/two", _guarded(room, doors.choosing)),
        Route("/teacher/two", _guarded(room, doors.two), methods=["POST"]),
        Route("/teacher/controls.js", _guarded(room, doors.script)),
        Route("/teacher/set", _guarded(room, doors.set), methods=["POST"]),
    ]
    if room.hub:
        routes.append(Route("/oauth_callback", _guarded(room, doors.logged_in)))
        return Starlette(routes=[Mount(room.hub.root, routes=routes)])
    return Starlette(routes=routes)


def _guarded(room: Room, handler: Handler) -> Handler:
    """A handler whose refusals are counted, and said in a sentence."""

    async def guarded(request: Request) -> Response:
        try:
            origin = request.headers.get("origin")
            room.guards.origin(origin, request.headers.get("host", ""))
            return await handler(request)
        except Refused as refused:
            room.guards.refused[refused.why] += 1
            return JSONResponse({"refused": refused.sentence}, status_code=refused.status)

    return guarded


class _Doors:
    """What each address does."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def hall(self, request: Request) -> Response:
        """How to join, for who opens the address in a browser."""
        page = rendered("classroom/room/live/hall.html", room=self._room)
        return HTMLResponse(str(page))

    async def join(self, request: Request) -> Response:
        """Let somebody in who has the code."""
        asked = await _sent(request, Join)
        try:
            token = await run_in_threadpool(self._seat, request, asked)
        except RoomFull:
            raise Refused("room full") from None
        except NameTaken:
            raise Refused("name taken") from None
        return JSONResponse({"token": token, "lesson": self._room.sheet.lesson})

    def _seat(self, request: Request, asked: Join) -> str:
        """What lets one send: by the hub's word, or by the code of the room."""
        members, guards = self._room.members, self._room.guards
        if hub := self._room.hub:
            if not (user := hub.user(_token(request, "token"))):
                raise Refused("not of the hub")
            guards.rate(f"joining as {user}")
            return members.seat_of(user)
        address = request.client.host if request.client else ""
        guards.rate(f"joining from {address}")
        guards.code(asked.code, members.code, address)
        return members.join(asked.name, _token(request))

    async def logged_in(self, request: Request) -> Response:
        """Where the hub sends whoever wants the teacher's page, once it knows them."""
        state = request.query_params.get("state", "")
        if not (hub := self._room.hub) or not state or state != request.cookies.get(STATE):
            raise Refused("teacher only")
        if not await run_in_threadpool(hub.is_teacher, request.query_params.get("code", "")):
            raise Refused("teacher only")
        response = RedirectResponse(f"{hub.root}/teacher", 303)
        response.set_cookie(COOKIE, self._room.key, path=hub.root, httponly=True, samesite="strict")
        return response

    async def answers(self, request: Request) -> Response:
        """Keep what a member sends; an answer to what is closed stays at home, and is named."""
        member = self._member(request)
        sent = (await _sent(request, Send)).exercises
        taken = {name: one for name, one in sent.items() if name not in self._room.closed}
        try:
            await run_in_threadpool(self._room.members.keep, member, taken)
        except NotFitting as problem:
            raise Refused("no answer", str(problem)) from None
        return JSONResponse({"kept": sorted(taken), "closed": sorted(sent.keys() - taken.keys())})

    async def votes(self, request: Request) -> Response:
        """How the class voted, for a member who has."""
        member = self._member(request)
        return JSONResponse({"votes": await run_in_threadpool(self._room.votes, member)})

    async def teacher(self, request: Request) -> Response:
        """The page of the class, with what the teacher can set; a hub asks first who that is."""
        if (hub := self._room.hub) and COOKIE not in request.cookies:
            asked = hub.log_in()
            to_hub = RedirectResponse(asked.address, 303)
            to_hub.set_cookie(STATE, asked.state, path=hub.root, httponly=True, max_age=600)
            return to_hub
        self._require_teacher(request)
        page = await run_in_threadpool(self._room.page)
        controls = rendered(
            "classroom/room/live/controls.html", room=self._room, address=self._room.address
        )
        response = HTMLResponse(page.html(FOLLOW, controls=controls))
        response.set_cookie(COOKIE, self._room.key, httponly=True, samesite="strict")
        return response

    async def now(self, request: Request) -> Response:
        """What the open page puts in where something has changed."""
        self._require_teacher(request)
        page = await run_in_threadpool(self._room.page)
        words = f"{len(self._room.members)} in the room"
        said = json.dumps([page.version, {"above": page.above, **page.sections}, words])
        return Response(f"classUpdate(...{said});\n", media_type="text/javascript")

    async def names(self, request: Request) -> Response:
        """Who is in the room, by the names that they chose; hidden until it is asked."""
        self._require_teacher(request)
        return JSONResponse({"names": self._room.members.names})

    async def choosing(self, request: Request) -> Response:
        """The answers to an exercise, for the teacher to choose two of."""
        self._require_teacher(request)
        return await run_in_threadpool(self._choosing, request.query_params.get("exercise", ""))

    async def two(self, request: Request) -> Response:
        """Show the two that were chosen, or take them away."""
        self._require_teacher(request)
        exercise = request.query_params.get("exercise", "")
        form = parse_qs((await _body(request)).decode(errors="replace"))
        told = "They are taken away."
        if form.get("deed") != ["show"]:
            self._room.two = None
        elif exercise not in self._room.open_exercises:
            raise Refused("no answer", f"{exercise} is closed, or no exercise of the lesson.")
        else:
            keys, sheet = form.get("key", []), self._room.sheet
            try:
                two = await run_in_threadpool(two_of, sheet, exercise, keys, self._room.members)
                self._room.two, told = two, "They stand on the projected page now."
            except NotTwo as problem:
                told = str(problem)
        return await run_in_threadpool(self._choosing, exercise, told)

    def _choosing(self, exercise: str, told: str = "") -> Response:
        room = self._room
        known = exercise if exercise in room.open_exercises else ""
        page = rendered(
            "classroom/room/live/choosing.html",
            questions=[room.sheet[name] for name in room.open_exercises],
            exercise=known,
            choices=choices(room.sheet, known, room.members) if known else [],
            shown=room.two,
            told=told,
            style=page_style(),
        )
        return HTMLResponse(str(page))

    async def script(self, request: Request) -> Response:
        """What the controls of the page do."""
        return FileResponse(_CONTROLS, media_type="text/javascript")

    async def set(self, request: Request) -> Response:
        """Close or open an exercise, hold or give the reveal."""
        self._require_teacher(request)
        wish = await _sent(request, Control)
        if wish.exercise is not None:
            if wish.exercise not in self._room.sheet.questions:
                raise Refused("no answer", f"There is no exercise {wish.exercise!r}.")
            change = self._room.closed.add if wish.closed else self._room.closed.discard
            change(wish.exercise)
        if wish.held is not None:
            self._room.held = wish.held
        return JSONResponse({"closed": sorted(self._room.closed), "held": self._room.held})

    def _member(self, request: Request) -> Member:
        if not (member := self._room.members.of(_token(request))):
            raise Refused("not joined")
        self._room.guards.rate(member.known.id)
        return member

    def _require_teacher(self, request: Request) -> None:
        given = request.query_params.get("key") or request.cookies.get(COOKIE, "")
        if not hmac.compare_digest(given.encode(), self._room.key.encode()):
            raise Refused("teacher only")


def _token(request: Request, kind: str = "Bearer") -> str:
    """What lets a member send, or says who they are to a hub; empty where none was sent."""
    return request.headers.get("authorization", "").partition(f"{kind} ")[2]


async def _sent(request: Request, kind: type[Any]) -> Any:
    """What was sent, of a kind. Raises Refused for too much, and for what is none."""
    data = await _body(request)
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("no answer", str(error)) from None


async def _body(request: Request) -> bytes:
    """What was sent. Raises Refused for too much.

    What is too much is read to its end, and forgotten, or who sends it would not hear why.
    """
    data, came = bytearray(), 0
    async for piece in request.stream():
        came += len(piece)
        if came <= LARGEST:
            data += piece
        elif came > DEAF:
            break
    if came > LARGEST:
        raise Refused("too large")
    return bytes(data)
