import Core
import Fetching
import Foundation
import House

/// Fetches programmes by the address of one of their pages.
package struct ProgrammeSource: Sendable {
  let fetch: any FileFetching

  package init(fetch: any FileFetching) {
    self.fetch = fetch
  }

  /// Blocks the thread.
  /// - Throws: `FieldErrors` for the field `address`.
  package func file(at address: String) throws(FieldErrors) -> FetchedFile {
    var failure = FetchFailure.notAnAddress
    for candidate in ProgrammeAddress(address).candidates {
      do {
        return try fetch.file(at: candidate)
      } catch {
        failure = error
        // A server without such a file may have the page.
        guard case .refused = error else { break }
      }
    }
    throw FieldErrors(["address": failure.message])
  }
}

extension FetchFailure {
  /// As the host reads it.
  var message: Message {
    switch self {
    case .movedElsewhere(let address): Message("import.fetch.movedElsewhere", ["address": address.cut(to: 200)])
    case .refused(let status): Message("import.fetch.refused", ["status": String(status)])
    case .tooLarge(let limit): Message("import.fetch.tooLarge", ["megabytes": String(limit >> 20)])
    case .notAnAddress, .notPublic, .unreachable, .certificate, .tooSlow: Message("import.fetch.\(word)")
    }
  }
}

extension Services {
  package var programmes: ProgrammeSource {
    let megabytes = settings.uploadLimit
    return fixtures.one {
      var rules = FetchRules(bytes: megabytes << 20)
      rules.seconds = 10
      return ProgrammeSource(fetch: GuardedFetch(rules))
    }
  }

  /// Fetches a programme and keeps it as the file of an import. A host can't use us to ask somebody's server again and again.
  /// - Throws: `FieldErrors` for the field `address`; `AppError.tooManyRequests`.
  package func keepProgramme(at address: String, for id: ImportID, of host: HostID) async throws -> Upload {
    try limits.count("programmes of \(host)", limit: 30, seconds: 3600, at: uptime())
    let programmes = programmes
    let file = try await OwnThread.run { try programmes.file(at: address) }
    let name = URLComponents(string: file.address)?.host ?? file.address
    try uploads.prepare()
    let writer = try UploadWriter(uploads.file(of: id), fileName: name, limit: .max)
    _ = try writer.write(Array(file.content))
    return try await writer.finish()
  }
}
