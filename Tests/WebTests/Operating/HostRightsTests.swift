import Core
import Database
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

@Suite("Hosts and limits")
struct HostRightsTests {
  private func operators(_ site: TestSite) async throws {
    try await site.services.database.write { try HostRightStore(connection: $0).set(true, site.host.id) }
  }

  private func refusal(_ work: () async throws -> Void) async -> String {
    do {
      try await work()
      return ""
    } catch AppError.conflict(let message) { return message.key } catch { return "\(error)" }
  }

  @Test("A host who is locked out is signed out at once, and no link admits them until they are readmitted")
  func disabled() async throws {
    let site = try await TestSite()
    let (_, _, link) = try await site.services.addHost(email: site.host.email, name: "", language: .german)
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get("/parties").status == 200)
      try await site.services.disableHost(site.host.email)
      #expect(try await host.get("/parties").location == Path.signIn.text)
      let path = String(link.dropFirst(site.services.settings.publicURL.absoluteString.count))
      #expect(try await browser.post(path).status == 410)
      _ = try await browser.post(.signIn, [("email", site.host.email)])
      let mails = try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM outbox") }
      #expect(mails == 0)
      let again = try await site.services.addHost(email: site.host.email, name: "", language: .german)
      #expect(!again.isNew)
      let way = String(again.link.dropFirst(site.services.settings.publicURL.absoluteString.count))
      #expect(try await browser.post(way).status == 303)
    }
  }

  @Test("No invitation of a locked-out host leaves")
  func noInvitations() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.services.disableHost(scene.site.host.email)
    let transport = FakeTransport()
    try await OutboxDrain(services: scene.services, transport: transport, accepted: .sent).run()
    #expect(await transport.accepted.isEmpty)
    let problems = Set(try await scene.mails().compactMap(\.problem?.key))
    #expect(problems == ["outbox.problem.hostDisabled"])
  }

  @Test("The last operator can't be locked out or removed, or stop being one")
  func lastOperator() async throws {
    let site = try await TestSite()
    try await operators(site)
    let services = site.services
    #expect(await refusal { try await services.disableHost(site.host.email) } == "operation.refused.lastOperator")
    #expect(await refusal { try await services.removeHost(site.host.email) } == "operation.refused.lastOperator")
    let other = try await site.addHost("jonas.wirth@example.net")
    try await services.database.write { try HostRightStore(connection: $0).set(true, other.id) }
    #expect(await refusal { try await services.disableHost(site.host.email) }.isEmpty)
    // A host who is locked out looks after nothing.
    #expect(await refusal { try await services.disableHost(other.email) } == "operation.refused.lastOperator")
  }

  @Test("The first host of an installation looks after it, the next ones don't")
  func first() async throws {
    let folder = try OperatingFolder()
    let services = try await folder.filled()
    for email in ["anna@example.org", "bruno@example.org"] {
      _ = try await services.addHost(email: email, name: "", language: .german)
    }
    #expect(try await services.hosts().map(\.host.isOperator) == [true, false])
  }

  @Test("Hosts beyond the operator's limit are refused; locked-out ones don't count")
  func hostQuota() async throws {
    let site = try await TestSite { $0.quotas.hosts = 2 }
    let services = site.services
    let add = { (email: String) in _ = try await services.addHost(email: email, name: "", language: .german) }
    #expect(await refusal { try await add("bruno@example.org") }.isEmpty)
    #expect(await refusal { try await add("clara@example.org") } == "operation.refused.hosts")
    try await services.disableHost("bruno@example.org")
    #expect(await refusal { try await add("clara@example.org") }.isEmpty)
    #expect(await refusal { try await add("bruno@example.org") } == "operation.refused.hosts")
  }

  @Test(
    "More parties than the operator allows are refused beside the name, which stays; a month later there is room again")
  func partyQuota() async throws {
    let site = try await TestSite { $0.quotas.parties = 1 }
    _ = try await Bookshelf(site: site).addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let fields = [
        ("title", "Zweite Runde"), ("form", "sie"), ("seats", "6"), ("minutes", "60"), ("zone", "Europe/Berlin"),
      ]
      let refused = try await host.post(.parties, fields)
      #expect(refused.status == 422 && refused.contains("höchstens 1 Partys") && refused.contains("Zweite Runde"))
      site.advance(days: 31)
      let later = try await browser.signedIn()
      let taken = try await later.post(.parties, fields)
      #expect(taken.status == 303)
    }
  }

  @Test("Mails over an operator's quota wait for their day")
  func mailQuota() async throws {
    let scene = try await WaveScene()
    #expect(MailBudget.verdict(.init(host: 4), perHost: 5) == .now)
    #expect(MailBudget.verdict(.init(host: 11), perHost: 5) == .later(days: 2))
    #expect(scene.services.settings.quotas.mails == MailBudget.perHost)
  }

  @Test(
    "A host for whose parties guests wait is not removed; afterwards they go with all that was theirs, and others stay")
  func removed() async throws {
    let scene = try await WaveScene()
    let other = try await scene.site.addHost("jonas.wirth@example.net")
    _ = try await Bookshelf(site: scene.site).add([.init(name: "Ole Brandt")], to: other)
    try await scene.sendNext()
    #expect(
      await refusal { try await scene.services.removeHost(scene.site.host.email) } == "operation.refused.underWay")
    try await scene.services.database.write { try $0.execute("UPDATE party SET state = 'closed'") }
    try await scene.services.removeHost(scene.site.host.email)
    let left = try await scene.services.database.read { connection in
      try ["host", "person", "party", "guest", "outbox", "occasion"].map {
        try connection.count(SQL(stringLiteral: "SELECT count(*) AS n FROM \($0)"))
      }
    }
    #expect(left == [1, 1, 0, 0, 0, 1])
    // A server's database has its files elsewhere.
    let file = try? Data(contentsOf: scene.services.settings.data.appending(path: "stehtisch.sqlite"))
    #expect(file?.range(of: Data("Anna Berg".utf8)) == nil)
  }

  @Test("Everything of one host becomes another's; a shared contact becomes one person, and links keep working")
  func transferred() async throws {
    let scene = try await WaveScene(people: [
      .init(name: "Anna Berg", email: "anna.berg@example.org"), .init(name: "Bruno Kern", email: "bruno@example.org"),
    ])
    let other = try await scene.site.addHost("jonas.wirth@example.net")
    _ = try await Bookshelf(site: scene.site).add(
      [.init(name: "Dr. Anna Berg", email: "anna.berg@example.org"), .init(name: "Ole Brandt")], to: other)
    let guests = try await scene.guests().map(\.guest.id)
    try await scene.services.transferHost(from: scene.site.host.email, to: other.email)
    let overviews = try await scene.services.hosts()
    #expect(overviews.map(\.people).sorted() == [0, 3] && overviews.map(\.parties).sorted() == [0, 1])
    let names = Set(try await scene.guests().map(\.name))
    #expect(names == ["Dr. Anna Berg", "Bruno Kern"])
    #expect(try await scene.guests().map(\.guest.id) == guests)
    #expect(
      await refusal { try await scene.services.transferHost(from: other.email, to: other.email) }
        == "operation.refused.same")
  }

  @Test("Nothing changes hands while people are at a party")
  func openParty() async throws {
    let scene = try await WaveScene()
    let other = try await scene.site.addHost("jonas.wirth@example.net")
    try await scene.services.database.write { try $0.execute("UPDATE party SET state = 'open'") }
    #expect(
      await refusal { try await scene.services.transferHost(from: scene.site.host.email, to: other.email) }
        == "operation.refused.open")
  }
}
