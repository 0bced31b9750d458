import Core
import HTML
import House
import Records
import Site

package struct SignInPage: Page {
  package var email = ""
  package var error: Message?
  /// By which hosts sign in, as their buttons name them.
  package var providers: [Provider] = []
  /// True if links are sent by mail.
  package var mailsLinks = true
  /// Why a provider's answer let nobody in.
  package var refusal: Message?

  package init(
    email: String = "", error: Message? = nil, providers: [Provider] = [], mailsLinks: Bool = true,
    refusal: Message? = nil
  ) {
    (self.email, self.error) = (email, error)
    (self.providers, self.mailsLinks, self.refusal) = (providers, mailsLinks, refusal)
  }

  package struct Provider: Sendable {
    package let key: String
    package let name: String

    package init(key: String, name: String) {
      (self.key, self.name) = (key, name)
    }
  }

  package var chrome: Chrome { .alone }

  package static var samples: [SignInPage] {
    let (university, google) = (
      Provider(key: "uni", name: "Universität Nordstadt"), Provider(key: "google", name: "Google")
    )
    return [
      SignInPage(), SignInPage(email: "anna@", error: Message("signIn.badAddress")),
      SignInPage(providers: [university, google]),
      SignInPage(
        providers: [university], mailsLinks: false,
        refusal: Message("signOn.refused.uninvited", ["provider": university.name])),
    ]
  }

  package func title(_ t: Phrases) -> String { t("signIn.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      h1 { t("signIn.heading") }
      if let refusal {
        div(.class("notice bad"), .role("alert")) {
          t.icon("warning")
          p { t(refusal) }
        }
      }
      p(.class("lead")) { t("signIn.lead") }
      if !providers.isEmpty { providerButtons(t) }
      if mailsLinks { linkForm(t) }
      p(.class("small soft")) { t("signIn.guests") }
    }
  }

  private func providerButtons(_ t: Phrases) -> Node {
    div(.class("stack tight")) {
      for provider in providers {
        form(.method("post"), .action(Path.signOn(provider.key).text)) {
          button(.class("button primary wide"), .type("submit")) { t("signOn.with", ["provider": provider.name]) }
        }
      }
      if mailsLinks { p(.class("small soft")) { t("signOn.orLink") } }
    }
  }

  private func linkForm(_ t: Phrases) -> Node {
    form(.method("post"), .action(Path.signIn.text), .class("form")) {
      TextField(
        name: "email", label: t("signIn.email"), value: email, hint: t("signIn.hint"), error: error.map { t($0) },
        type: "email", autocomplete: "email", isRequired: true
      ).node
      div {
        button(.class(providers.isEmpty ? "button primary" : "button"), .type("submit")) { t("signIn.send") }
      }
    }
  }
}

/// Shown for every address, known or not.
package struct SignInSentPage: Page {
  package let email: String
  /// Tells whether mail is sent automatically, and right now.
  package var mail = Passage.open

  package init(email: String, mail: Passage = Passage.open) {
    self.email = email
    self.mail = mail
  }

  /// The progress a mail can make.
  package enum Passage: String, Sendable, CaseIterable {
    case open
    /// No mail server is set up: mails go to a folder.
    case filed
    /// The mail server accepts none at the moment.
    case delayed
  }

  package var chrome: Chrome { .alone }

  package static var samples: [SignInSentPage] {
    Passage.allCases.map { SignInSentPage(email: "anna.berg@example.org", mail: $0) }
  }

  package func title(_ t: Phrases) -> String { t(mail == .open ? "signIn.sent.title" : "signIn.sent.titleWaiting") }

  package func body(_ t: Phrases) -> Node {
    group {
      h1 { title(t) }
      p(.class("lead")) { t("signIn.sent.\(mail.rawValue)", ["email": email]) }
      if mail == .open { p(.class("small soft")) { t("signIn.sent.hint") } }
      div(.class("actions")) { a(.class("button"), .href(Path.signIn.text)) { t("signIn.sent.other") } }
    }
  }
}

/// The target of a sign-in link: only its button signs in.
package struct SignInConfirmPage: Page {
  package let token: Token

  package init(token: Token) {
    self.token = token
  }

  package var chrome: Chrome { .alone }

  package static var samples: [SignInConfirmPage] {
    [SignInConfirmPage(token: Token(bytes: Array(repeating: 7, count: 16)))]
  }

  package func title(_ t: Phrases) -> String { t("signIn.confirm.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      h1 { t("signIn.confirm.title") }
      p(.class("lead")) { t("signIn.confirm.text") }
      form(.method("post"), .action(Path.signInLink(token).text)) {
        button(.class("button primary"), .type("submit")) { t("signIn.confirm.button") }
      }
    }
  }
}
