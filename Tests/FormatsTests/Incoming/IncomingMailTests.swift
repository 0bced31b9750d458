import Foundation
import Testing

@testable import Formats

/// The mails of `Mails`, invented in the manner of real programs, each with its expected kind.
@Suite("Mail that comes in answer")
struct IncomingMailTests {
  private static let folder = Bundle.module.bundleURL.appending(path: "Mails")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    .filter { $0.hasSuffix(".eml") }.map { String($0.dropLast(4)) }

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name + ".eml"))
  }

  @Test("There are mails to try")
  func some() {
    #expect(Self.names.count >= 60)
  }

  @Test("Bounces, automatic replies, calendar answers and words are told apart, and read right", arguments: names)
  func mail(_ name: String) throws {
    let mail = try #require(IncomingMail(try Self.data(name)))
    let right = try String(contentsOf: Self.folder.appending(path: name + ".is"), encoding: .utf8).tidied
    #expect(right == told(mail, mentions: right.contains("letter-1@")))
  }

  @Test("The address at which a mail arrived is found with its token")
  func recipient() throws {
    for name in Self.names {
      #expect(try #require(IncomingMail(try Self.data(name))).recipients == ["tisch+abcd2345@post.example"])
    }
  }

  @Test("The addresses that servers state count too, and each is listed once")
  func recipients() throws {
    let mail =
      "Delivered-To: Tisch+A@post.example\nTo: Marie <m@gast.example>, tisch+a@post.example\nFrom: a@b.example\n\nJa"
    #expect(
      try #require(IncomingMail(Data(mail.utf8))).recipients == ["Tisch+A@post.example", "m@gast.example"])
  }

  @Test("The answers of two mails to one revision are ordered by their stamps")
  func stamp() throws {
    let mail = try #require(IncomingMail(try Self.data("calendar-accepted")))
    guard case .calendar(let reply) = mail.content else {
      Issue.record("no calendar")
      return
    }
    #expect(reply.stamp == Date(timeIntervalSince1970: 1_796_112_720) && reply.attendeeName == "Adler, Anna")
  }

  @Test("Of several people in one bounce, each has their own reason, and none is left out")
  func severalReasons() throws {
    let mail = """
      From: mailer-daemon@mx.example
      To: tisch+a@post.example
      Subject: Mail failure
      X-Failed-Recipients: bo@gast.example, anna@gast.example

      This message was created automatically by mail delivery software.
      The following address(es) failed:

        bo@gast.example
          host mx.example: 550 5.2.2 <bo@gast.example>... Mailbox Full
        anna@gast.example
          host mx.example: 550 5.2.1 <anna@gast.example>... User Unknown
      """
    guard case .bounce(let bounce) = try #require(IncomingMail(Data(mail.utf8))).content else {
      Issue.record("no bounce")
      return
    }
    #expect(bounce.failures.map(\.address) == ["bo@gast.example", "anna@gast.example"])
    #expect(bounce.failures.map(\.outcome) == [.givenUp, .permanent])
    let further = """
      From: mailer-daemon@mx.example
      Subject: Delivery failure

      Unable to deliver message to the following address(es).

      <bo@gast.example>:
      This account has been disabled.

      <anna@gast.example>:
      This account has been disabled.
      """
    guard case .bounce(let told) = try #require(IncomingMail(Data(further.utf8))).content else {
      Issue.record("no bounce")
      return
    }
    #expect(told.failures.map(\.address) == ["bo@gast.example", "anna@gast.example"])
  }

  @Test("Of addresses in a list, each with a colon and its reason behind it, none is left out")
  func list() throws {
    let mail = IncomingMail(try Self.data("plain-list-of-recipients"))
    guard case .bounce(let bounce) = try #require(mail).content else {
      Issue.record("no bounce")
      return
    }
    #expect(bounce.failures.map(\.address) == ["anna@gast.example", "bo@gast.example"])
  }

  @Test("A server that passes the letter's header on doesn't hide whose mail failed")
  func passedOn() throws {
    let mail = """
      X-Original-To: anna@gast.example
      Subject: Non-Delivery: Ein Abend
      From: admin@gast.example
      To: tisch+a@post.example

      --- Non-Delivery Report ---
      The email below could not be delivered to the following user:

      "anna@gast.example" <anna@gast.example>
      """
    guard case .bounce(let bounce) = try #require(IncomingMail(Data(mail.utf8))).content else {
      Issue.record("no bounce")
      return
    }
    #expect(bounce.failures.map(\.address) == ["anna@gast.example"])
  }

  @Test("Bytes that are no mail give none")
  func none() {
    #expect(IncomingMail(Data()) == nil)
    #expect(IncomingMail(Data("\n\n".utf8)) == nil)
    #expect(IncomingMail(Data(repeating: 0, count: 5000)) == nil)
  }

  private func told(_ mail: IncomingMail, mentions: Bool) -> String {
    switch mail.content {
    case .bounce(let bounce):
      let failure = bounce.failures[0]
      return "bounce \(bounce.outcome.rawValue) \(failure.address)"
        + (failure.forwarded.isEmpty ? "" : " > \(failure.forwarded)")
        + (mentions ? " " + mail.mentioned.joined(separator: " ") : "")
    case .automatic(let reply):
      return [reply.kind.rawValue, reply.until?.description].compactMap { $0 }.joined(separator: " ")
    case .calendar(let reply):
      return "\(said(reply.says)) \(reply.uid) \(reply.sequence) \(reply.attendee)"
        + (reply.sentBy.isEmpty ? "" : " by \(reply.sentBy)")
    case .words: return "words " + mail.text.said.replacing("\n\n", with: "\n").replacing("\n", with: "|")
    }
  }

  private func said(_ says: CalendarReply.Says) -> String {
    switch says {
    case .accepted: "accepted"
    case .tentative: "tentative"
    case .declined: "declined"
    case .nothing: "nothing"
    case .counter(let moment): "counter \(moment?.written ?? "")"
    case .delegated(let address): "delegated \(address)"
    }
  }
}
