/// What a route allows its sockets.
package struct WebSocketOptions: Sendable {
  /// The values of `Origin` that may come in. Nil lets everybody in, which is for programs: a page of another site could use a
  /// visitor's cookies.
  package var origins: Set<String>?
  package var limits: FrameLimits
  /// How many frames a peer may send. Nil: as many as it likes.
  package var rate: MessageRate?
  /// How many bytes a peer may send, heads of frames and all. Nil: as many as it likes.
  package var bytes: MessageRate?
  /// What may wait for a peer that reads slowly, beyond what the operating system takes. One frame or byte more disconnects it.
  package var outbox: OutboxLimits
  /// A ping goes out this often.
  package var heartbeat: Duration
  /// How long a peer may say nothing after a ping.
  package var pongDeadline: Duration
  /// How long a peer may take to answer a Close.
  package var closeDeadline: Duration

  package init(
    origins: Set<String>?, limits: FrameLimits = FrameLimits(), rate: MessageRate? = nil,
    bytes: MessageRate? = nil, outbox: OutboxLimits = OutboxLimits(), heartbeat: Duration = .seconds(20),
    pongDeadline: Duration = .seconds(10),
    closeDeadline: Duration = .seconds(3)
  ) {
    self.origins = origins
    self.limits = limits
    self.rate = rate
    self.bytes = bytes
    self.outbox = outbox
    self.heartbeat = heartbeat
    self.pongDeadline = pongDeadline
    self.closeDeadline = closeDeadline
  }
}
