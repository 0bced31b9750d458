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
        return .good("doctor.mailbox.good", ["mailbox": imap.name, "number": "\(state.next)"])
      } catch {
        return .fault(Self.advice(on: error), ["mailbox": imap.name, "reply": error.reply])
      }
    }
  }

  /// The key of the words.
  private static func advice(on failure: MailboxFailure) -> String {
    switch failure.kind {
    case .unreachable: "doctor.mailbox.unreachable"
    case .tls: "doctor.mailbox.tls"
    case .login: "doctor.mailbox.login"
    case .refused, .gone: "doctor.mailbox.folder"
    case .slow: "doctor.mailbox.slow"
    case .unclear, .stopped: "doctor.mailbox.unclear"
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
      return .hint("doctor.mail.elsewhere", ["count": "\(count)", "hosts": "\(addresses.count)"])
    }
  }

  private var folderInstead: Finding {
    .hint("doctor.mail.none", ["folder": settings.outboxFolder.path])
  }

  private func answer(of smtp: SMTPSettings) async -> Finding {
    var patient = smtp
    (patient.patience, patient.probedSender) = (.within(10), mailSender)
    let server = ["host": smtp.host, "port": "\(smtp.port)", "security": smtp.security.rawValue]
    do {
      try await SMTPTransport(patient).probe()
      return .good(smtp.login == nil ? "doctor.mail.answers" : "doctor.mail.takesLogin", server)
    } catch {
      return .fault("doctor.mail.fault", server).because(Message(error.key, ["reply": error.reply]))
    }
  }

  private var mailSender: String { Correspondent(address: settings.mailFrom).inASCII.address }

  private var sender: Finding {
    let domain = settings.mailFrom.split(separator: "@").last.map(String.init) ?? ""
    let isNumber = domain.contains(":") || domain.allSatisfy { $0.isNumber || $0 == "." }
    if domain.contains("."), !isNumber, !domain.hasSuffix(".invalid") {
      return .good("doctor.mail.sender", ["address": settings.mailFrom])
    }
    return .hint("doctor.mail.deadSender", ["address": settings.mailFrom])
  }
}
