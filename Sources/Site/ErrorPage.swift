import Core
import HTML
import House
import Records

/// The problem in plain words, and a way on.
package struct ErrorPage: Page {
  package let error: AppError

  package init(error: AppError) {
    self.error = error
  }

  package var chrome: Chrome { .alone }

  package static var samples: [ErrorPage] {
    let errors: [AppError] = [
      .notFound, .signInNeeded, .crossSite, .tooManyRequests, .tooLarge(megabytes: 64), .linkGone, .linkReplaced,
      .invitationGone, .malformed, .conflict(Message("error.conflict.text")), .storage, .unavailable, .internal,
    ]
    return errors.map(ErrorPage.init)
  }

  package func title(_ t: Phrases) -> String { t("error.\(error.key).title") }

  package func body(_ t: Phrases) -> Node {
    group {
      h1 { title(t) }
      p(.class("lead")) { text(t) }
      div(.class("actions")) {
        if error == .signInNeeded || error == .linkGone {
          a(.class("button primary"), .href(Path.signIn.text)) { t("signIn.title") }
        } else {
          a(.class("button"), .href(Path.home.text)) { t("error.home") }
        }
      }
    }
  }

  private func text(_ t: Phrases) -> String {
    switch error {
    case .tooLarge(let megabytes): t("error.tooLarge.text", ["megabytes": t.number(megabytes)])
    case .conflict(let message): t(message)
    default: t("error.\(error.key).text")
    }
  }
}
