import Foundation
import OpenID
import Testing

@testable import Acts
@testable import House

@Suite("A provider of sign-on that says nothing")
struct ProviderDeskTests {
  @Test("It is asked once at a time, however many browsers and notices ask for it")
  func once() async throws {
    let server = try SilentServer()
    var provider = ProviderSettings(
      key: "haus", name: "Haus", issuer: "http://127.0.0.1:\(server.port)", clientID: "tisch")
    provider.isPrivate = true
    let desk = ProviderDesk()
    let failures = await withTaskGroup(of: Bool.self) { [provider] group in
      for _ in 0..<20 {
        group.addTask { (try? await desk.metadata(provider, at: .zero)) == nil }
      }
      group.addTask {
        for _ in 0..<50 where server.count == 0 { try? await Task.sleep(for: .milliseconds(100)) }
        // Time for the others, had they asked by themselves.
        try? await Task.sleep(for: .seconds(1))
        server.hangUp()
        return true
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(failures == 21 && server.count == 1)
    // The next one asks anew.
    async let next = try? desk.metadata(provider, at: .zero)
    for _ in 0..<50 where server.count < 2 { try? await Task.sleep(for: .milliseconds(100)) }
    server.hangUp()
    #expect(await next == nil && server.count == 2)
  }
}
