/// The delivery status in a mail (RFC 3464): a block about the mail, then one for each recipient.
struct DeliveryStatus {
  /// Empty if the mail has arrived.
  let failures: [Bounce.Failure]

  /// Nil if the mail has none of its own, or none that names a recipient.
  init?(_ mail: MailParts) {
    let types: Set = ["message/delivery-status", "message/global-delivery-status"]
    let found = mail.parts.filter { types.contains($0.type) }
    let own = found.filter { $0.depth == 0 }
    // Some gateways put the report as a whole into a mail, without a word before it.
    let isWrapped = own.isEmpty && mail.parts.first?.depth != 0
    let statuses = isWrapped ? found.filter { $0.depth == 1 } : own
    let recipients = statuses.flatMap { HeaderBlock.blocks(of: $0.bytes) }.map(\.headers).filter(Self.isRecipient)
    guard !recipients.isEmpty else { return nil }
    failures = recipients.compactMap(Self.failure)
  }

  private static func isRecipient(_ block: MailHeaders) -> Bool {
    block["final-recipient"] ?? block["original-recipient"] ?? block["action"] != nil
  }

  private static func failure(_ block: MailHeaders) -> Bounce.Failure? {
    let status = block["status"].flatMap { FailureReason.status($0) } ?? ""
    let diagnostic = text(block["diagnostic-code"] ?? "")
    guard let outcome = outcome(block, status, diagnostic) else { return nil }
    let original = address(block["original-recipient"])
    let final = address(block["final-recipient"]) ?? address(block["x-actual-recipient"])
    return Bounce.Failure(
      address: original ?? final ?? "", forwarded: original == nil || original == final ? "" : final ?? "",
      outcome: outcome, status: status, reason: String(diagnostic.inOneLine.prefix(300)))
  }

  /// Nil for a mail that has arrived or was relayed (RFC 3464 §2.3.3).
  private static func outcome(_ block: MailHeaders, _ status: String, _ diagnostic: String) -> Bounce.Outcome? {
    let action = (block["action"] ?? "").lowercased().prefix { $0.isLetter }
    switch action {
    case "delivered", "relayed", "expanded": return nil
    case "delayed": return .delayed
    case "failed": return FailureReason(status: status, text: diagnostic).outcome
    default:
      if status.hasPrefix("2") { return nil }
      if block["will-retry-until"] != nil || action.hasPrefix("delay") { return .delayed }
      return FailureReason(status: status, text: diagnostic).outcome
    }
  }

  /// `rfc822; anna@example.org`; some servers omit the type, or add angle brackets.
  private static func address(_ field: String?) -> String? {
    guard let field else { return nil }
    let value = text(field)
    return MailAddress.first(in: value)?.text ?? MailAddress.first(in: field)?.text
  }

  /// The text after the type.
  private static func text(_ field: String) -> String {
    guard let mark = field.firstIndex(of: ";") else { return field }
    return String(field[field.index(after: mark)...]).tidied
  }
}
