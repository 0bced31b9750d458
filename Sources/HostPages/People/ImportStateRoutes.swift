import Acts
import Core
import Evening
import Formats
import Foundation
import House
import Hummingbird
import NIOCore
import Records
import Site

/// An import by its state: being read, waiting for the host, being saved, done.
package struct ImportStateRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    switch importing.state {
    case .reading, .saving: return services.page(ImportProgressPage(importing: importing), for: context)
    case .ready: return services.page(try await preview(importing, request), for: context)
    case .saved: return services.page(try await result(importing, request), for: context)
    case .failed: return services.page(ImportFailedPage(importing: importing), for: context)
    }
  }

  /// For `js/progress.js`.
  @Sendable package func progress(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    let t = services.frame(context.visit, host: context.host).phrases
    let answer =
      switch importing.state {
      case .reading, .saving: ProgressAnswer(importing, t)
      case .ready, .saved, .failed: ProgressAnswer(location: Path.importing(importing.id).text)
      }
    return Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer))))
  }

  /// Reads the table again with the columns as corrected by the host.
  @Sendable package func correctColumns(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    let form = try await Form(request, limit: 1 << 18)
    guard let layout = importing.layout else { throw AppError.malformed }
    let correction = PreviewCorrection(form, layout)
    let now = services.now()
    try await services.write { connection in
      let correcting = ImportCorrecting(connection: connection, host: context.host.id, now: now)
      guard try correcting.correct(importing.id, layout, correction) else {
        throw AppError.conflict(Message("import.conflict"))
      }
    }
    services.wakeImports()
    return .redirect(to: .importing(importing.id))
  }

  /// Leaves out people who cancelled, were refused, are waiting or were absent, or keeps them after all.
  @Sendable package func chooseAbsences(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    let leavesOut = try await Form(request, limit: 1 << 12).text("absences") == "leaveOut"
    let host = context.host.id
    try await services.write { connection in
      let store = ImportStore(connection: connection)
      try store.demandReady(importing.id, of: host)
      try store.note(leavesOut: leavesOut, of: importing.id)
    }
    return .redirect(to: Path.importing(importing.id).text + "#absences")
  }

  /// Adds the people to the address book. A second click finds it done.
  @Sendable package func confirm(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    let now = services.now()
    let isMoved = try await services.write {
      try ImportStore(connection: $0).move(importing.id, from: .ready, to: .saving, at: now)
    }
    guard isMoved || importing.state == .saving || importing.state == .saved else {
      throw AppError.conflict(Message("import.conflict"))
    }
    services.wakeImports()
    return .redirect(to: .importing(importing.id))
  }

  /// Erases the file and everything read from it; people in the address book stay.
  @Sendable package func discard(_ request: Request, _ context: HostContext) async throws -> Response {
    let (importing, host, now) = (try await importing(context), context.host.id, services.now())
    // From here on, another window can't confirm it any more; where one was quicker, its people are being added.
    try await services.write { connection in
      let store = ImportStore(connection: connection)
      guard try store.importing(importing.id, of: host).state != .saving else {
        throw AppError.conflict(Message("import.conflict"))
      }
      try store.move(importing.id, from: .ready, to: .failed, at: now)
    }
    try await services.erase(importing)
    return .redirect(to: importing.state == .saved ? .people : .newImport)
  }

  /// The rows that could not be read, with line and reason.
  @Sendable package func rejected(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    let t = services.frame(context.visit, host: context.host).phrases
    return RejectedRowsExport(services: services, importing: importing, phrases: t).response
  }

  private func importing(_ context: HostContext) async throws -> Import {
    let id = try context.id("import", of: Entity.Import.self)
    return try await services.read { try ImportStore(connection: $0).importing(id, of: context.host.id) }
  }

  private func preview(_ importing: Import, _ request: Request) async throws -> ImportPreviewPage {
    let pages = ImportPages(request)
    return try await services.read { try ImportPreviewStore(connection: $0).preview(of: importing, pages) }
  }

  private func result(_ importing: Import, _ request: Request) async throws -> ImportResultPage {
    let pages = ImportPages(request)
    return try await services.read { connection in
      let rows = ImportRowStore(connection: connection, importing: importing.id)
      return ImportResultPage(
        importing: importing,
        rejected: RejectedRows(
          importing: importing.id, rows: try rows.page(pages.rejected, of: .rejected, size: ImportPages.rejectedSize),
          pager: Pager(page: pages.rejected, size: ImportPages.rejectedSize, total: try rows.count(.rejected))))
    }
  }
}

/// The parts of a long preview that the host is looking at.
struct ImportPages: Sendable {
  static let peopleSize = 50
  static let rejectedSize = 25

  let people: Int
  let rejected: Int
  let differences: Int

  init(_ request: Request) {
    people = request.page("page")
    rejected = request.page("rejected")
    differences = request.page("differences")
  }
}

/// The answer `js/progress.js` asks for.
struct ProgressAnswer: Encodable {
  var value: Int?
  var max: Int?
  var text: String?
  var heading: String?
  var location: String?

  init(location: String) {
    self.location = location
  }

  init(_ importing: Import, _ t: Phrases) {
    value = importing.percent
    max = 100
    text = importing.progressText(t)
  }
}

extension Import {
  var percent: Int { Int((min(1, max(0, progress)) * 100).rounded()) }

  func progressText(_ t: Phrases) -> String {
    switch state {
    case .saving:
      t("import.progress.saved", ["count": t.number(counts.new + counts.changed), "total": t.number(counts.people)])
    default: t.count("import.progress.read", counts.people + counts.rejected)
    }
  }
}
