/// The statements that the server has already prepared on one connection.
struct PreparedStatements {
  /// Lists of any length and any number of rows produce new texts.
  private static let most = 800

  private var names: [String: String] = [:]

  /// True if keeping it is worthwhile: statements that change the schema or the session run only once.
  static func areKept(_ text: String) -> Bool {
    let word = text.drop(while: \.isWhitespace).prefix { $0.isLetter }.uppercased()
    return ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(word)
  }

  var isFull: Bool { names.count >= Self.most }
  var nextName: String { "s\(names.count)" }

  func name(of text: String) -> String? { names[text] }

  mutating func keep(_ text: String) { names[text] = nextName }
}
