import Formats
import Foundation
import Mail

extension Checkup {
  var mail: [Finding] {
    get async {
      guard let smtp = settings.smtp else { return [folderInstead] }
      return [await answer(of: smtp), sender]
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
