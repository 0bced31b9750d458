import Acts
import Core
import Database
import Formats
import Foundation
import House
import Mail
import Records

extension Checkup {
  var mail: [Finding] {
    get async {
      guard let smtp = settings.smtp else { return [folderInstead, await mailbox].compactMap { $0 } }
      return [await answer(of: smtp), sender, await repliesElsewhere, await mailbox].compactMap { $0 }
    }
  }

  /// Checks that the mailbox from which replies are fetched can be read.
  private var mailbox: Finding? {
    get async {
      guard var imap = settings.imap else { return nil }
      imap.patience = 10
      do {
        let state = try await IMAPMailbox(imap).state()
        return .good("Mailbox: \(imap.name) answers; its next mail is number \(state.next).")
      } catch {
        return .fault("Mailbox: \(imap.name): \(Self.advice(on: error)) (\(error.reply))")
      }
    }
  }

  private static func advice(on failure: MailboxFailure) -> String {
    switch failure.kind {
    case .unreachable: "nobody answers. Look at STEHTISCH_IMAP_HOST, _PORT and _SECURITY"
    case .tls:
      "no encryption that can be trusted. Look at STEHTISCH_IMAP_SECURITY, or name its certificates in "
        + "STEHTISCH_IMAP_AUTHORITY"
    case .login: "the login is refused. Look at STEHTISCH_IMAP_USER and _PASSWORD"
    case .refused, .gone: "there is no such folder. Look at STEHTISCH_IMAP_FOLDER"
    case .slow: "it does not answer within ten seconds"
    case .unclear, .stopped: "what it answers is no IMAP"
    }
  }

  /// Hosts whose answers go to a public provider, while their letters come from our domain.
  private var repliesElsewhere: Finding? {
    get async {
      guard location.mayExist, let database = try? location.open(),
        let addresses = try? await database.read({ try HostStore(connection: $0).addresses() })
      else { return nil }
      let count = addresses.count { ProviderForEverybody.has($0) }
      guard count > 0, !ProviderForEverybody.has(settings.mailFrom) else { return nil }
      return .hint(
        "Mail: \(count) of \(addresses.count) hosts get answers at a provider for everybody. Spam filters like their letters less; an "
          + "address of your own domain is better.")
    }
  }

  private var folderInstead: Finding {
    let folder = settings.outboxFolder.path
    return .hint(
      "Mail: no server is set (STEHTISCH_SMTP_HOST). Hosts send letters themselves; other mails lie in \(folder).")
  }

  private func answer(of smtp: SMTPSettings) async -> Finding {
    var patient = smtp
    (patient.patience, patient.probedSender) = (.within(10), mailSender)
    let server = "\(smtp.host), port \(smtp.port), \(smtp.security.rawValue)"
    do {
      try await SMTPTransport(patient).probe()
      return .good("Mail: \(server) answers\(smtp.login == nil ? "." : " and takes our login.")")
    } catch {
      let words = (try? Strings.bundled())?.text(error.key, .english)
      let reason = words?.replacing("{reply}", with: error.reply) ?? "\(error.kind.rawValue): \(error.reply)"
      return .fault("Mail: \(server): \(reason)")
    }
  }

  private var mailSender: String { Correspondent(address: settings.mailFrom).inASCII.address }

  private var sender: Finding {
    let domain = settings.mailFrom.split(separator: "@").last.map(String.init) ?? ""
    if domain.contains("."), !domain.hasSuffix(".invalid") {
      return .good("Mail: letters come from \(settings.mailFrom). Its domain needs SPF and DKIM for this server.")
    }
    return .hint("Mail: letters come from \(settings.mailFrom), which nobody can answer. Set STEHTISCH_MAIL_FROM.")
  }
}
