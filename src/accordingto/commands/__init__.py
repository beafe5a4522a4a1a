"""The subcommands of `accordingto`, one file each: `add_arguments` and `run`."""
