import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// The host names the calendar with their busy times, or removes it.
package struct BusyRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func change(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let host = context.host
    let back = Response.redirect(to: Path.settings.text + "#busy-calendar")
    if form.text("removed") == "1" {
      try await services.write { try BusyStore(connection: $0).remove(of: host.id) }
      return back
    }
    // Calendar programs give out addresses that begin like this.
    let typed = form.text("calendar").replacing(/^webcals?:\/\//.ignoresCase()) { _ in "https://" }
    // A password's blanks are its own.
    let login = BusyLogin(user: form.text("calendarUser"), password: form.raw("calendarPassword"))
    var problems = login.problems
    if Self.address(typed) == nil { problems["calendar"] = Message("busy.problem.notAnAddress") }
    guard let address = Self.address(typed), problems.isEmpty else {
      return try await SettingsRoutes(services: services).page(
        context, entered: host, errors: FieldErrors(problems), typedCalendar: form.text("calendar"),
        typedUser: login.user, status: .unprocessableContent)
    }
    try services.limits.count("calendar of \(host.id)", limit: 10, seconds: 3600, at: services.uptime())
    let source = BusyStore.Source(
      host: host.id, address: address, zone: host.zone, user: login.user, password: services.sealed(login, of: host.id))
    try await services.write { try BusyStore(connection: $0).save(source) }
    try await BusyLook(services: services).look(into: source)
    return back
  }

  /// Nil for an address that may not be fetched; the fetch itself checks more closely.
  private static func address(_ text: String) -> String? {
    guard text.utf8.count <= 2000, let url = URL(string: text), url.scheme?.lowercased() == "https",
      url.host()?.isEmpty == false
    else { return nil }
    return text
  }
}
