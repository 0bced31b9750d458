/// Bounces of servers that report in words alone: qmail, exim, older sendmail and Exchange, and the large providers.
struct PlainBounce {
  let failures: [Bounce.Failure]

  init?(_ mail: MailParts, body: String) {
    let body = String(body.prefix(30_000))
    let server = ServerWords(body)
    let said = FoldedText(server.said)
    let subject = FoldedText(mail.headers["subject"] ?? "")
    let named = mail.headers.all(["x-failed-recipients"]).flatMap { MailAddress.all(in: $0) }
    let isMachine = Self.isMachine(mail)
    let fails =
      said.contains(any: BounceWords.failed)
      || isMachine && (server.namesByBrackets || FailureReason.quotesServer(server.said))
      || isMachine && subject.contains(any: BounceWords.failedSubject)
    let delays =
      said.contains(any: BounceWords.delayed) || isMachine && subject.contains(any: BounceWords.delayedSubject)
    guard
      said.contains(any: BounceWords.unmistakable) || server.opensAsServer || !named.isEmpty
        || isMachine && (fails || delays) || fails && server.tellsOfAddress && mail.takesNoAnswer
    else {
      return nil
    }
    let reason = FailureReason(status: "", text: server.said)
    let isDelay = delays && !said.contains(any: BounceWords.givenUp)
    let outcome = isDelay ? Bounce.Outcome.delayed : reason.outcome
    var addresses = named.isEmpty ? server.addresses(besides: Self.own(mail), to: Self.addressee(mail)) : named
    if addresses.isEmpty, let name = server.bareName, let domain = mail.sender?.address.split(separator: "@").last {
      addresses = ["\(name)@\(domain)"]
    }
    // A filter on the way that reports a report.
    if addresses.isEmpty, let inner = DeliveryStatus(mail, body: "", isReturned: true), !inner.failures.isEmpty {
      failures = inner.failures
      return
    }
    if addresses.isEmpty { addresses = MailAddress.all(in: (mail.inner.first ?? server.returned)["to"] ?? "") }
    if addresses.isEmpty { addresses = [""] }
    failures = addresses.map { address in
      let words = server.reason(for: address)
      // Of several people, one may have a full mailbox and another one have left.
      let own = addresses.count > 1 && !isDelay ? FailureReason(own: words) : nil
      let original = server.original(of: address)
      return Bounce.Failure(
        address: original ?? address, forwarded: original == nil ? "" : address, outcome: own?.outcome ?? outcome,
        status: own?.status ?? reason.status, reason: words)
    }
  }

  /// True if a mail-carrying program sent it: judged by its name, or because it accepts no answer itself (RFC 5321
  /// §4.5.5).
  private static func isMachine(_ mail: MailParts) -> Bool {
    let path = mail.headers["return-path"]?.tidied ?? ""
    if path == "<>" || isMachine(local: path.drop { $0 == "<" }) { return true }
    guard let sender = mail.sender else { return true }
    let name = sender.name.lowercased()
    return isMachine(local: sender.address[...])
      || BounceWords.machineNames.contains { name.contains($0) }
  }

  /// - Parameter local: of an address, with what follows it.
  private static func isMachine(local: Substring) -> Bool {
    let local = local.lowercased().drop { $0 == "\"" }.prefix { $0 != "@" }
    return BounceWords.machines.contains { local.hasPrefix($0) }
  }

  private static func addressee(_ mail: MailParts) -> Set<String> {
    Set(MailAddress.all(in: mail.headers["to"] ?? "").map { $0.lowercased() })
  }

  /// Addresses that the server's text may name although nothing failed there: its own, and ours.
  private static func own(_ mail: MailParts) -> Set<String> {
    Set((mail.headers.recipients + [mail.sender?.address ?? ""]).map { $0.lowercased() })
  }
}
