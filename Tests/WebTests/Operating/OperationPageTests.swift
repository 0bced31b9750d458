import Core
import Foundation
import Mail
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

@Suite("The operators' page")
struct OperationPageTests {
  private func site(_ change: (inout Settings) -> Void = { _ in }) async throws -> TestSite {
    let site = try await TestSite(change)
    try await site.services.database.write { try HostRightStore(connection: $0).set(true, site.host.id) }
    return site
  }

  @Test("For hosts without that right the page does not exist, and none of its actions work")
  func others() async throws {
    let site = try await site()
    let stranger = try await site.addHost("jonas.wirth@example.net")
    try await site.run { browser in
      let browser = try await browser.signedIn(as: stranger)
      for path in [Path.operation, .operationCheckup] { #expect(try await browser.get(path).status == 404) }
      let forms: [(Path, [(String, String)])] = [
        (.operationHosts, [("email", "new@example.org")]), (.operationHost(site.host.id), [("change", "disable")]),
        (.operationHost(stranger.id), [("change", "promote")]), (.operationMail, [("older", "send")]),
      ]
      for (path, fields) in forms { #expect(try await browser.post(path, fields).status == 404) }
      let settings = try await browser.get(.settings)
      #expect(!settings.contains(Path.operation.text))
      #expect(try await site.services.hosts().map(\.host.isOperator) == [true, false])
    }
  }

  @Test("An operator sees how much each host has, and nothing of its content, in six statements")
  func overview() async throws {
    let site = try await site()
    let other = try await site.addHost("jonas.wirth@example.net")
    _ = try await Bookshelf(site: site).add(Bookshelf.coaches, to: other)
    _ = try await Bookshelf(site: site).addParty(of: other)
    try await site.run { browser in
      let browser = try await browser.signedIn()
      _ = site.statements.taken()
      let page = try await browser.get(.operation)
      #expect(site.statements.taken().count <= 6)
      #expect(page.status == 200 && page.contains("jonas.wirth@example.net") && page.contains("Jonas Wirth"))
      #expect(page.text.contains(/>7<\/td>/))
      for secret in ["Anna Berg", "Coaching am Abend", "Nordkongress"] { #expect(!page.contains(secret)) }
      #expect(try await browser.get(.settings).contains(Path.operation.text))
    }
  }

  @Test(
    "An operator lets somebody in by a link in their mail, keeps them out, lets them in again, and makes them an operator"
  )
  func changes() async throws {
    let site = try await site { $0.smtp = SMTPSettings(host: "mail.example.net") }
    try await site.run { browser in
      let browser = try await browser.signedIn()
      let wrong = try await browser.post(.operationHosts, [("email", "no address"), ("name", "Ole Brandt")])
      #expect(wrong.status == 422 && wrong.contains("no address") && wrong.contains("Ole Brandt"))
      let fields = [("email", "ole@example.org"), ("name", "Ole Brandt"), ("language", "en")]
      #expect(try await browser.post(.operationHosts, fields).status == 303)
      let mails = try await site.services.database.read {
        try $0.count("SELECT count(*) AS n FROM outbox WHERE recipient = 'ole@example.org' AND kind = 'signIn'")
      }
      #expect(mails == 1)
      let ole = try #require(try await site.services.hosts().last?.host)
      let standing = { (change: String) async throws -> [Bool] in
        #expect(try await browser.post(.operationHost(ole.id), [("change", change)]).status == 303)
        let host = try await site.services.hosts().last?.host
        return [host?.isDisabled ?? true, host?.isOperator ?? false]
      }
      #expect(try await standing("disable") == [true, false])
      #expect(try await standing("readmit") == [false, false])
      #expect(try await standing("promote") == [false, true])
      #expect(try await standing("demote") == [false, false])
      #expect(try await browser.post(.operationHost(site.host.id), [("change", "demote")]).status == 409)
      #expect(try await browser.post(.operationHost(ole.id), [("change", "wipe")]).status == 400)
    }
  }

  @Test("The page shows the doctor's findings")
  func checkup() async throws {
    let site = try await site()
    try await site.run { browser in
      let page = try await browser.signedIn().get(.operationCheckup)
      #expect(page.status == 200 && page.contains("Datenbank: lässt sich öffnen, Schema") && page.contains("Zeitzonen"))
    }
  }
}
