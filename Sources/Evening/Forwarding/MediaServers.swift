import House
import Janus
import Logging

/// The media servers of the installation, each with one connection for all parties.
actor MediaServers {
  private let settings: JanusSettings
  private var lines: [JanusAddress: Task<JanusLine, any Error>] = [:]
  /// Didn't answer just now: who hangs takes time to say so, which nobody is to wait for twice.
  private var silent: [JanusAddress: ContinuousClock.Instant] = [:]
  private static let rest = Duration.seconds(5)

  init(_ settings: JanusSettings) {
    self.settings = settings
  }

  /// - Throws: `JanusProblem`.
  func line(to address: JanusAddress) async throws -> JanusLine {
    if let open = lines[address] {
      if let line = try? await open.value, await line.isOpen { return line }
      if lines[address] == open { lines[address] = nil }
    }
    let opening = lines[address] ?? Task { [settings] in try await JanusLine.open(address, secret: settings.secret) }
    lines[address] = opening
    do {
      return try await opening.value
    } catch {
      silent[address] = .now
      throw error
    }
  }

  /// The one with the fewest people in its rooms; nil where none answers.
  func leastLoaded() async -> JanusLine? {
    var found: [(people: Int, line: JanusLine)] = []
    let addresses = settings.urls.compactMap(JanusAddress.init)
    let awake = addresses.filter { silent[$0].map { $0.duration(to: .now) > Self.rest } ?? true }
    for address in awake {
      guard let line = try? await line(to: address), let people = try? await line.people(key: settings.roomKey) else {
        continue
      }
      found.append((people, line))
    }
    return found.min { $0.people < $1.people }?.line
  }
}

extension Services {
  /// Nil where the operator has none.
  var mediaServers: MediaServers? {
    settings.janus.map { settings in fixtures.one { MediaServers(settings) } }
  }
}
