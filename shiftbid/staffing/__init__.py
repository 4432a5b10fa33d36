"""From footfall to heads: queue models, the counters a promise requires, and the certificate of a roster."""
