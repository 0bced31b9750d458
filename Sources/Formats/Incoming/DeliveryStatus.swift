/// The delivery status in a mail (RFC 3464): a block about the mail, then one for each recipient.
struct DeliveryStatus {
  /// Empty if the mail has arrived.
  let failures: [Bounce.Failure]

  /// Nil if the mail has none of its own, or none that names a recipient.
  /// - Parameters:
  ///   - body: the report in words, which may give a reason that the blocks leave out.
  ///   - isReturned: true to read the one in a report that this mail returns.
  init?(_ mail: MailParts, body: String, isReturned: Bool = false) {
    let types: Set = ["message/delivery-status", "message/global-delivery-status"]
    let found = mail.parts.filter { types.contains($0.type) }
    let own = found.filter { $0.depth == 0 }
    // Some gateways put the report as a whole into a mail, without a word before it.
    let isWrapped = isReturned || own.isEmpty && mail.parts.first?.depth != 0
    let statuses = isWrapped ? found.filter { $0.depth == 1 } : own
    let blocks = statuses.flatMap { HeaderBlock.blocks(of: $0.bytes) }.map(\.headers)
    let named = blocks.filter { $0["final-recipient"] ?? $0["original-recipient"] != nil }
    let recipients = named.isEmpty ? blocks.filter { $0["action"] != nil } : named
    guard !recipients.isEmpty else { return nil }
    let words = recipients.count == 1 ? ServerWords(body).said : ""
    failures = recipients.compactMap { Self.failure($0, words) }
  }

  private static func failure(_ block: MailHeaders, _ words: String) -> Bounce.Failure? {
    let status = block["status"].flatMap { FailureReason.status($0) } ?? ""
    let given = text(block["diagnostic-code"] ?? "")
    // “5.0.0”, “5.3.0” or a program's “77”, and nothing else, is no reason.
    let saysNothing = !given.contains(where: \.isLetter) && FailureReason.status(given) == nil
    let diagnostic = saysNothing && (status.isEmpty || status.hasSuffix(".0")) ? words : given
    guard let outcome = outcome(block, status, diagnostic, words) else { return nil }
    let original = address(block["original-recipient"])
    let final = address(block["final-recipient"]) ?? address(block["x-actual-recipient"])
    return Bounce.Failure(
      address: original ?? final ?? "", forwarded: original == nil || original == final ? "" : final ?? "",
      outcome: outcome, status: status, reason: String(given.inOneLine.prefix(300)))
  }

  /// Nil for a mail that has arrived or was relayed (RFC 3464 §2.3.3).
  private static func outcome(
    _ block: MailHeaders, _ status: String, _ diagnostic: String, _ words: String
  ) -> Bounce.Outcome? {
    let action = (block["action"] ?? "").lowercased().prefix { $0.isLetter }
    switch action {
    case "delivered", "relayed", "expanded": return nil
    case "delayed": return .delayed
    case "failed": return FailureReason(status: status, text: diagnostic, story: words).outcome
    default:
      if status.hasPrefix("2") { return nil }
      // A trouble that may pass, and no word that the server gave up.
      if action.isEmpty, status.hasPrefix("4") { return .delayed }
      if block["will-retry-until"] != nil || action.hasPrefix("delay") { return .delayed }
      return FailureReason(status: status, text: diagnostic, story: words).outcome
    }
  }

  /// `rfc822; anna@example.org`; some servers omit the type, or add angle brackets.
  private static func address(_ field: String?) -> String? {
    guard let field else { return nil }
    let value = text(field)
    return MailAddress.first(in: value)?.text ?? MailAddress.first(in: field)?.text ?? strange(value)
  }

  /// A mistyped address is still the one that failed: `anna@#example.org`, `anna@server`.
  private static func strange(_ value: String) -> String? {
    let address = value.filter { !"<>".contains($0) }.tidied
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = !address.contains { $0.isWhitespace || $0 == "," || $0 == ";" }
    return parts.count == 2 && !parts.contains("") && isPlain && address.utf8.count <= 254 ? address : nil
  }

  /// The text after the type.
  private static func text(_ field: String) -> String {
    guard let mark = field.firstIndex(of: ";") else { return field }
    return String(field[field.index(after: mark)...]).tidied
  }
}
