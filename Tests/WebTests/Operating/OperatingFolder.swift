import Core
import Database
import Foundation
import Logging

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// A test's own data folder, which disappears with it.
final class OperatingFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "stehtisch-\(UUID().uuidString)")

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var data: URL { url.appending(path: "data", directoryHint: .isDirectory) }

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func settings(_ more: [String: String] = [:]) async throws -> Settings {
    let base = ["STEHTISCH_DATA": data.path]
    return try await SettingsReader(environment: base.merging(more) { $1 }).settings()
  }

  /// In the state a first start leaves. The folder is locked as long as the services live.
  @discardableResult
  func filled(for use: FolderUse = .founding, _ more: [String: String] = [:]) async throws -> Services {
    try await openServices(
      try await settings(more), for: use, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// With a host and a guest, whose link tells the right key from others.
  func filledWithGuest() async throws {
    let services = try await filled()
    let now = Date()
    let (person, party, guest) = (
      services.newID(Entity.Person.self), PartyID(at: now, random: (2, 2)), GuestID(at: now, random: (3, 3))
    )
    let token = services.personalToken(guest, number: 1)
    try await services.database.write { connection in
      try HostStore(connection: connection).insert(.sample, at: now)
      try connection.execute(
        """
        INSERT INTO person (
          id, host_id, name, email, organisation, role, country, name_key, search_key, created_at, changed_at)
        VALUES (\(person), \(Web.Host.sample.id), 'Anna Berg', '', '', '', '', 'anna', 'anna', \(now), \(now))
        """)
      try connection.execute(
        """
        INSERT INTO party (
          id, host_id, state, title, address_form, seats, minutes, zone, date_kind, calendar_uid, created_at, changed_at)
        VALUES (
          \(party), \(Web.Host.sample.id), 'draft', 'Runde', 'sie', 6, 60, 'Europe/Berlin', 'open', 'uid', \(now), \(now))
        """)
      try connection.execute(
        """
        INSERT INTO guest (id, party_id, person_id, standing, position, link_hash, created_at)
        VALUES (\(guest), \(party), \(person), 'chosen', 1, \(token.hash), \(now))
        """)
    }
  }
}
