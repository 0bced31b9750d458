/// One column's name, understood as far as possible without the cells.
struct Heading {
  /// The certainty with which a name has its role.
  enum Certainty: Int, Comparable {
    case none
    /// A known word is part of the name.
    case part
    /// The name is known apart from the words that say whose it is, or by the end of a German word.
    case qualified
    /// The whole name is known.
    case whole

    static func < (one: Certainty, other: Certainty) -> Bool { one.rawValue < other.rawValue }
  }

  private(set) var role: ColumnRole?
  private(set) var certainty = Certainty.none
  /// True if it says that it belongs to the person in the row: `Attendee email`.
  private(set) var isPersonal = false
  /// True if it says that it belongs to somebody else: the person who ordered, paid or submitted.
  private(set) var isOthers = false
  /// True if it says that it belongs to whoever takes part: `Invitee Email`, beside which `User Email` is somebody else's.
  private(set) var takesPart = false

  /// Longer texts are no headings, though a form's question may be long.
  private static let longest = 200

  init(_ header: String) {
    guard header.utf8.count <= Self.longest else { return }
    let tokens = HeaderWords.tokens(of: header)
    isPersonal = tokens.contains { HeaderVocabulary.personal.contains($0) }
    takesPart = HeaderVocabulary.takesPart.contains { Self.holds(tokens, $0) }
    isOthers = HeaderVocabulary.others.contains { Self.holds(tokens, $0) }
    settle(header, tokens)
    if isOthers, role != .email, role != .status, role != nil { (role, certainty) = (.ignore, .qualified) }
  }

  private mutating func settle(_ header: String, _ tokens: [String]) {
    if let known = HeaderWords.role(of: header) {
      (role, certainty) = (known, .whole)
    } else if let behind = Self.behindColon(header), let known = HeaderWords.role(of: behind) {
      (role, certainty) = (known, .qualified)
    } else if let known = Self.withoutQualifiers(tokens) {
      (role, certainty) = (known, .qualified)
    } else if let known = Self.byEnd(tokens) {
      (role, certainty) = (known, .qualified)
    } else if let known = Self.byPart(tokens) {
      (role, certainty) = (known, .part)
    }
  }

  /// True for a title of somebody or something, also behind a colon: `profile: title`.
  static func isTitle(_ header: String) -> Bool {
    HeaderWords.isTitle(header) || behindColon(header).map(HeaderWords.isTitle) ?? false
  }

  /// True if it asks for a job, where `Referent` and `Student` are jobs and no part in the event.
  static func asksForJob(_ header: String) -> Bool {
    HeaderVocabulary.jobs.contains(HeaderWords.folded(behindColon(header) ?? header))
  }

  /// `Attendee name: Given name`.
  private static func behindColon(_ header: String) -> String? {
    guard let colon = header.lastIndex(of: ":") else { return nil }
    let behind = String(header[header.index(after: colon)...])
    return behind.tidied.isEmpty ? nil : behind
  }

  /// `E-Mail Teilnehmer*in` is a person's `E-Mail`.
  private static func withoutQualifiers(_ tokens: [String]) -> ColumnRole? {
    let rest = tokens.filter { !HeaderVocabulary.personal.contains($0) && !endings.contains($0) }
    guard !rest.isEmpty, rest.count < tokens.count else { return nil }
    return HeaderVocabulary.roles[rest.joined(separator: " ")]
  }

  /// The remainders of `Teilnehmer*innen` and `Referent(en)`.
  private static let endings: Set<String> = [
    "in", "innen", "n", "r", "s", "e", "en", "nen", "of", "the", "des", "der", "du", "de", "la", "le", "l", "del", "d",
    "di",
    "da", "do", "van",
  ]

  private static func byEnd(_ tokens: [String]) -> ColumnRole? {
    for token in tokens where token.count > 6 {
      if HeaderVocabulary.statusEnds.contains(where: { token.hasSuffix($0) && token != $0 }) { return .status }
      if HeaderVocabulary.ignoredEnds.contains(where: { token.hasSuffix($0) && token != $0 }) { return .ignore }
    }
    return nil
  }

  private static func byPart(_ tokens: [String]) -> ColumnRole? {
    HeaderVocabulary.inside.first { role, phrases in
      let isLoose = role == .topics || role == .organisation || role == .talkTitle || role == .email
      return phrases.contains { phrase in
        holds(tokens, phrase) || phrase.count == 1 && isLoose && tokens.contains { compound($0, holds: phrase[0]) }
      }
    }?.role
  }

  /// German writes `Forschungsthemen` and `Firmenanschrift` in one word; the beginning or the end of such a word
  /// counts.
  private static func compound(_ token: String, holds word: String) -> Bool {
    word.count >= 5 && token.count > word.count && (token.hasSuffix(word) || word.count >= 6 && token.hasPrefix(word))
  }

  private static func holds(_ tokens: [String], _ phrase: [String]) -> Bool {
    guard let first = phrase.first, tokens.count >= phrase.count else { return false }
    return tokens.indices.dropLast(phrase.count - 1).contains { start in
      tokens[start] == first && tokens[start...].starts(with: phrase)
    }
  }
}
