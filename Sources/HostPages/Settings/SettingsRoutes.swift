import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// The host's own settings: name, language, zone, signature, and the browsers they are signed in with.
package struct SettingsRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    try await page(context, entered: context.host)
  }

  @Sendable package func save(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    var host = context.host
    host.name = form.text("name")
    host.email = form.text("email")
    host.signature = form.text("signature")
    host.language = Language(rawValue: form.text("language")) ?? host.language
    host.zone = form.text("zone")
    let errors = try await services.save(host)
    guard errors.isEmpty else {
      return try await page(context, entered: host, errors: errors, status: .unprocessableContent)
    }
    var response = Response.redirect(to: .settings)
    response.setCookie(services.languageCookie(host.language))
    return response
  }

  @Sendable package func saveThesaurus(_ request: Request, _ context: HostContext) async throws -> Response {
    let text = try await Form(request, limit: 1 << 18).text("thesaurus")
    if let error = ThesaurusForm.error(text) {
      return try await page(
        context, entered: context.host, thesaurus: ThesaurusForm(text: text, error: error),
        status: .unprocessableContent)
    }
    try await services.write { try ThesaurusStore(connection: $0).save(text, of: context.host.id) }
    return .redirect(to: Path.settings.text + "#thesaurus-form")
  }

  @Sendable package func endSession(_ request: Request, _ context: HostContext) async throws -> Response {
    let session = try context.id("session", of: Entity.Session.self)
    let ended = try await services.write {
      try SessionStore(connection: $0).end(session, of: context.host.id)
    }
    guard ended else { throw AppError.notFound }
    return .redirect(to: .settings)
  }

  /// - Parameter typedCalendar: an address that could not be accepted.
  func page(
    _ context: HostContext, entered: Host, errors: FieldErrors = FieldErrors(), thesaurus: ThesaurusForm? = nil,
    typedCalendar: String = "", typedUser: String = "", status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let page = try await services.read { [services] connection in
      SettingsPage(
        host: entered,
        pending: try AddressChange(services: services, connection: connection).pending(of: context.host.id),
        sessions: try SessionStore(connection: connection).sessions(of: context.host.id),
        current: context.session, errors: errors,
        thesaurus: try thesaurus
          ?? ThesaurusForm(text: ThesaurusStore(connection: connection).text(of: context.host.id)),
        feed: try CalendarFeedStore(connection: connection).number(of: context.host.id)
          .map { services.calendarFeed(of: context.host.id, number: $0).address },
        busy: BusyCard(
          source: try BusyStore(connection: connection).source(of: context.host.id), typed: typedCalendar,
          typedUser: typedUser, errors: errors))
    }
    return services.page(page, for: context, status: status)
  }
}

extension Services {
  /// Stores a host's own details, unless something is wrong with them.
  package func save(_ entered: Host) async throws -> FieldErrors {
    var (host, errors) = (entered, FieldErrors())
    // An old name would be another zone to everything that compares.
    host.zone = zones.zone(host.zone)?.identifier ?? host.zone
    if host.name.isEmpty { errors["name"] = Message("settings.error.name") }
    if !PlainName.isPlain(host.name) { errors["name"] = Message("error.name.plain") }
    if !zones.has(host.zone) { errors["zone"] = Message("settings.error.zone") }
    if !MailAddress.isValid(host.email) || !host.hasAddress { errors["email"] = Message("settings.error.email") }
    guard errors.isEmpty else { return errors }
    let refused = try await write { [self, host] connection in
      let store = HostStore(connection: connection)
      if let other = try store.host(email: host.email), other.id != host.id {
        return FieldErrors(["email": Message("settings.error.emailTaken")])
      }
      try store.update(try provedOrRequested(host, connection))
      return FieldErrors()
    }
    wakeOutbox()
    return refused
  }

  /// The host with their current address: another one counts once the link mailed to it was used. An owner without an
  /// address came by a link from the operator, and their first address is accepted as given.
  private func provedOrRequested(_ host: Host, _ connection: Transaction) throws -> Host {
    guard let stored = try HostStore(connection: connection).host(host.id), stored.hasAddress,
      MailAddress.key(stored.email) != MailAddress.key(host.email)
    else { return host }
    try limits.count("address of \(host.id)", limit: 5, seconds: 3600, at: uptime())
    var proved = host
    proved.email = stored.email
    try AddressChange(services: self, connection: connection).request(host.email, for: proved)
    return proved
  }

  /// Remembers the language for a year.
  package func languageCookie(_ language: Language) -> Cookie {
    Cookie(
      name: "language", value: language.rawValue, maxAge: 365 * 24 * 3600, path: "/", secure: settings.isSecure,
      httpOnly: true, sameSite: .lax)
  }
}
