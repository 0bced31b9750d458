import Core
import Foundation
import HTTPTypes
import Testing

@testable import API
@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("The API for hosts' programs")
struct APITests {
  @Test("A program adds somebody, changes them, finds them and erases them, and the pages show the same")
  func people() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let program = try await APIProgram(browser)
      let made = try await program.send(
        .post, "people", #"{"name":"Anna Berg","email":"anna@example.org","topics":["Coaching"]}"#)
      #expect(made.status == 201)
      let id = try #require(made.json["id"] as? String)
      let changed = try await program.send(
        .put, "people/\(id)", #"{"name":"Dr. Anna Berg","email":"anna@example.org"}"#)
      #expect(changed.status == 200 && (changed.json["topics"] as? [String])?.isEmpty == true)
      let found = try await program.send(.get, "people?q=berg")
      #expect(found.json["total"] as? Int == 1)
      #expect(try await browser.signedIn().get(.people).contains("Dr. Anna Berg"))
      #expect(try await program.send(.post, "people", #"{"email":"ANNA@example.org"}"#).status == 422)
      #expect(try await program.send(.delete, "people/\(id)").status == 204)
      #expect(try await program.send(.get, "people/\(id)").status == 404)
      #expect(try await program.send(.delete, "people/\(id)").status == 404)
    }
  }

  @Test("A program plans a party, chooses guests and records an answer; the guest's own newer word stands")
  func party() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3)))
    try await scene.sendNext()
    let known = try await scene.guest("Anna Berg")
    try await scene.site.run { browser in
      let program = try await APIProgram(browser)
      let draft = try await program.send(.post, "parties", #"{"title":"Neue Runde","seats":6,"minutes":45}"#)
      #expect(draft.status == 201 && draft.json["state"] as? String == "draft")
      let new = try #require(draft.json["id"] as? String)
      let person = known.guest.person
      let added = try await program.send(.post, "parties/\(new)/guests", #"{"person":"\#(person)"}"#)
      #expect(added.status == 201 && added.json["name"] as? String == "Anna Berg")
      let guest = try #require(added.json["id"] as? String)
      #expect(try await program.send(.delete, "parties/\(new)/guests/\(guest)").status == 204)

      let place = "parties/\(scene.party)/guests/\(known.guest.id)"
      let answered = try await program.send(.put, place + "/answer", #"{"answer":"yes","word":"Gern"}"#)
      #expect(answered.status == 200 && answered.json["answeredBy"] as? String == "host")
      let token = scene.services.personalToken(known.guest.id, number: known.guest.linkNumber)
      scene.site.advance(seconds: 60)
      _ = try await browser.post(.reply(token), [("answer", "no")])
      #expect(try await program.send(.put, place + "/answer", #"{"answer":"yes"}"#).status == 409)
      #expect(try await program.send(.get, place).json["answer"] as? String == "no")
      #expect(try await program.send(.delete, place).status == 409)
    }
  }

  @Test("A zone is stored by its current name, whoever gives the old one")
  func oldZone() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let program = try await APIProgram(browser)
      let made = try await program.send(.post, "parties", "{\"title\":\"T\",\"zone\":\"Europe/Kiev\"}")
      #expect(made.status == 201 && made.json["zone"] as? String == "Europe/Kyiv")
      let host = try await browser.signedIn()
      let fields = [
        ("name", "Miriam Sander"), ("email", site.host.email), ("language", "de"), ("zone", "Asia/Calcutta"),
      ]
      #expect(try await host.post(.settings, fields).status == 303)
      #expect(try await program.send(.get, "me").json["zone"] as? String == "Asia/Kolkata")
    }
  }

  @Test("A program confirms the fixed date of a party, as the page does")
  func date() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      let program = try await APIProgram(browser)
      let date = try await program.send(.get, "parties/\(table.party)/date")
      #expect(date.status == 200 && date.json["kind"] != nil)
      let wrong = try await program.send(.put, "parties/\(table.party)/date", #"{"slot":"x","day":"2026-12-01"}"#)
      #expect(wrong.status == 422)
      #expect((wrong.json["fields"] as? [String: String])?["day"]?.isEmpty == false)
    }
  }

  @Test(
    "A token does what it allows and nothing else; one that was ended, and that of a host who is kept out, do nothing")
  func scopes() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let reader = try await APIProgram(browser, [.readPeople])
      #expect(try await reader.send(.get, "people").status == 200)
      let refused = try await reader.send(.post, "people", #"{"name":"Anna"}"#)
      #expect(refused.status == 403 && refused.json["error"] as? String == "scopeMissing")
      #expect(try await reader.send(.get, "parties").status == 403)
      let token = try #require(
        try await site.services.database.read { try APITokenStore(connection: $0).tokens(of: site.host.id) }.first)
      #expect(token.usedAt != nil)
      #expect(try await browser.signedIn().post(.programEnd(token.id)).status == 303)
      #expect(try await reader.send(.get, "people").status == 401)

      let other = try await APIProgram(browser)
      #expect(try await other.send(.get, "me").json["email"] as? String == site.host.email)
      try await site.services.disableHost(site.host.email)
      #expect(try await other.send(.get, "me").status == 401)
    }
  }

  @Test("Nothing of another host's can be read or changed, and cookies open nothing here")
  func otherHosts() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    let stranger = try await scene.site.addHost("jonas.wirth@example.net")
    let guest = try await scene.guest("Anna Berg").guest
    try await scene.site.run { browser in
      let program = try await APIProgram(browser, as: stranger)
      let place = "parties/\(scene.party)"
      let asked: [(HTTPRequest.Method, String, String?)] = [
        (.get, "people/\(guest.person)", nil), (.put, "people/\(guest.person)", #"{"name":"X"}"#),
        (.delete, "people/\(guest.person)", nil), (.get, place, nil), (.get, place + "/date", nil),
        (.put, place + "/date", "{}"), (.get, place + "/guests", nil),
        (.post, place + "/guests", #"{"person":"\#(guest.person)"}"#), (.get, place + "/guests/\(guest.id)", nil),
        (.delete, place + "/guests/\(guest.id)", nil),
        (.put, place + "/guests/\(guest.id)/answer", #"{"answer":"no"}"#),
      ]
      for (method, path, body) in asked {
        #expect(try await program.send(method, path, body).status == 404, "\(method) \(path)")
      }
      let cookie = try await browser.signedIn().get("/api/v1/people")
      #expect(cookie.status == 401 && cookie.headers[.wwwAuthenticate] == "Bearer")
    }
  }

  @Test("Made-up keys count for the network they come from, and shut nobody's program out")
  func madeUp() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let program = try await APIProgram(browser)
      var statuses: [Int] = []
      for number in 0..<320 {
        let token = site.services.secret.token(.api, "made up \(number)")
        let page = try await browser.send(
          "/api/v1/me", .get, headers: [.authorization: "Bearer stehtisch_\(token.text)"], body: nil)
        statuses.append(page.status)
      }
      #expect(statuses.prefix(300).allSatisfy { $0 == 401 } && statuses.suffix(20).allSatisfy { $0 == 429 })
      #expect(try await program.send(.get, "me").status == 200)
    }
  }

  /// Decoding the first of them would take longer than the limit; no fewer seconds count, on a machine that does other things as well.
  @Test("A megabyte that nests deep, or has more values than anything here, is refused", .timeLimit(.minutes(5)))
  func deep() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let program = try await APIProgram(browser)
      let many = String(repeating: "\"\",", count: 300_000) + "0"
      let bodies = [
        String(repeating: "[", count: 500) + many + String(repeating: "]", count: 500), "[\(many)]",
        String(repeating: "[", count: 500_000), String(repeating: "{\"a\":", count: 100_000),
      ]
      for body in bodies {
        #expect(try await program.send(.post, "people", "{\"topics\":\(body)}").status == 400)
      }
    }
  }

  @Test(
    "The extremes of numbers, and texts with marks, get an answer below 500 in any field",
    arguments: [
      "9223372036854775807", "-9223372036854775808", "1e308", "1e400", "0.5", "-0", "\"\\u0000\"", "\"\\u202Ea\"",
      "\"\\ud800\"", "null", "true", "[]", "{}", "[\"\\u0000\"]", "\"275760-09-13\"", "\"9999-12-31\"", "\"23:59:60\"",
    ])
  func extremes(value: String) async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    let (party, guest, person) = (places.ids["party"] ?? "", places.ids["guest"] ?? "", places.ids["person"] ?? "")
    let requests: [(HTTPRequest.Method, String, [String])] = [
      (.post, "people", ["name", "email", "organisation", "role", "country", "topics"]),
      (.put, "people/\(person)", ["name", "email", "organisation", "role", "country", "topics"]),
      (.post, "parties", ["title", "form", "seats", "minutes", "zone"]),
      (.put, "parties/\(party)/date", ["slot", "date", "time"]),
      (.post, "parties/\(party)/guests", ["person", "standing"]),
      (.put, "parties/\(party)/guests/\(guest)/answer", ["answer", "word"]), (.post, "webhooks", ["url"]),
    ]
    try await site.run { browser in
      let program = try await APIProgram(browser)
      for (method, path, names) in requests {
        for name in names {
          let others = ["date": "2026-12-20", "time": "19:00", "name": "Anna", "title": "T", "answer": "yes"]
          let fields = names.filter { $0 != name }.compactMap { other in others[other].map { "\"\(other)\":\"\($0)\"," }
          }
          let answer = try await program.send(method, path, "{\(fields.joined())\"\(name)\":\(value)}")
          #expect(answer.status < 500, "\(path) \(name)=\(value)")
        }
      }
      #expect(try await program.send(.get, "people?page=\(value.filter { $0 != "\"" && $0 != "\\" })").status < 500)
    }
  }

  @Test("A body that is no JSON object, an unknown field, and one of the wrong type are reported by name")
  func malformed() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let program = try await APIProgram(browser)
      for body in ["", "[]", "{", "null"] { #expect(try await program.send(.post, "people", body).status == 400) }
      #expect(try await program.send(.post, "people", "name=Anna", type: "text/plain").status == 400)
      let bodies = [
        (#"{"name":7}"#, "name"), (#"{"nmae":"Anna"}"#, "nmae"), (#"{"name":"Anna","topics":"x"}"#, "topics"),
        (#"{"name":"Anna","email":"no address"}"#, "email"), ("{}", "name"),
      ]
      for (body, field) in bodies {
        let answer = try await program.send(.post, "people", body)
        #expect(answer.status == 422 && (answer.json["fields"] as? [String: String])?[field] != nil, "\(body)")
      }
      for body in [#"{"title":"X","seats":true}"#, #"{"title":"X","seats":1e400}"#, #"{"title":"X","minutes":2.5}"#] {
        #expect([400, 422].contains(try await program.send(.post, "parties", body).status), "\(body)")
      }
      #expect(try await program.send(.get, "people?page=0").status == 422)
      let other = try await program.send(.patch, "people")
      #expect(other.status == 405)
    }
  }
}
