import Core
import Testing

@testable import Evening
@testable import House

@Suite struct WritingPaceTests {
  @Test(
    "While a page of an evening is open, work on lists writes little at a time and rests nine times as long; after it no more"
  )
  func paced() async throws {
    let scene = try await FloorScene()
    let pace = scene.services.pace
    #expect(pace.rows == 1000 && pace.rest(after: .milliseconds(20)) == .zero)
    let host = await Visitor(.host, at: try await scene.floor()).hello()
    #expect(pace.rows == 10 && pace.rest(after: .milliseconds(20)) == .milliseconds(180))
    #expect(pace.rest(after: .seconds(5)) == .seconds(1), "a stop need not wait long")
    await host.leave()
    #expect(pace.rows == 1000 && pace.rest(after: .milliseconds(20)) == .zero)
  }
}
