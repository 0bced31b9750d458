import NIOCore

/// The slowness allowed to a peer. Times are by a monotonic clock.
package struct RequestPace: Sendable {
  /// The time for a request's head, from the end of the previous answer.
  package var head = TimeAmount.seconds(75)
  /// The same on a new connection.
  package var firstHead = TimeAmount.seconds(30)
  /// The time for a body in addition to the time for its bytes.
  package var bodyGrace = TimeAmount.seconds(20)
  /// The lowest rate of a body in bytes a second: a phone far from any mast.
  package var bodyRate = 4096
  /// The time a peer has to read the next few ten thousand bytes of an answer.
  package var answer = TimeAmount.seconds(120)
  /// The time left for work in progress once the server is about to stop.
  package var end = TimeAmount.seconds(15)

  package init() {}

  /// The time a body may have taken once this many bytes have come.
  func allowance(bytes: Int) -> TimeAmount {
    bodyGrace + .nanoseconds(Int64(Double(bytes) / Double(bodyRate) * 1e9))
  }
}
