"""The desk's pages, a file for each thing that people do there."""
