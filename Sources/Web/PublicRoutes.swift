import Acts
import Core
import Evening
import Foundation
import HTTPTypes
import HostPages
import House
import Hummingbird
import Records
import ServiceLifecycle
import Site

/// Routes open to anybody: health, metrics, assets, the choice of language.
struct PublicRoutes {
  let services: Services

  /// Answers 200 if the database can be read.
  @Sendable func health(_ request: Request, _ visit: Visit) async throws -> Response {
    _ = try await services.read { try SchemaStore(connection: $0).version() }
    return text("ok\n")
  }

  /// Answers 200 as long as the node of this name lives and is not about to end, whether the database does or not: its pages stay where
  /// they are while that comes back. Where the node alone can't reach the database, they go.
  @Sendable func node(_ request: Request, _ visit: Visit) async throws -> Response {
    guard !Task.isShuttingDownGracefully, try named(visit).isAside == false else { throw AppError.notFound }
    return text("ok\n")
  }

  /// Answers 200 while the database hears the node of this name: so another learns that it alone can't reach it.
  @Sendable func nodeIsHeard(_ request: Request, _ visit: Visit) async throws -> Response {
    guard try named(visit).isHeard else { throw AppError.notFound }
    return text("ok\n")
  }

  private func named(_ visit: Visit) throws -> ThisNode {
    guard let node = services.node, visit.parameters.get("node") == node.name else { throw AppError.notFound }
    return node
  }

  /// For readers who bring the token or, if there is none, for programs on this machine that no proxy speaks for.
  @Sendable func metrics(_ request: Request, _ visit: Visit) async throws -> Response {
    guard mayMeasure(request, visit) else { throw AppError.notFound }
    let now = services.now()
    let gauges = try await services.database.read { try GaugeStore(connection: $0).gauges(at: now) }
    let all = [try await nodes(), services.floors.gauges, services.database.gauges, surroundings(at: now)].reduce(
      gauges
    ) {
      $0.merging($1) { first, _ in first }
    }
    return text(services.metrics.text(gauges: all), type: "text/plain; version=0.0.4")
  }

  /// This node and the others; empty where there is one program.
  private func nodes() async throws -> [String: Double] {
    guard let node = services.node else { return [:] }
    let living = try await services.read { try NodeStore(connection: $0).all().count(where: \.isAlive) }
    return [Metric.nodes.rawValue: Double(living), Metric.nodeLeads.rawValue: node.leads ? 1 : 0]
  }

  /// Figures of the disk and of this process.
  private func surroundings(at now: Date) -> [String: Double] {
    let sizes = FolderSizes(of: services.settings.data)
    var gauges = [
      Metric.databaseBytes.rawValue: Double(sizes.database),
      Metric.mailPaused.rawValue: services.outbox.pause == nil ? 0 : 1,
      Metric.build.series([("version", ProgramVersion.text)]): 1,
    ]
    gauges[Metric.freeBytes.rawValue] = sizes.free.map(Double.init)
    if let backups = services.settings.backups,
      let newest = BackupFolder(url: backups.folder, kept: backups.kept).entries().first
    {
      gauges[Metric.backupAge.rawValue] = now.timeIntervalSince(newest.takenAt)
    }
    return gauges
  }

  private func mayMeasure(_ request: Request, _ visit: Visit) -> Bool {
    if let token = services.settings.metricsToken {
      return SHA256Text.hash(request.headers[.authorization] ?? "") == SHA256Text.hash("Bearer \(token)")
    }
    let forwarded = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"].compactMap { HTTPField.Name($0) }
    return visit.origin.isLoopback && forwarded.allSatisfy { request.headers[$0] == nil }
  }

  @Sendable func asset(_ request: Request, _ visit: Visit) async throws -> Response {
    try await services.assets.response(
      visit.parameters.getCatchAll().joined(separator: "/"), codings: request.headers[.acceptEncoding])
  }

  @Sendable func favicon(_ request: Request, _ visit: Visit) async throws -> Response {
    .redirect(to: services.assets.url("img/favicon.svg"))
  }

  @Sendable func privacy(_ request: Request, _ visit: Visit) async throws -> Response {
    services.page(PrivacyPage(settings: services.settings), for: visit)
  }

  /// Remembers the language and returns to the visitor's page.
  @Sendable func chooseLanguage(_ request: Request, _ visit: Visit) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let language = Language(rawValue: form.text("language")) else { throw AppError.malformed }
    var response = Response.redirect(to: Self.ownPath(form.text("back")))
    response.setCookie(services.languageCookie(language))
    return response
  }

  /// Accepts only a path of ours, never another site.
  static func ownPath(_ text: String) -> String {
    let isOurs = text.hasPrefix("/") && !text.hasPrefix("//") && !text.contains("\\")
    return isOurs && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F } ? text : "/"
  }

  private func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
