"""The hall's words as frozen dataclasses; standard library only."""
