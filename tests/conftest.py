"""Settings that every test shares."""

from hypothesis import settings

# No deadline: the first example pays for an import, and machines are shared.
settings.register_profile("kit", deadline=None, print_blob=True)
settings.load_profile("kit")
