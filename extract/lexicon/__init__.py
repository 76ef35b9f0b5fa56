"""The words that the extraction goes by, as TOML files with a typed loader each."""
