import NIOCore

/// Counts messages in consecutive windows of time.
package struct MessageWindow {
  private let limit: Int
  private let length: TimeAmount
  private var start = NIODeadline.now()
  private var count = 0

  package init(_ limit: Int, seconds: Int) {
    self.limit = limit
    length = .seconds(Int64(seconds))
  }

  package mutating func admits(at now: NIODeadline) -> Bool {
    if now - start >= length { (start, count) = (now, 0) }
    count += 1
    return count <= limit
  }
}
