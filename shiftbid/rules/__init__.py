"""Working-time rules: written once as clauses, read by checker, solver and wording."""
