import NIOCore

/// How slow a peer may be. Times are of a monotonic clock.
package struct RequestPace: Sendable {
  /// How long a request's head may take, from the end of the answer before.
  package var head = TimeAmount.seconds(75)
  /// The same on a new connection.
  package var firstHead = TimeAmount.seconds(30)
  /// How long a body may take, beside the time its bytes take.
  package var bodyGrace = TimeAmount.seconds(20)
  /// Bytes of a body in a second, at least: a telephone far from any mast.
  package var bodyRate = 4096
  /// How long a peer may take to read the next few ten thousand bytes of an answer.
  package var answer = TimeAmount.seconds(120)
  /// How long whatever is going on may take once the server is about to end.
  package var end = TimeAmount.seconds(15)

  package init() {}

  /// How long a body of which so much has come may have taken.
  func allowance(bytes: Int) -> TimeAmount {
    bodyGrace + .nanoseconds(Int64(Double(bytes) / Double(bodyRate) * 1e9))
  }
}
