import Core
import Foundation
import HTML
import House
import Records
import Site

/// A host's keys for their own programs.
package struct ProgramsPage: Page {
  let tokens: [APIToken]
  let webhooks: [Webhook]
  /// A key that was just created, shown only this once.
  var made: String?
  var name = ""
  var scopes: Set<APIScope> = []
  var url = ""
  var errors = FieldErrors()

  package var chrome: Chrome { .host(current: .settings) }
  package var modules: [String] { ["copy"] }

  package static var samples: [ProgramsPage] {
    let time = Date(timeIntervalSince1970: 1_796_000_000)
    let token = APIToken(
      id: APITokenID(at: time, random: (1, 1)), name: "CRM", scopes: [.readPeople, .writePeople], createdAt: time,
      usedAt: time)
    let working = Webhook(
      id: WebhookID(at: time, random: (2, 1)), url: "https://crm.example.org/hooks/stehtisch", createdAt: time)
    let broken = Webhook(
      id: WebhookID(at: time, random: (3, 1)), url: "https://alt.example.org/hook", createdAt: time,
      problem: "unreachable")
    return [
      ProgramsPage(tokens: [], webhooks: []),
      ProgramsPage(tokens: [token], webhooks: [working, broken], made: APIToken.mark + "4kQm2xV8tY7nB1cD5eF9gH"),
      ProgramsPage(
        tokens: [token], webhooks: [], name: "CRM", url: "http://crm",
        errors: FieldErrors(["scope": Message("programs.error.scopes"), "url": Message("programs.error.url")])),
    ]
  }

  package func title(_ t: Phrases) -> String { t("programs.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: .settings, t("settings.title")).node(t)
        h1 { title(t) }
        p(.class("lead")) { t("programs.lead") }
        p { a(.href("/api/v1/openapi.yaml")) { t("programs.description") } }
      }
      if let made { shown(made, t) }
      div(.class("columns even")) {
        div(.class("stack")) {
          list("tokens", tokens.map { item($0, t) }, t)
          newToken(t)
        }
        div(.class("stack")) {
          list("webhooks", webhooks.map { item($0, t) }, t)
          newWebhook(t)
        }
      }
    }
  }

  private func shown(_ made: String, _ t: Phrases) -> Node {
    div(.class("notice good"), .role("status")) {
      t.icon("check")
      div {
        p { t("programs.made") }
        p { code { made } }
      }
    }
  }

  private func list(_ name: String, _ items: [Node], _ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, name)) {
      h2(.id(name)) { t("programs.\(name).title") }
      if items.isEmpty {
        p(.class("soft")) { t("programs.\(name).none") }
      } else {
        ul(.class("plainlist stack")) { items }
      }
    }
  }

  private func item(_ token: APIToken, _ t: Phrases) -> Node {
    li(.class("card")) {
      h3 { token.name }
      p { APIScope.allCases.filter(token.scopes.contains).map { t("programs.scope.\($0)") }.joined(separator: "; ") }
      p(.class("small soft")) {
        token.usedAt.map { t("programs.used", ["time": t.stamp($0)]) } ?? t("programs.unused")
      }
      end(Path.programEnd(token.id), token.name, t)
    }
  }

  private func item(_ webhook: Webhook, _ t: Phrases) -> Node {
    li(.class("card")) {
      p { code { webhook.url } }
      if !webhook.problem.isEmpty {
        p(.class("error")) { t("programs.webhooks.problem", ["reason": t("programs.failure.\(webhook.problem)")]) }
      }
      end(Path.webhookEnd(webhook.id), webhook.url, t)
    }
  }

  private func end(_ path: Path, _ name: String, _ t: Phrases) -> Node {
    form(.method("post"), .action(path.text)) {
      button(.class("button small"), .type("submit")) {
        t("programs.end")
        span(.class("visually-hidden")) { ": " + name }
      }
    }
  }

  private func newToken(_ t: Phrases) -> Node {
    element("form", [.class("form card"), .method("post"), .action(Path.programs.text)]) {
      h3 { t("programs.new.title") }
      TextField(
        name: "name", label: t("programs.new.name"), value: name, hint: t("programs.new.hint"),
        error: errors["name"].map { t($0) }, more: [.maxlength("80")]
      ).node
      fieldset(.class("field")) {
        legend { t("programs.new.scopes") }
        for scope in APIScope.allCases { box(scope, t) }
        if let error = errors["scope"] { p(.class("error")) { t(error) } }
      }
      div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("programs.new.button") } }
    }
  }

  private func box(_ scope: APIScope, _ t: Phrases) -> Node {
    let attributes: [Attribute] = [.type("checkbox"), .name("scope"), .value(scope.rawValue)]
    return label(.class("tick")) {
      element(.void("input"), scopes.contains(scope) ? attributes + [.checked] : attributes)
      span { t("programs.scope.\(scope)") }
    }
  }

  private func newWebhook(_ t: Phrases) -> Node {
    element("form", [.class("form card"), .method("post"), .action(Path.webhooks.text)]) {
      h3 { t("programs.webhook.title") }
      TextField(
        name: "url", label: t("programs.webhook.url"), value: url, hint: t("programs.webhook.hint"),
        error: errors["url"].map { t($0) }, type: "url"
      ).node
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("programs.webhook.button") } }
    }
  }
}
