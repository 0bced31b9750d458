import Testing

@testable import Core

@Suite("The test of a line")
struct LineTestTests {
  private func test(
    _ up: Int, _ down: Int = 50_000, roundTrip: Int = 40, ways: Set<LineTest.Way>? = [.udp], microphone: Bool = true,
    camera: Bool = true
  ) -> LineTest {
    LineTest(
      hasMicrophone: microphone, hasCamera: camera, ways: ways, up: up, down: down, roundTrip: roundTrip)
  }

  @Test("What a line is good for depends on its slower direction, and on its round trip")
  func verdict() {
    #expect(test(20_000).verdict == .picture && test(20_000).advice == nil)
    #expect(test(400).verdict == .sound && test(400).advice == .moreSpeed)
    #expect(test(20_000, 400).verdict == .sound)
    #expect(test(60).verdict == .text)
    #expect(test(20_000, roundTrip: 700).verdict == .sound && test(20_000, roundTrip: 700).advice == .shorterWay)
    #expect(test(20_000, roundTrip: 3000).verdict == .text)
  }

  @Test("Behind a firewall that lets no relay through only text is safe, however fast the line is")
  func firewall() {
    #expect(test(90_000, ways: []).verdict == .text && test(90_000, ways: []).advice == .otherNetwork)
    #expect(test(90_000, ways: [.tls]).verdict == .picture)
    #expect(test(90_000, ways: nil).verdict == .picture, "where there is no relay nobody can miss it")
  }

  @Test("One thing to try, the one that helps most")
  func advice() {
    #expect(test(60, microphone: false).advice == .microphone)
    #expect(test(60, ways: [], microphone: false).advice == .otherNetwork)
    #expect(test(20_000, camera: false).advice == .camera)
  }
}
