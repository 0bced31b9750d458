/// The rules a route sets for its sockets.
package struct WebSocketOptions: Sendable {
  /// The accepted values of `Origin`. Nil accepts anybody, which is meant for programs: another site's page could
  /// otherwise use a visitor's cookies.
  package var origins: Set<String>?
  package var limits: FrameLimits
  /// The rate at which a peer may send frames. Nil for unlimited.
  package var rate: MessageRate?
  /// The rate at which a peer may send bytes, including frame headers. Nil for unlimited.
  package var bytes: MessageRate?
  /// The limits on what may wait for a slow peer, beyond the operating system's buffers. One frame or byte more
  /// disconnects it.
  package var outbox: OutboxLimits
  /// The interval between pings.
  package var heartbeat: Duration
  /// The time a peer may stay silent after a ping.
  package var pongDeadline: Duration
  /// The time a peer may take to answer a Close.
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
