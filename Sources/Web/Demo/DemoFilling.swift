import Acts
import Core
import Database
import Foundation
import HostPages
import House
import Records

extension Services {
  /// Fills an empty installation with the invented example; one that is already filled stays as it is.
  /// - Returns: a link that signs in its host.
  package func demoSignInLink() async throws -> String {
    let example = try Example.bundled()
    let isEmpty = try await database.read { try HostStore(connection: $0).count() } == 0
    if isEmpty { try await DemoFilling(services: self, example: example).run() }
    return try await addHost(email: example.host.email, name: example.host.name, language: .german).link
  }

  /// The personal page of a guest at the party that is open now; nil if there is none any more.
  package func demoGuestLink() async throws -> String? {
    guard let guest = try await database.read({ try DemoStore(connection: $0).guestOfOpenParty() }) else { return nil }
    let token = personalToken(guest.id, number: guest.linkNumber)
    return settings.publicURL.absoluteString + Path.personal(token).text
  }
}

/// Performs what the example's host and guests did in the weeks before now, each thing at its time.
struct DemoFilling {
  let services: Services
  let example: Example
  private let chance = DemoChance(seed: 2026)
  private let calendar: DemoCalendar

  private static let importedDaysAgo = 45

  init(services: Services, example: Example) {
    self.services = services
    self.example = example
    calendar = DemoCalendar(now: services.now(), zones: services.zones)
  }

  func run() async throws {
    let cookie = try await signIn()
    try await importPeople(DemoVisitor(services: past(days: Self.importedDaysAgo), cookie: cookie))
    let host = try await host()
    // In chronological order: the newest party is the one just begun.
    for party in example.parties.sorted(by: { $0.startedDaysAgo > $1.startedDaysAgo }) {
      try await DemoParty(
        services: services, example: party, host: host, cookie: cookie, calendar: calendar, chance: chance
      ).fill()
    }
  }

  private func past(days: Int, hours: Int = 0) -> Services {
    services.at(calendar.ago(days: days, hours: hours), chance: chance)
  }

  private func host() async throws -> Host {
    let email = example.host.email
    let host = try await services.database.read { try HostStore(connection: $0).host(email: email) }
    guard let host else { throw DemoRefusal(description: "The example's host is missing.") }
    return host
  }

  /// - Returns: the session cookie.
  private func signIn() async throws -> String {
    let then = past(days: Self.importedDaysAgo, hours: -1)
    let link = try await then.addHost(email: example.host.email, name: example.host.name, language: .german).link
    guard let token = link.split(separator: "/").last.flatMap({ Token(String($0)) }) else {
      throw DemoRefusal(description: "There is no sign-in link.")
    }
    let response = try await DemoVisitor(services: then, cookie: nil).post(.signInLink(token))
    let cookie = response.headers[.setCookie]?.split(separator: ";").first.map(String.init)
    try await DemoVisitor(services: then, cookie: cookie).post(
      .settings,
      [
        ("name", example.host.name), ("email", example.host.email), ("language", "de"), ("zone", Example.zone),
        ("signature", example.host.signature),
      ])
    return cookie ?? ""
  }

  private func importPeople(_ visitor: DemoVisitor) async throws {
    try await visitor.upload(
      .imports,
      [
        ("kind", LetterOccasion.Kind.conferenceCancelled.rawValue), ("occasionName", example.list.occasion),
        ("year", String(example.list.year)), ("list", example.list.name),
        ("source", ListSource.Kind.participantList.rawValue),
      ], file: ("file", Example.people))
    let worker = ImportWorker(services: visitor.services)
    await worker.finishAll()
    let host = try await host()
    let imports = try await services.database.read { try ImportStore(connection: $0).unfinished(of: host.id) }
    for importing in imports { try await visitor.post(.importConfirmation(importing.id)) }
    await worker.finishAll()
  }
}
