import Core
import Database
import Foundation
import House
import Logging
import Records
import ServiceLifecycle

/// Reads the names in the address books again once the program knows more about names, and corrects what is certain: a
/// leading degree (`PhD Anna Adler`), as lists were read before the list of names existed. Uncertain names stay as the
/// host has them. The same for addresses: one whose domain was written in the form for servers (`xn--`) is compared by its letters.
package struct NameReview: Service {
  package let services: Services
  /// Increases when more can be corrected; then all names are read again.
  static let edition = 2

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await services.inRounds(every: .seconds(86_400), "names not read again") { try await look() }
  }

  /// - Returns: the number of names corrected.
  @discardableResult
  package func look() async throws -> Int {
    guard try await services.read({ try StoredNameStore(connection: $0).edition() }) < Self.edition else { return 0 }
    var (last, mended): (PersonID?, Int) = (nil, 0)
    while true {
      let page = try await services.read { [last] in try StoredNameStore(connection: $0).names(after: last, limit: 1000)
      }
      guard let end = page.last else { break }
      let wrong = page.filter { PersonRecord.hasDegreeInFront($0.name) }
      if !wrong.isEmpty { mended += try await services.paced { try await mend(wrong) } }
      last = end.id
    }
    try await services.write {
      let store = StoredNameStore(connection: $0)
      try store.renewAddressKeys()
      try store.finish(Self.edition)
    }
    if mended > 0 { services.logger.notice("names put right", metadata: ["count": "\(mended)"]) }
    return mended
  }

  private func mend(_ people: [StoredNameStore.Named]) async throws -> Int {
    try await services.write { [now = services.now()] in
      let store = PersonStore(connection: $0)
      return try people.count { named in
        // Somebody erased or renamed in the meantime stays that way.
        guard let person = try? store.person(named.id, of: named.host), person.record.name == named.name else {
          return false
        }
        try store.update(named.id, to: person.record.withSpokenName, of: named.host, at: now)
        return true
      }
    }
  }
}
