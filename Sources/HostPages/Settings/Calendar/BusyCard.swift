import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The source of the host's busy times.
package struct BusyCard: Sendable {
  var source: BusyStore.Source?
  /// Input that could not be accepted.
  var typed = ""
  var typedUser = ""
  var errors = FieldErrors()

  package init(
    source: BusyStore.Source? = nil, typed: String = "", typedUser: String = "", errors: FieldErrors = FieldErrors()
  ) {
    (self.source, self.typed, self.typedUser, self.errors) = (source, typed, typedUser, errors)
  }

  private var error: Message? { errors["calendar"] }

  private var isLoginOpen: Bool {
    !typedUser.isEmpty || errors["calendarUser"] != nil || errors["calendarPassword"] != nil
      || ["wrongLogin", "refused", "passwordLost"].contains(source?.problem ?? "")
  }

  func node(_ t: Phrases) -> Node {
    form(.class("form card"), .id("busy-calendar"), .method("post"), .action(Path.busyCalendar.text)) {
      h2 { t("busy.title") }
      p(.class("soft")) { t("busy.lead") }
      if let source { standing(source, t) }
      TextField(
        name: "calendar", label: t(source == nil ? "busy.address" : "busy.otherAddress"), value: typed,
        hint: t("busy.addressHint"), error: error.map { t($0) }, type: "url", more: [.maxlength("2000")]
      ).node
      login(t)
      div(.class("actions")) {
        button(.class("button"), .type("submit")) { t("busy.save") }
        if source != nil {
          button(.class("button quiet"), .type("submit"), .name("removed"), .value("1")) { t("busy.remove") }
        }
      }
    }
  }

  /// Few need it. What was given before is not shown again.
  private func login(_ t: Phrases) -> Node {
    element("details", isLoginOpen ? [Attribute("open", nil)] : []) {
      summary { t("busy.login.title") }
      p(.class("small soft")) { t("busy.login.lead") }
      TextField(
        name: "calendarUser", label: t("busy.login.user"), value: typedUser,
        error: errors["calendarUser"].map { t($0) },
        more: [.maxlength("\(BusyLogin.longest)")]
      ).node
      TextField(
        name: "calendarPassword", label: t("busy.login.password"), hint: t("busy.login.passwordHint"),
        error: errors["calendarPassword"].map { t($0) }, type: "password", autocomplete: "new-password",
        more: [.maxlength("\(BusyLogin.longest)")]
      ).node
    }
  }

  /// The address is a secret: only its server is named.
  private func standing(_ source: BusyStore.Source, _ t: Phrases) -> Node {
    group {
      p {
        t("busy.from", ["server": URL(string: source.address)?.host() ?? ""])
        if !source.user.isEmpty { " " + t("busy.login.as", ["user": source.user]) }
      }
      if !source.problem.isEmpty { p(.class("notice bad")) { t("busy.problem.\(source.problem)") } }
      if let read = source.readAt { p(.class("small soft")) { t.said { $0("busy.readAt", ["time": $0.stamp(read)]) } } }
    }
  }
}
