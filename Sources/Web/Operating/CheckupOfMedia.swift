import Core
import Foundation
import House
import Janus
import Media

extension Checkup {
  var media: [Finding] {
    get async {
      var findings: [Finding] = settings.turn == nil ? [directOnly] : []
      if let turn = settings.turn { for url in turn.urls { findings.append(await answer(of: url, turn)) } }
      guard let janus = settings.janus else { return findings }
      for url in janus.urls { findings.append(await greeting(ofMediaServer: url, janus)) }
      return findings
    }
  }

  /// Secret, key and the setting of its rooms are tried, and how many are there now.
  private func greeting(ofMediaServer url: String, _ janus: JanusSettings) async -> Finding {
    do {
      guard let address = JanusAddress(url) else { throw JanusProblem.gone }
      let line = try await JanusLine.open(address, secret: janus.secret)
      defer { Task { await line.close() } }
      let people = try await line.people(key: janus.roomKey)
      return .good("doctor.voices.forwards", ["url": url, "people": "\(people)"])
    } catch {
      return .fault("doctor.voices.fault", ["url": url, "error": "\(error)"])
    }
  }

  private var directOnly: Finding {
    .hint("doctor.voices.direct")
  }

  /// Asks as a browser would, with its own credentials.
  private func answer(of url: String, _ turn: TurnSettings) async -> Finding {
    if url.hasPrefix("turns:") { return await greeting(of: url) }
    if url.contains("transport=tcp") { return .hint("doctor.voices.overTCP", ["url": url]) }
    let credentials = TurnCredentials(for: "doctor", until: now.addingTimeInterval(600), secret: turn.secret)
    do {
      let probe = try TurnProbe(url)
      try await OwnThread.run { try probe.run(credentials) { (0..<12).map { _ in UInt8.random(in: .min ... .max) } } }
      return .good(url.hasPrefix("turn") ? "doctor.voices.relays" : "doctor.voices.answers", ["url": url])
    } catch {
      return .fault("doctor.voices.fault", ["url": url, "error": "\(error)"])
    }
  }

  /// A bad certificate shows nowhere else: browsers stay silent, and guests are not heard.
  private func greeting(of url: String) async -> Finding {
    do {
      let greeting = try TLSGreeting(url)
      guard let end = try await OwnThread.run({ try greeting.run() }) else {
        return .hint("doctor.voices.endless", ["url": url])
      }
      let facts = ["url": url, "day": LocalTime(end, in: .utc).day.text]
      if end < now.addingTimeInterval(Self.soon) {
        return .hint("doctor.voices.soon", facts)
      }
      return .good("doctor.voices.encrypted", facts)
    } catch {
      return .fault("doctor.voices.fault", ["url": url, "error": "\(error)"])
    }
  }
}
