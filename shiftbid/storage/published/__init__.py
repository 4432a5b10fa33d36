"""The parts of a publication, one a file: each saves its rows under a publication and loads them again, equal."""
