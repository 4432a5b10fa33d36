"""Wires storage, samples, exporters and the window into the use cases: the one place that knows them all."""
