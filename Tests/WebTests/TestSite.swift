import Core
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOConcurrencyHelpers
import NIOCore
import TestDatabases
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

/// Foundation has a `Host` too.
typealias Host = Records.Host

/// The whole application over a folder of its own, with a clock that tests can set.
final class TestSite: Sendable {
  let services: Services
  let host: Host
  /// The statements run by the site.
  let statements: CountingDatabase
  /// The engine below, as seen by the code that opened it.
  let engine: any DatabaseEngine
  private let database: TestDatabase?
  private let clock: NIOLockedValueBox<Date>
  /// Seconds by which the wall clock was corrected.
  private let correction = NIOLockedValueBox(0.0)

  /// A Monday afternoon.
  static let start = Date(timeIntervalSince1970: 1_795_442_400)

  init(
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    _ change: (inout Settings) -> Void = { _ in }
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stehtisch-\(UUID())")
    var settings = try await SettingsReader(environment: ["STEHTISCH_DATA": folder.path]).settings()
    // Actions are performed at once, unless a test wants to undo them.
    settings.takeBackSeconds = 0
    settings.publicURL = try #require(URL(string: "http://tisch.example.org"))
    change(&settings)
    database = try await Self.prepared(settings)
    settings.database = database?.address
    let clock = NIOLockedValueBox(Self.start)
    let opened = try await openServices(settings, logger: logger)
    let engine = try #require(opened.database as? any DatabaseEngine)
    self.engine = engine
    statements = CountingDatabase(TestDatabase.runsTwice ? RepeatingDatabase(engine) : engine)
    services = Services(
      settings: settings, database: statements, strings: opened.strings, assets: opened.assets,
      secret: opened.secret, logger: opened.logger,
      now: { [correction] in clock.withLockedValue { $0 } + correction.withLockedValue { $0 } },
      uptime: { .seconds(clock.withLockedValue { $0 }.timeIntervalSince(Self.start)) }, random: Self.risingChance())
    self.clock = clock
    host = .sample
    try await services.database.write { try HostStore(connection: $0).insert(.sample, at: Self.start) }
  }

  /// Puts a database at the newest schema where the settings look for one. `DataFolderTests` begin without.
  /// - Returns: the one on a server, if the tests are told of one.
  private static func prepared(_ settings: Settings) async throws -> TestDatabase? {
    let template = try await TestDatabase.template { _ = try await Migrator(try bundledMigrations()).migrate($0) }
    switch template {
    case .server(let name): return try await TestDatabase(copying: name)
    case .file(let bytes):
      try FileManager.default.createDirectory(
        at: settings.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try bytes.write(to: settings.data.appending(path: "stehtisch.sqlite"))
      return nil
    }
  }

  /// Chance for ids that sort in the order in which they were made, even within a millisecond.
  private static func risingChance() -> @Sendable () -> (UInt64, UInt64) {
    let count = NIOLockedValueBox<UInt64>(0)
    return {
      let number = count.withLockedValue { count in
        count += 1
        return count
      }
      return (.random(in: .min ... .max) & ~0x0FFF, number << 32 | .random(in: 0..<1 << 32))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: services.settings.data)
  }

  var now: Date { services.now() }

  func advance(seconds: Double) {
    clock.withLockedValue { $0 += seconds }
  }

  /// Corrects the wall clock, without time passing.
  func stepClock(seconds: Double) {
    correction.withLockedValue { $0 += seconds }
  }

  func advance(days: Double) {
    advance(seconds: days * 86_400)
  }

  /// Runs the test against the routes, without sockets and background work.
  func run(_ test: @Sendable @escaping (Browser) async throws -> Void) async throws {
    try await test(Browser(routes: RoutesClient(services), site: self))
  }

  /// A second host, with nothing yet.
  func addHost(_ email: String) async throws -> Host {
    let host = Host(
      id: services.newID(), email: email, name: "Jonas Wirth", language: .english, zone: "Europe/London", signature: "")
    try await services.database.write { [now] in try HostStore(connection: $0).insert(host, at: now) }
    return host
  }
}

extension TestSite {
  /// A second host of the party, having said yes.
  func addCohost(of party: PartyID) async throws -> Host {
    let host = try await addHost("jonas.wirth@example.net")
    try await services.database.write { [now] connection in
      let store = CohostStore(connection: connection)
      try store.invite(host.id, to: party, at: now)
      _ = try store.accept(party, by: host.id, at: now)
    }
    return host
  }
}

/// A visitor's browser: keeps cookies, and sends forms the way our pages do.
struct Browser: Sendable {
  let routes: RoutesClient
  let site: TestSite
  var language = "de"
  var session: String?

  /// Somebody signed in, by default the site's host.
  func signedIn(as host: Host? = nil) async throws -> Browser {
    let host = host ?? site.host
    let session = site.services.newID(Entity.Session.self)
    let token = site.services.secret.token(.session, session.description)
    try await site.services.database.write { [now = site.now] in
      try SessionStore(connection: $0).insert(session, hash: token.hash, host: host.id, device: "test", at: now)
    }
    var browser = self
    browser.session = token.text
    return browser
  }

  func reading(_ language: String) -> Browser {
    var browser = self
    browser.language = language
    return browser
  }

  func get(_ path: String) async throws -> Page {
    try await send(path, .get, headers: headers, body: nil)
  }

  func get(_ path: Path) async throws -> Page { try await get(path.text) }

  /// Posts a form the way one of our pages does. Fields may repeat.
  func post(_ path: Path, _ fields: [(String, String)] = []) async throws -> Page {
    try await post(path.text, fields)
  }

  func post(_ path: String, _ fields: [(String, String)] = []) async throws -> Page {
    let body = fields.formText
    return try await post(path, type: "application/x-www-form-urlencoded", body: ByteBuffer(string: body))
  }

  func post(_ path: String, type: String, body: ByteBuffer) async throws -> Page {
    var headers = headers
    headers[.contentType] = type
    headers[HTTPField.Name("Sec-Fetch-Site")!] = "same-origin"
    return try await send(path, .post, headers: headers, body: body)
  }

  /// Sends exactly what it is given.
  func send(_ path: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?) async throws -> Page {
    let (head, body) = try await routes.send(path, method, headers: headers, body: body)
    return Page(
      status: Int(head.status.code), headers: head.headerFields, text: String(buffer: body),
      bytes: Array(body.readableBytesView))
  }

  var headers: HTTPFields {
    var headers: HTTPFields = [.acceptLanguage: language]
    if let session { headers[.cookie] = "\(site.services.sessionCookieName)=\(session)" }
    return headers
  }

  /// The response.
  struct Page: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    let bytes: [UInt8]

    var location: String? { headers[.location] }

    func contains(_ text: String) -> Bool { self.text.contains(text) }
  }
}
