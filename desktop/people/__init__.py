"""The list of people, profiles, chains between entities and the team of releases."""
