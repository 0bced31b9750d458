import NIOCore
import Testing

@testable import WebSockets

@Suite("Counting messages")
struct RateMeterTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000)

  @Test("As many as allowed at once, then as many as time adds")
  func bursts() {
    var meter = RateMeter(MessageRate(10, per: .seconds(5)), at: start)
    let burst = (0..<10).map { _ in meter.admits(at: start) }
    #expect(burst == Array(repeating: true, count: 10))
    let later = [400, 500, 900].map { meter.admits(at: start + .milliseconds($0)) }
    #expect(later == [false, true, false])
  }

  @Test("A long silence saves up no more than one burst")
  func silence() {
    var meter = RateMeter(MessageRate(3, per: .seconds(1)), at: start)
    let later = start + .hours(1)
    let burst = (0..<4).map { _ in meter.admits(at: later) }
    #expect(burst == [true, true, true, false])
  }

  @Test("Bytes count as many as there are")
  func bytes() {
    var meter = RateMeter(MessageRate(1000, per: .seconds(1)), at: start)
    let admitted = [600, 500, 400].map { meter.admits($0, at: start) }
    #expect(admitted == [true, false, true])
    let later = meter.admits(500, at: start + .milliseconds(500))
    #expect(later)
  }
}
