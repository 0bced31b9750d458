import Foundation
import Testing

@testable import Acts
@testable import Records
@testable import Web

/// A mailbox that filled up while nobody looked. With `STEHTISCH_INBOX` naming a number of mails, the time and memory they take are printed.
@Suite("A full inbox")
struct InboxVolumeTests {
  private static let most = ProcessInfo.processInfo.environment["STEHTISCH_INBOX"].flatMap(Int.init)

  @Test("Thousands of mails are read within a minute, and memory doesn't grow with them", .enabled(if: most != nil))
  func volume() async throws {
    let most = try #require(Self.most)
    let scene = try await WaveScene(reserves: 2, replies: "tisch@post.example") { $0.seats = 5 }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let guest = try await scene.guest("Anna Berg").guest.id
    let address = try #require(scene.services.replyAddress).address(of: guest)
    for batch in stride(from: 0, to: most, by: 500) {
      let mails = (batch..<min(batch + 500, most)).map { (data: Data(Self.mail($0).utf8), recipients: [address]) }
      _ = try await scene.services.deliver(mails)
    }
    let (start, before) = (ContinuousClock.now, Self.residentKilobytes)
    let count = try await MailIntake(services: scene.services).read()
    let taken = ContinuousClock.now - start
    print("inbox: \(count) mails in \(taken), resident memory \(before) kB before, \(Self.residentKilobytes) kB after")
    #expect(count == most)
    #expect(taken < .seconds(60))
    #expect(Self.residentKilobytes - before < 100 << 10)
  }

  /// Words, an absence note, a bounce and a newsletter take turns.
  private static func mail(_ number: Int) -> String {
    let head = "From: Anna Berg <a.berg\(number)@example.org>\nMessage-ID: <\(number)@gast.example>\n"
    let text = String(
      repeating: "Vielen Dank für Ihre Einladung, ich überlege es mir noch bis zum Wochenende.\n", count: 20)
    let quoted = String(repeating: "> Ich lade Sie herzlich an meinen Tisch ein.\n", count: 30)
    switch number % 4 {
    case 0: return head + "Subject: Re: Einladung\nContent-Type: text/plain; charset=utf-8\n\n" + text + quoted
    case 1: return head + "Subject: Abwesend\nAuto-Submitted: auto-replied\n\nIch bin bis 12. Januar nicht im Büro.\n"
    case 2:
      return "From: MAILER-DAEMON@mx.example\nMessage-ID: <\(number)@mx.example>\nSubject: Undelivered\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n" + text
        + "\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        + "Final-Recipient: rfc822; elsewhere\(number)@example.org\nAction: delayed\nStatus: 4.4.1\n\n--b--\n"
    default: return head + "Subject: Neues\nList-Id: <neues.example>\n\n" + text
    }
  }

  private static var residentKilobytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
