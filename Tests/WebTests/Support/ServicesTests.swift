import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite struct ServicesTests {
  @Test("A background service's description for the log names it and nothing it holds")
  func descriptions() async throws {
    let site = try await TestSite()
    for service in backgroundServices(site.services) {
      let description = "\(service)"
      #expect(description.contains(String(describing: type(of: service))))
      #expect(description.count < 300, "\(description.prefix(300))")
    }
  }
}
