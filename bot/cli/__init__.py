"""The commands of `vaktlogg`, a file each."""
