"""Actor files, demo articles and their gold claims."""
