import Core
import Foundation
import House

extension Checkup {
  static let soon: TimeInterval = 14 * 86_400

  var encryption: [Finding] {
    if let files = settings.tls { return [certificate(files)] }
    if settings.isSecure { return [behindProxy] }
    return [.good("TLS: not needed; we are reached from this machine only (\(settings.publicURL.absoluteString)).")]
  }

  private func certificate(_ files: Settings.TLSFiles) -> Finding {
    do {
      guard let end = try Encryption.end(of: files) else {
        return .fault("TLS: \(files.certificate) holds no certificate.")
      }
      return validity(until: end)
    } catch {
      return .fault("TLS: \(files.certificate) or \(files.key) can't be read as PEM. \(error)")
    }
  }

  private func validity(until end: Date) -> Finding {
    let day = LocalTime(end, in: .utc).day.text
    if end <= now { return .fault("TLS: the certificate expired on \(day).") }
    if end < now.addingTimeInterval(Self.soon) { return .hint("TLS: the certificate expires soon, on \(day).") }
    return .good("TLS: the certificate is good until \(day).")
  }

  private var behindProxy: Finding {
    settings.trustsProxy
      ? .good("TLS: a proxy in front of us speaks it, and its X-Forwarded-For names the visitor.")
      : .hint(
        "TLS: a proxy in front of us must speak it. Set STEHTISCH_TRUSTED_PROXY=true there, or rate limits see one visitor."
      )
  }
}
