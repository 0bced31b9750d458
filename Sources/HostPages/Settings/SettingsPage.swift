import Core
import Evening
import Foundation
import HTML
import House
import Records
import Site

package struct SettingsPage: Page {
  package let host: Host
  /// The address that a link was mailed to, and which does not count yet.
  var pending: String?
  let sessions: [Session]
  let current: SessionID
  var errors = FieldErrors()
  var thesaurus = ThesaurusForm(text: "")
  /// The address for their calendar program; nil if they have none.
  var feed: String?
  /// The source of their busy times.
  var busy = BusyCard()

  package init(
    host: Host, pending: String? = nil, sessions: [Session], current: SessionID, errors: FieldErrors = FieldErrors(),
    thesaurus: ThesaurusForm = ThesaurusForm(text: ""), feed: String? = nil,
    busy: BusyCard = BusyCard()
  ) {
    self.host = host
    self.pending = pending
    self.sessions = sessions
    self.current = current
    self.errors = errors
    self.thesaurus = thesaurus
    self.feed = feed
    self.busy = busy
  }

  package var chrome: Chrome { .host(current: .settings) }
  package var modules: [String] { ["copy", "count"] }

  package static var samples: [SettingsPage] {
    let time = Date(timeIntervalSince1970: 1_796_000_000)
    let ids = (0..<2).map { SessionID(at: time, random: (UInt64($0), 1)) }
    let sessions = ids.map { Session(id: $0, device: "Firefox 153, Linux", createdAt: time, seenAt: time) }
    var nameless = Host.sample
    (nameless.name, nameless.email, nameless.isOperator) = ("", "miriam.sander@gmx.de", true)
    return [
      SettingsPage(
        host: .sample, pending: "miriam@example.net", sessions: sessions, current: ids[0],
        thesaurus: ThesaurusForm(text: "KI = AI = künstliche Intelligenz"),
        feed: "https://stehtisch.example.net/calendar/AAAAAAAAAAAAAAAAAAAAAA/parties.ics",
        busy: BusyCard(
          source: BusyStore.Source(
            host: Host.sample.id, address: "https://calendar.example.net/miriam.ics", zone: "Europe/Berlin",
            readAt: time, problem: "wrongLogin", user: "miriam"))),
      SettingsPage(
        host: nameless, sessions: sessions, current: ids[0],
        errors: FieldErrors(["name": Message("settings.error.name"), "email": Message("settings.error.emailTaken")]),
        thesaurus: ThesaurusForm(text: "KI = AI\nallein", error: ThesaurusForm.error("KI = AI\nallein"))),
    ]
  }

  package func title(_ t: Phrases) -> String { t("settings.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        h1 { t("settings.title") }
        p { a(.href(Path.programs.text)) { t("programs.open") } }
        if host.isOperator { p { a(.href(Path.operation.text)) { t("operation.open") } } }
      }
      if let pending {
        div(.class("notice"), .role("status")) {
          t.icon("clock")
          p { t("settings.address.pending", ["new": pending, "old": host.knownEmail]) }
        }
      }
      element("form", [.class("form card"), .method("post"), .action(Path.settings.text), .data("data-dirty", "")]) {
        h2 { t("settings.about") }
        fields(t)
      }
      CalendarFeedCard(address: feed).node(t)
      busy.node(t)
      thesaurus.node(t)
      sessionList(t)
    }
  }

  @NodeBuilder private func fields(_ t: Phrases) -> [Node] {
    TextField(
      name: "name", label: t("settings.name"), value: host.name, hint: t("settings.nameHint"),
      error: errors["name"].map { t($0) }, autocomplete: "name"
    ).node
    TextField(
      name: "email", label: t("settings.email"), value: host.knownEmail, hint: t("settings.emailHint"),
      error: errors["email"].map { t($0) }, type: "email", autocomplete: "email"
    ).node
    if ProviderForEverybody.has(host.knownEmail) { p(.class("small")) { t("settings.emailProvider") } }
    TextField(
      name: "signature", label: t("settings.signature"), value: host.signature, hint: t("settings.signatureHint"),
      rows: 3
    ).node
    div(.class("fields")) {
      ChoiceField(
        name: "language", label: t("settings.language"), options: [("de", "Deutsch"), ("en", "English")],
        chosen: host.language.rawValue
      ).node
      ZoneField(name: "zone", label: t("settings.zone"), chosen: host.zone, error: errors["zone"].map { t($0) }).node(t)
    }
    div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("settings.save") } }
  }

  private func sessionList(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "sessions")) {
      h2(.id("sessions")) { t("settings.sessions") }
      div(.class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria(.label, t("settings.sessionTable"))) {
        table(.class("stacked")) {
          caption { t("settings.sessionsHint") }
          thead {
            tr {
              for column in ["device", "seen", "since", "action"] { th(.scope("col")) { t("settings.\(column)") } }
            }
          }
          tbody { for session in sessions { row(session, t) } }
        }
      }
      form(.method("post"), .action(Path.signOut.text), .class("actions")) {
        button(.class("button"), .type("submit")) { t("frame.signOut") }
      }
    }
  }

  private func row(_ session: Session, _ t: Phrases) -> Node {
    let device = session.device.isEmpty ? t("settings.unknownDevice") : session.device
    return tr {
      th(.scope("row")) { device }
      td(.data("data-label", t("settings.seen"))) { t.said { $0.stamp(session.seenAt) } }
      td(.data("data-label", t("settings.since"))) { t.said { $0.stamp(session.createdAt) } }
      td {
        if session.id == current {
          span(.class("coaster yes")) {
            t.icon("coaster-yes", style: "")
            t("settings.thisSession")
          }
        } else {
          form(.method("post"), .action(Path.session(session.id).text)) {
            button(.class("button small"), .type("submit")) {
              t("settings.endSession")
              span(.class("visually-hidden")) { ": " + device }
            }
          }
        }
      }
    }
  }
}
