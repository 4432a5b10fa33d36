"""Pay lines as payroll programs read them: one program a file."""
