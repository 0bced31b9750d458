/// TURN credentials.
