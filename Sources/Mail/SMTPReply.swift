/// A server's answer to one command.
struct SMTPReply {
  let code: Int
  private(set) var text: String
  private(set) var isComplete: Bool

  /// In bytes; RFC 5321 §4.5.3.1.5 allows 512.
  static let longestLine = 4096

  /// Nil if the line does not begin with three digits.
  init?(_ line: Substring) {
    guard let code = Int(line.prefix(3)), (200...599).contains(code), line.utf8.count <= Self.longestLine else {
      return nil
    }
    self.code = code
    text = String(line)
    isComplete = line.dropFirst(3).first != "-"
  }

  /// True if the server refused: 4xx or 5xx.
  var isRefusal: Bool { code >= 400 }

  /// True if the server wants a login, or a different one (RFC 4954 §6).
  var wantsLogin: Bool { [530, 534, 535, 538].contains(code) }

  mutating func add(_ line: SMTPReply) {
    text += "\n" + line.text
    isComplete = line.isComplete
  }

  /// A refusal as a failure at this step. A refused sender will be refused with every mail, unless the mail was too big
  /// (552) or its parameters violated a policy (555).
  func failure(at step: SMTPStep) -> MailFailure {
    let kind: MailFailure.Kind
    switch code {
    case ..<500: kind = .temporary
    case _ where wantsLogin: kind = .authentication
    case 552, 555: kind = .permanent
    default: kind = step == .sender ? .sender : .permanent
    }
    return MailFailure(kind, code: code, reply: text, step: step)
  }
}
