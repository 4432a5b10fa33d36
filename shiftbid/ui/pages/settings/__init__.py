"""Settings: who may sign in, consents and approvals, the calendar, the promise."""
