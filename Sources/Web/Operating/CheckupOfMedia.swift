import Core
import Foundation
import House
import Media

extension Checkup {
  var media: [Finding] {
    get async {
      guard let turn = settings.turn else { return [directOnly] }
      var findings: [Finding] = []
      for url in turn.urls { findings.append(await answer(of: url, turn)) }
      return findings
    }
  }

  private var directOnly: Finding {
    .hint(
      "Voices: no TURN server is set (STEHTISCH_TURN_URLS). Guests behind strict firewalls will be heard by nobody; text works."
    )
  }

  /// Asks as a browser would, with its own credentials.
  private func answer(of url: String, _ turn: TurnSettings) async -> Finding {
    if url.hasPrefix("turns:") { return await greeting(of: url) }
    if url.contains("transport=tcp") { return .hint("Voices: \(url) is not looked at; over TCP only turns: is.") }
    let credentials = TurnCredentials(for: "doctor", until: now.addingTimeInterval(600), secret: turn.secret)
    do {
      let probe = try TurnProbe(url)
      try await OwnThread.run { try probe.run(credentials) { (0..<12).map { _ in UInt8.random(in: .min ... .max) } } }
      return .good("Voices: \(url) \(url.hasPrefix("turn") ? "relays for us." : "answers.")")
    } catch {
      return .fault("Voices: \(url): \(error)")
    }
  }

  /// A bad certificate shows nowhere else: browsers stay silent, and guests are not heard.
  private func greeting(of url: String) async -> Finding {
    do {
      let greeting = try TLSGreeting(url)
      guard let end = try await OwnThread.run({ try greeting.run() }) else {
        return .hint("Voices: \(url) speaks TLS, with a certificate whose end can't be read.")
      }
      let day = LocalTime(end, in: .utc).day.text
      if end < now.addingTimeInterval(Self.soon) {
        return .hint("Voices: the certificate of \(url) expires soon, on \(day).")
      }
      return .good("Voices: \(url) speaks TLS, with a certificate that is good until \(day).")
    } catch {
      return .fault("Voices: \(url): \(error)")
    }
  }
}
