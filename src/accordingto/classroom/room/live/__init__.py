"""A room: a class that sends its answers as it gives them, over a network of its own.

`members` has who is in it and what they sent, kept as answer files; `guards` refuses what does not
belong; `two` is a snapshot of two answers for discussion; `app` is the server between them, with
the page that a teacher projects. A student's side is `notebooks/room.py`.
"""
