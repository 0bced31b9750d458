/// The keys the program knows, and suggestions for a key it doesn't.
struct SettingKeys {
  let known: Set<String>

  /// Read only if another key is set. Alone they do nothing, but they are not typos.
  private static let conditional = [
    "tls.key", "smtp.port", "smtp.security", "smtp.user", "smtp.password", "smtp.authority", "smtp.greeting",
    "turn.minutes", "turn.secret", "imap.port", "imap.security", "imap.user", "imap.password", "imap.folder",
    "imap.authority", "imap.seconds", "imap.delete", "janus.secret", "janus.room.key", "janus.people",
  ]
  /// Keys of the project's own tests and benchmarks.
  private static let tools: Set = [
    "STEHTISCH_VENV", "STEHTISCH_PROGRAM", "STEHTISCH_CHECKERS", "STEHTISCH_ECHO", "STEHTISCH_TEST_DATABASE",
    "STEHTISCH_TEST_TWICE",
  ]

  /// - Parameter asked: the keys that were read.
  init(asked: Set<String>) {
    known = Set((Array(asked) + Self.conditional).map(SettingsReader.variable))
  }

  /// - Parameter given: the keys in the environment and in the file.
  /// - Throws: `SettingsError` for keys of ours that don't exist, and for those that are a typo away from one of ours; it
  ///   names them all.
  func demandKnown(_ given: Set<String>) throws {
    let problems = given.subtracting(known).subtracting(Self.tools).sorted().compactMap(problem)
    guard problems.isEmpty else { throw SettingsError(description: problems.joined(separator: " ")) }
  }

  private func problem(with key: String) -> String? {
    if let meant = meant(by: key) { return "\(key) is no setting. Did you mean \(meant)?" }
    return key.hasPrefix("STEHTISCH_") ? "\(key) is no setting. docs/operating.md names them all." : nil
  }

  private func meant(by key: String) -> String? {
    let near = known.map { (name: $0, steps: Self.steps(from: key.uppercased(), to: $0)) }
    return near.filter { $0.steps <= 3 }.min { ($0.steps, $0.name) < ($1.steps, $1.name) }?.name
  }

  /// The number of letters to add, drop or exchange (Levenshtein's distance).
  private static func steps(from one: String, to other: String) -> Int {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    var row = Array(0...other.count)
    for (line, byte) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, target) in other.enumerated() {
        let changed = diagonal + (byte == target ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
