"""The subcommands of `accordingto`, one file each: `add_arguments` and `run`.

Only here are options read and tables and progress drawn; what a command does is on a lower floor.
"""
