"""What can be said: actors, relations, times, claims, articles. Imports neither wing."""
