import Core
import Foundation
import House

extension Checkup {
  static let soon: TimeInterval = 14 * 86_400

  var encryption: [Finding] {
    if let files = settings.tls { return [certificate(files)] }
    if settings.isSecure { return [behindProxy] }
    return [.good("doctor.tls.needless", ["address": settings.publicURL.absoluteString])]
  }

  private func certificate(_ files: Settings.TLSFiles) -> Finding {
    do {
      guard let end = try Encryption.end(of: files) else {
        return .fault("doctor.tls.none", ["file": files.certificate])
      }
      return validity(until: end)
    } catch {
      return .fault(
        "doctor.tls.unreadable", ["file": files.certificate, "key": files.key, "error": "\(error)"])
    }
  }

  private func validity(until end: Date) -> Finding {
    let day = ["day": LocalTime(end, in: .utc).day.text]
    if end <= now { return .fault("doctor.tls.expired", day) }
    if end < now.addingTimeInterval(Self.soon) { return .hint("doctor.tls.soon", day) }
    return .good("doctor.tls.good", day)
  }

  private var behindProxy: Finding {
    settings.trustsProxy
      ? .good("doctor.tls.proxy") : .hint("doctor.tls.unknownProxy")
  }
}
