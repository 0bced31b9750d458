import Core
import HTML

struct SignInPage: Page {
  var email = ""
  var error: Message?

  var chrome: Chrome { .alone }

  static var samples: [SignInPage] {
    [SignInPage(), SignInPage(email: "anna@", error: Message("signIn.badAddress"))]
  }

  func title(_ t: Phrases) -> String { t("signIn.title") }

  func body(_ t: Phrases) -> Node {
    group {
      h1 { t("signIn.heading") }
      p(.class("lead")) { t("signIn.lead") }
      form(.method("post"), .action(Path.signIn.text), .class("form")) {
        TextField(
          name: "email", label: t("signIn.email"), value: email, hint: t("signIn.hint"), error: error.map { t($0) },
          type: "email", autocomplete: "email", isRequired: true
        ).node
        div { button(.class("button primary"), .type("submit")) { t("signIn.send") } }
      }
      p(.class("small soft")) { t("signIn.guests") }
    }
  }
}

/// Shown for every address alike.
struct SignInSentPage: Page {
  let email: String

  var chrome: Chrome { .alone }

  static var samples: [SignInSentPage] { [SignInSentPage(email: "anna.berg@example.org")] }

  func title(_ t: Phrases) -> String { t("signIn.sent.title") }

  func body(_ t: Phrases) -> Node {
    group {
      h1 { t("signIn.sent.title") }
      p(.class("lead")) { t("signIn.sent.text", ["email": email]) }
      p(.class("small soft")) { t("signIn.sent.hint") }
    }
  }
}

/// Where a sign-in link leads: only the button signs in.
struct SignInConfirmPage: Page {
  let token: Token

  var chrome: Chrome { .alone }

  static var samples: [SignInConfirmPage] {
    [SignInConfirmPage(token: Token(bytes: Array(repeating: 7, count: 16)))]
  }

  func title(_ t: Phrases) -> String { t("signIn.confirm.title") }

  func body(_ t: Phrases) -> Node {
    group {
      h1 { t("signIn.confirm.title") }
      p(.class("lead")) { t("signIn.confirm.text") }
      form(.method("post"), .action(Path.signInLink(token).text)) {
        button(.class("button primary"), .type("submit")) { t("signIn.confirm.button") }
      }
    }
  }
}
