import Foundation

/// The number of questions answered correctly.
struct Hits {
  private var hits = 0
  private var count = 0

  mutating func add(_ isHit: Bool) {
    hits += isHit ? 1 : 0
    count += 1
  }

  var rate: Double { count > 0 ? Double(hits) / Double(count) : 0 }
}

struct Measurement {
  let name: String
  let across: Hits
  let within: Hits
  /// Per phrase.
  let reading: Duration

  func print() {
    let milliseconds = reading / .milliseconds(1)
    let padded = name.padding(toLength: 24, withPad: " ", startingAt: 0)
    Swift.print(padded, String(format: "%.3f %.3f %.3f ms", across.rate, within.rate, milliseconds))
  }
}
