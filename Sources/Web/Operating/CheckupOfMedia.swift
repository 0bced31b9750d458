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

  /// Asks as a browser would, with credentials of its own.
  private func answer(of url: String, _ turn: TurnSettings) async -> Finding {
    if url.hasPrefix("turns:") || url.contains("transport=tcp") {
      return .hint("Voices: \(url) is not looked at, only UDP is.")
    }
    let credentials = TurnCredentials(for: "doctor", until: now.addingTimeInterval(600), secret: turn.secret)
    do {
      let probe = try TurnProbe(url)
      try await OwnThread.run { try probe.run(credentials) { (0..<12).map { _ in UInt8.random(in: .min ... .max) } } }
      return .good("Voices: \(url) \(url.hasPrefix("turn") ? "relays for us." : "answers.")")
    } catch {
      return .fault("Voices: \(url): \(error)")
    }
  }
}
