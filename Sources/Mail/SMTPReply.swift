/// What a server answered to one command.
struct SMTPReply {
  let code: Int
  private(set) var text: String
  private(set) var isComplete: Bool

  /// Nil if the line does not begin with three digits.
  init?(_ line: Substring) {
    guard let code = Int(line.prefix(3)), (200...599).contains(code), line.utf8.count <= 4096 else { return nil }
    self.code = code
    text = String(line)
    isComplete = line.dropFirst(3).first != "-"
  }

  /// Whether the server said no: 4xx or 5xx.
  var isRefusal: Bool { code >= 400 }

  mutating func add(_ line: SMTPReply) {
    text += "\n" + line.text
    isComplete = line.isComplete
  }
}
