import Names

/// The words of `Vocabulary/columns.txt`, as `HeaderWords` folds them.
enum HeaderVocabulary {
  private static let file = WordFile(PackageResources.columns_txt)

  /// Whole headings. If one is listed twice in the file, the first place counts, except that a status beats an ignored
  /// column.
  static let roles: [String: ColumnRole] = {
    var roles: [String: ColumnRole] = [:]
    for section in file.sections {
      guard let role = ColumnRole(rawValue: section.name) else { continue }
      for word in section.words.map(HeaderWords.folded) where roles[word] == nil || role == .status {
        roles[word] = role
      }
    }
    return roles
  }()

  /// Words within longer headings, in order of precedence.
  static let inside: [(role: ColumnRole, phrases: [[String]])] = file.sections.compactMap { section in
    guard section.name.hasSuffix(" inside"), let role = ColumnRole(rawValue: String(section.name.dropLast(7))) else {
      return nil
    }
    return (role, section.words.map { HeaderWords.tokens(of: $0) })
  }

  static let personal = folded("person")
  static let others = file["somebody else"].map { HeaderWords.tokens(of: $0) }
  static let ignoredEnds = file["ignore end"].map(HeaderWords.folded)
  static let statusEnds = file["status end"].map(HeaderWords.folded)
  static let talkTable = folded("talk table")
  static let events = folded("event")
  static let jobs = folded("job")
  static let familyParts = folded("family part")
  static let nicknames = folded("nickname")
  static let takesPart = file["takes part"].map { HeaderWords.tokens(of: $0) }

  private static func folded(_ section: String) -> Set<String> { Set(file[section].map(HeaderWords.folded)) }
}
