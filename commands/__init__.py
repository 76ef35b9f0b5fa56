"""The commands of the command line, by subject; each imports the heavy libraries that it needs."""
