import Core
import HTML
import House
import Records
import Site

/// Asks a new host for name and address before anything else.
package struct IntroductionPage: Page {
  package let host: Host
  var errors = FieldErrors()

  package init(host: Host, errors: FieldErrors = FieldErrors()) {
    self.host = host
    self.errors = errors
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { ["timezone"] }

  package static var samples: [IntroductionPage] {
    var fresh = Host.sample
    (fresh.name, fresh.email) = ("", Host.unknownAddress)
    let errors = FieldErrors(["name": Message("settings.error.name"), "email": Message("settings.error.email")])
    return [IntroductionPage(host: fresh), IntroductionPage(host: fresh, errors: errors)]
  }

  package func title(_ t: Phrases) -> String { t("home.introduce.title") }

  package func body(_ t: Phrases) -> Node {
    div(.class("beginning")) {
      div {
        h1 { t("home.introduce.title") }
        p(.class("lead")) { t("home.introduce.lead") }
        form(.method("post"), .action(Path.introduction.text), .class("card form")) {
          TextField(
            name: "name", label: t("settings.name"), value: host.name, hint: t("settings.nameHint"),
            error: errors["name"].map { t($0) }, autocomplete: "name", isRequired: true
          ).node
          TextField(
            name: "email", label: t("settings.email"), value: host.knownEmail, hint: t("settings.emailHint"),
            error: errors["email"].map { t($0) }, type: "email", autocomplete: "email", isRequired: true
          ).node
          ZoneField(name: "zone", label: t("settings.zone"), chosen: host.zone, guesses: true).node(t)
          div(.class("actions")) {
            button(.class("button primary"), .type("submit")) { t("home.introduce.button") }
          }
        }
      }
      img(.class("scene"), .src(t.picture("dusk.svg")), .width("1200"), .height("560"), .alt(""))
    }
  }
}
