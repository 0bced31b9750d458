import Core
import Foundation
import HTML
import House
import Records
import Site

/// The hosts of an installation, and the form that lets another in.
struct OperationHosts {
  let me: HostID
  let hosts: [HostOverview]
  let quotas: Quotas
  let mailsLinks: Bool
  let entered: NewHost
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    div(.class("stack")) {
      section(.class("stack"), .aria(.labelledBy, "hosts")) {
        h2(.id("hosts")) { t("operation.hosts.title") }
        div(.class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria(.label, t("operation.hosts.caption")))
        {
          table(.class("stacked")) {
            caption { t("operation.hosts.caption") }
            thead {
              tr { for column in Self.columns { th(.scope("col")) { t("operation.hosts.\(column)") } } }
            }
            tbody { for overview in hosts { row(overview, t) } }
          }
        }
        quota(t)
      }
      newHost(t)
    }
  }

  private static let columns = ["host", "state", "seen", "people", "parties", "letters", "action"]

  private func row(_ overview: HostOverview, _ t: Phrases) -> Node {
    let host = overview.host
    return tr {
      th(.scope("row")) {
        host.name.isEmpty ? t("operation.hosts.nameless") : host.name
        br()
        span(.class("small soft")) { host.hasAddress ? host.email : t("operation.hosts.addressless") }
      }
      cell("state", t) { [state(host, t)] }
      cell("seen", t) { [.text(overview.seenAt.map(t.stamp) ?? "–")] }
      cell("people", t) { [.text(t.number(overview.people))] }
      cell("parties", t) { [.text(t.number(overview.parties))] }
      cell("letters", t) { [.text(t.number(overview.letters))] }
      td { actions(host, t) }
    }
  }

  private func cell(_ column: String, _ t: Phrases, @NodeBuilder _ content: () -> [Node]) -> Node {
    element("td", [.data("data-label", t("operation.hosts.\(column)"))], content: content)
  }

  private func state(_ host: Host, _ t: Phrases) -> Node {
    if host.isDisabled { return coaster("excluded", t("operation.hosts.disabled"), t) }
    return host.isOperator
      ? coaster("yes", t("operation.hosts.operator"), t, mood: "yes") : coaster("sent", t("operation.hosts.active"), t)
  }

  @NodeBuilder private func actions(_ host: Host, _ t: Phrases) -> [Node] {
    if host.id == me {
      span(.class("small soft")) { t("operation.hosts.you") }
    } else {
      form(.class("actions"), .method("post"), .action(Path.operationHost(host.id).text)) {
        for change in changes(host) {
          button(.class("button small"), .type("submit"), .name("change"), .value(change.rawValue)) {
            t("operation.change.\(change.rawValue)")
            span(.class("visually-hidden")) { ": " + (host.name.isEmpty ? host.email : host.name) }
          }
        }
      }
    }
  }

  private func changes(_ host: Host) -> [HostChange] {
    host.isDisabled ? [.readmit] : [.disable, host.isOperator ? .demote : .promote]
  }

  private func quota(_ t: Phrases) -> Node {
    let words = [
      quotas.hosts > 0 ? t("operation.quota.hosts", ["count": t.number(quotas.hosts)]) : nil,
      quotas.parties > 0 ? t("operation.quota.parties", ["count": t.number(quotas.parties)]) : nil,
      t("operation.quota.mails", ["count": t.number(quotas.mails)]),
    ]
    return p(.class("small soft")) { words.compactMap { $0 }.joined(separator: " ") }
  }

  private func newHost(_ t: Phrases) -> Node {
    element("form", [.class("form card"), .method("post"), .action(Path.operationHosts.text), .id("new-host")]) {
      h2 { t("operation.new.title") }
      TextField(
        name: "email", label: t("operation.new.email"), value: entered.email,
        hint: t(mailsLinks ? "operation.new.hint" : "operation.new.hintProvider"),
        error: errors["email"].map { t($0) }, type: "email"
      ).node
      div(.class("fields")) {
        TextField(
          name: "name", label: t("operation.new.name"), value: entered.name, error: errors["name"].map { t($0) }
        ).node
        ChoiceField(
          name: "language", label: t("operation.new.language"), options: [("de", "Deutsch"), ("en", "English")],
          chosen: entered.language.rawValue
        ).node
      }
      div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("operation.new.button") } }
    }
  }
}
