import NIOCore

/// Counts incoming messages against a rate: each takes from a store that refills evenly.
struct RateMeter {
  private let capacity: Double
  private let perNanosecond: Double
  private var left: Double
  private var filledAt: NIODeadline

  init(_ rate: MessageRate, at now: NIODeadline) {
    capacity = Double(rate.count)
    perNanosecond = capacity / Double(TimeAmount(rate.period).nanoseconds)
    left = capacity
    filledAt = now
  }

  mutating func admits(_ count: Int = 1, at now: NIODeadline) -> Bool {
    left = min(capacity, left + perNanosecond * Double((now - filledAt).nanoseconds))
    filledAt = now
    guard left >= Double(count) else { return false }
    left -= Double(count)
    return true
  }
}
