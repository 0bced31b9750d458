import Core
import Database
import Foundation
import House
import Records

/// A person's access to their data (GDPR Art. 15) as one file: everything stored about them and where, and the parts
/// left out of the file with the reason.
package struct SubjectAccess {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// The data one host has about somebody.
  /// - Throws: `AppError.notFound`.
  package func file(of person: PersonID, host: Host) throws -> Data {
    let known = try PersonStore(connection: connection).person(person, of: host.id)
    return try file(about: known.record.email, [(person, host)])
  }

  /// The data all hosts of the installation have about somebody with this address.
  package func file(about address: String) throws -> Data {
    let hosts = HostStore(connection: connection)
    let found = try SubjectStore(connection: connection).people(with: address).compactMap { person, host in
      try hosts.host(host).map { (person, $0) }
    }
    return try file(about: address, found)
  }

  private func file(about address: String, _ people: [(PersonID, Host)]) throws -> Data {
    let store = SubjectStore(connection: connection)
    let isListed = try !address.isEmpty && SuppressionStore(connection: connection).contains(address)
    let content: [String: Any] = [
      "about": address, "made_at": LocalTime.machineText(services.now()), "installation": origin,
      "objected": isListed, "left_out": SubjectStore.leftOut,
      "held_by": try people.map { person, host in
        [
          "host": ["name": host.name, "address": host.email],
          "records": try store.records(of: person).mapValues { $0.map(Self.plain) },
        ] as [String: Any]
      },
    ]
    return try JSONSerialization.data(
      withJSONObject: content, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  private var origin: [String: String] {
    let organisation = services.settings.organisation
    return [
      "address": services.settings.publicURL.absoluteString, "organisation": organisation.name,
      "privacy_contact": organisation.privacyContact ?? "",
    ]
  }

  private static func plain(_ record: SubjectStore.Record) -> [String: Any] {
    var plain: [String: Any] = [:]
    for (column, value) in record {
      switch value {
      case .null: break
      case .integer(let number) where number > 1_000_000_000_000:
        plain[column] = LocalTime.machineText(Date(timeIntervalSince1970: Double(number) / 1000))
      case .integer(let number): plain[column] = Int(number)
      case .real(let number): plain[column] = number
      case .text(let text): plain[column] = text
      }
    }
    return plain
  }
}

extension Services {
  package func subjectFile(about address: String) async throws -> Data {
    try await database.read { try SubjectAccess(services: self, connection: $0).file(about: address) }
  }
}
