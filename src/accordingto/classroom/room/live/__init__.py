"""A room: a class that sends its answers as it gives them, over a network of its own.

`members` has who is in it and what they sent, kept as answer files; `guards` refuses what does not
belong; `two` is a snapshot of two answers for discussion, `votes` what those who voted may know of
the others; `opened` is a room with all of it, and `app` its server, with the page that a teacher
projects. A student's side is `notebooks/room/`.
"""
