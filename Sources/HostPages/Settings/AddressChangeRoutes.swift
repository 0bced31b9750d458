import Acts
import Core
import HTML
import House
import Hummingbird
import Records
import Site

/// The link that proves a host's new address. Opening it changes nothing; only the button does, and only for somebody
/// signed in.
package struct AddressChangeRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let token = try token(context)
    let email = try await services.read { [services] connection in
      try AddressChange(services: services, connection: connection).email(token, of: context.host.id)
    }
    guard let email else { throw AppError.linkGone }
    return services.page(AddressChangePage(token: token, old: context.host.email, new: email), for: context)
  }

  @Sendable package func confirm(_ request: Request, _ context: HostContext) async throws -> Response {
    let token = try token(context)
    try await services.write { [services] connection in
      try AddressChange(services: services, connection: connection).confirm(token, of: context.host)
    }
    services.wakeOutbox()
    return .redirect(to: .settings)
  }

  private func token(_ context: HostContext) throws -> Token {
    guard let token = context.parameters.get("token").flatMap({ Token(String($0)) }) else { throw AppError.linkGone }
    return token
  }
}

/// Explains what the button does.
package struct AddressChangePage: Page {
  let token: Token
  let old: String
  let new: String

  package var chrome: Chrome { .host(current: .settings) }
  package var isNarrow: Bool { true }

  package static var samples: [AddressChangePage] {
    [
      AddressChangePage(
        token: Token(bytes: Array(repeating: 7, count: 16)), old: Host.sample.email, new: "miriam@example.net")
    ]
  }

  package func title(_ t: Phrases) -> String { t("settings.address.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) { h1 { title(t) } }
      p(.class("lead")) { t("settings.address.text", ["old": old, "new": new]) }
      form(.class("actions"), .method("post"), .action(Path.addressChange(token).text)) {
        button(.class("button primary"), .type("submit")) { t("settings.address.button") }
        a(.class("button"), .href(Path.settings.text)) { t("settings.address.keep") }
      }
    }
  }
}
