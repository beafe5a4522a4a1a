"""A student's side of a room: the seat in it, the bar that joins and leaves, and its votes.

The teacher's side is `classroom/room/live`.
"""
