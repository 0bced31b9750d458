import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// For operators: the hosts, the state of the installation, the doctor's findings. They see how much other hosts have,
/// and nothing of its content.
package struct OperationRoutes {
  package let services: Services
  /// The findings of `stehtisch doctor`.
  package let findings: @Sendable () async -> [Finding]

  package init(services: Services, findings: @escaping @Sendable () async -> [Finding]) {
    self.services = services
    self.findings = findings
  }

  @Sendable package func show(_ request: Request, _ context: OperatorContext) async throws -> Response {
    try await page(context)
  }

  @Sendable package func addHost(_ request: Request, _ context: OperatorContext) async throws -> Response {
    let entered = NewHost(try await Form(request, limit: 1 << 16))
    var errors = entered.errors
    if errors.isEmpty {
      do {
        let host = try await services.addHost(email: entered.email, name: entered.name, language: entered.language).host
        if services.settings.mailsSignInLinks {
          try await services.write { [services] in
            try services.addSignInMail(for: host, isTrusted: true, connection: $0)
          }
          services.wakeOutbox()
        }
        return .redirect(to: Path.operation.text + "#hosts")
      } catch AppError.conflict(let message) {
        errors["email"] = message
      }
    }
    return try await page(context, entered: entered, errors: errors, status: .unprocessableContent)
  }

  /// Locks a host out, readmits them, makes them an operator or revokes that.
  @Sendable package func changeHost(_ request: Request, _ context: OperatorContext) async throws -> Response {
    let id = try context.id("host", of: Entity.Host.self)
    guard let change = HostChange(rawValue: try await Form(request, limit: 1 << 16).text("change")) else {
      throw AppError.malformed
    }
    try await services.write { [services] connection in
      let rights = HostRights(services: services, connection: connection)
      let host = try rights.host(id)
      switch change {
      case .disable: try rights.disable(host)
      case .readmit: try rights.readmit(host)
      case .promote: try rights.set(true, host)
      case .demote: try rights.set(false, host)
      }
    }
    return .redirect(to: Path.operation.text + "#hosts")
  }

  @Sendable package func releaseMail(_ request: Request, _ context: OperatorContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let mode = ["send": false, "discard": true][form.text("older")] else { throw AppError.malformed }
    try await services.releaseMail(discards: mode)
    return .redirect(to: .operation)
  }

  @Sendable package func checkup(_ request: Request, _ context: OperatorContext) async throws -> Response {
    // It contacts mail and TURN servers.
    try services.limits.count("checkup", limit: 20, seconds: 600, at: services.uptime())
    return services.page(CheckupPage(findings: await findings()), for: context.host)
  }

  @Sendable package func record(_ request: Request, _ context: OperatorContext) async throws -> Response {
    let erasures = try await services.read {
      try ErasureLogStore(connection: $0).entries(limit: RecordPage.erasuresShown)
    }
    return services.page(RecordPage(facts: RecordFacts(services.settings), erasures: erasures), for: context.host)
  }

  private func page(
    _ context: OperatorContext, entered: NewHost = NewHost(), errors: FieldErrors = FieldErrors(),
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let now = services.now()
    let (hosts, queue, schema, hold, nodes) = try await services.read { [services] connection in
      (
        try HostOverviewStore(connection: connection).all(at: now),
        try QueueStore(connection: connection).queue(at: now),
        try SchemaStore(connection: connection).version(), try MailHold(connection: connection).state(),
        services.node == nil ? [] : try NodeStore(connection: connection).all()
      )
    }
    var page = OperationPage(
      me: context.host.host.id, hosts: hosts, quotas: services.settings.quotas, queue: queue, hold: hold,
      mail: MailNotice(services), sizes: FolderSizes(of: services.settings.data), schema: schema,
      timeZones: services.zones.catalogue.version ?? "", nodes: nodes, entered: entered, errors: errors)
    page.mailsLinks = services.settings.mailsSignInLinks
    return services.page(page, for: context.host, status: status)
  }
}

/// An operator's actions on a host.
enum HostChange: String, CaseIterable {
  case disable, readmit, promote, demote
}

/// A host to be admitted, as typed.
package struct NewHost: Sendable {
  var email = ""
  var name = ""
  var language = Language.german

  package init() {}

  package init(_ form: Form) {
    email = form.text("email")
    name = form.text("name")
    language = Language(rawValue: form.text("language")) ?? .german
  }

  package var errors: FieldErrors {
    var errors = FieldErrors()
    if !MailAddress.isValid(email) { errors["email"] = Message("signIn.badAddress") }
    if !PlainName.isPlain(name) { errors["name"] = Message("error.name.plain") }
    return errors
  }
}
