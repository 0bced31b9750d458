/// This many at once, and as many again in each period.
package struct MessageRate: Sendable {
  package let count: Int
  package let period: Duration

  package init(_ count: Int, per period: Duration) {
    self.count = count
    self.period = period
  }
}
