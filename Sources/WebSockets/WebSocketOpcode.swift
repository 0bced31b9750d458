/// WebSockets.
