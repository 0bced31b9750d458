import Core
import House

/// The time on one floor. It begins with the wall clock, but never before the last stored time, and continues by a
/// monotonic clock: when the wall clock is corrected during an evening, no part ends early, no seat is lost and nothing
/// ends before it began.
struct FloorTime: Sendable {
  private let start: Moment
  private let startedAt: Duration
  private let uptime: @Sendable () -> Duration

  init(after last: Moment?, _ services: Services) {
    let now = Moment(services.now())
    start = last.map { max($0, now) } ?? now
    uptime = services.uptime
    startedAt = services.uptime()
  }

  var now: Moment {
    let (seconds, fraction) = (uptime() - startedAt).components
    return Moment(milliseconds: start.milliseconds + max(0, seconds * 1000 + fraction / 1_000_000_000_000_000))
  }
}
