/// The reason why a server has given up on a mail, read from its codes and words.
struct FailureReason {
  let outcome: Bounce.Outcome
  /// The enhanced status code, if there is one.
  let status: String

  /// - Parameters:
  ///   - status: as in the report; may be empty.
  ///   - text: the other server's words.
  ///   - story: our server's words, which may say at what point it was refused.
  init(status: String, text: String, story: String = "") {
    let head = String(text.prefix(2000))
    let told = Self.status(head, from: "45") ?? ""
    // "5.0.0" says nothing beyond failure.
    let code = status.isEmpty || status.hasSuffix(".0.0") && !told.isEmpty ? told : status
    self.status = code
    let isRefused = FoldedText(story.prefix(2000)).contains(any: FailureWords.beforeRecipient)
    outcome = isRefused ? .givenUp : Self.outcome(code, Self.reply(in: head), FoldedText(head))
  }

  /// Nil for words that say nothing of a reason.
  init?(own words: String) {
    guard Self.status(words, from: "45") != nil || Self.reply(in: words) != nil else { return nil }
    self.init(status: "", text: words)
  }

  /// True if the text passes on another server's answer, `550 5.1.1` or `450-4.2.0`, as nobody writes it.
  static func quotesServer(_ text: String) -> Bool {
    var previous: Substring = ""
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "-" }) {
      let isReply = previous.utf8.count == 3 && previous.utf8.allSatisfy(\.isASCIIDigit)
      if isReply, previous.first == word.first, status(String(word), from: "45") != nil { return true }
      previous = word
    }
    return false
  }

  /// `5.1.1` of `5.1.1 (bad destination mailbox address)`.
  static func status(_ written: String, from classes: String = "245") -> String? {
    for word in written.utf8.split(whereSeparator: { !$0.isASCIIDigit && $0 != .dot }) {
      let parts = word.split(separator: .dot, omittingEmptySubsequences: false)
      guard parts.count == 3 || parts.count == 4 && parts[3].isEmpty, parts[0].count == 1,
        let first = parts[0].first, classes.utf8.contains(first),
        (1...3).contains(parts[1].count), (1...3).contains(parts[2].count)
      else { continue }
      return parts.prefix(3).map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
    }
    return nil
  }

  private static func outcome(_ status: String, _ reply: Character?, _ text: FoldedText) -> Bounce.Outcome {
    let parts = status.split(separator: ".")
    if parts.count == 3, Self.passing.contains("\(parts[1]).\(parts[2])") { return .givenUp }
    if isAboutSender(parts, text) { return .givenUp }
    // The other server's words are closer to the cause than the class our server assigned.
    if reply == "5", !text.contains(any: FailureWords.full) { return .permanent }
    if status.hasPrefix("5") { return reply == "4" || text.contains(any: FailureWords.full) ? .givenUp : .permanent }
    if status.hasPrefix("4") || reply == "4" { return .givenUp }
    return text.contains(any: FailureWords.passing + FailureWords.full) ? .givenUp : .permanent
  }

  /// True if the other server would take this mail from somebody else: it says nothing against the address.
  private static func isAboutSender(_ status: [Substring], _ text: FoldedText) -> Bool {
    let detail = status.count == 3 && status[1] == "1" ? String(status[2]) : ""
    if aboutAddress.contains(detail) { return false }
    if text.contains(any: FailureWords.beforeRecipient) { return true }
    return (detail == "7" || detail == "8" || text.contains(any: FailureWords.aboutSender))
      && !text.contains(any: FailureWords.unknownUser)
  }

  /// RFC 3463, where 7 and 8 are the sender's faults: bad mailbox, bad domain, bad syntax, moved, no mail host.
  private static let aboutAddress: Set = ["1", "2", "3", "6", "10"]

  /// The class of the first SMTP reply in a text, `5` of `550 no such user`.
  private static func reply(in text: String) -> Character? {
    // A three-digit number that stands alone, not inside an address or another number.
    let words = text.split { !$0.isNumber && !$0.isLetter && $0 != "." && $0 != "@" }
    let reply = words.first { $0.count == 3 && "45".contains($0.first ?? " ") && $0.utf8.allSatisfy(\.isASCIIDigit) }
    return reply?.first
  }

  /// RFC 3463: mailbox full; system full; bad connection, no directory, congestion, mail going in circles, delivery time
  /// expired. They say nothing against the address.
  private static let passing: Set = ["2.2", "3.1", "4.2", "4.3", "4.5", "4.6", "4.7"]
}
