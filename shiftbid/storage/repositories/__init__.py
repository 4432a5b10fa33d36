"""Repositories: the ports of `shiftbid.services.ports` over SQL, one a file."""
