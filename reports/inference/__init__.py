"""Statistical inference: small pure functions, each with its formula, its source and its limits."""
