"""The shapes of what the HTTP API takes and answers: every field says in plain words what it holds."""
