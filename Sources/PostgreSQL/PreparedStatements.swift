/// The statements that a server has taken apart already, for one connection.
struct PreparedStatements {
  /// Lists of any length and rows of any number make new texts.
  private static let most = 800

  private var names: [String: String] = [:]

  /// Whether it is worth while: whatever changes the schema or the session is said once.
  static func areKept(_ text: String) -> Bool {
    let word = text.drop(while: \.isWhitespace).prefix { $0.isLetter }.uppercased()
    return ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(word)
  }

  var isFull: Bool { names.count >= Self.most }
  var nextName: String { "s\(names.count)" }

  func name(of text: String) -> String? { names[text] }

  mutating func keep(_ text: String) { names[text] = nextName }
}
