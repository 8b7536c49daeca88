"""The papers a public body has to have, and a one-page guide for each role."""
