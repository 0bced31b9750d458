import Core
import House
import Records

/// A participant's keepsakes as plain text.
package struct KeepsakeText {
  package let keepsakes: Keepsakes

  package init(keepsakes: Keepsakes) {
    self.keepsakes = keepsakes
  }

  package func text(_ t: Phrases) -> String {
    [
      block(
        t("keepsakes.met.title"),
        keepsakes.met.map { met in
          [met.name, met.line].filter { !$0.isEmpty }.joined(separator: ", ") + " ("
            + t.count("keepsakes.met.minutes", met.minutes) + ")"
        }),
      block(t("keepsakes.promises.mine"), keepsakes.promises.filter(\.isMine).map { promise($0, "to", t) }),
      block(t("keepsakes.promises.others"), keepsakes.promises.filter { !$0.isMine }.map { promise($0, "from", t) }),
      keepsakes.coasters.map { coaster in
        block(
          coaster.topic.isEmpty ? t("keepsakes.coasters.untitled") : coaster.topic,
          coaster.lines.map { "\($0.text) – \($0.author)" })
      }.joined(),
      block(
        t("keepsakes.cards.title"),
        keepsakes.cards.map { card in
          [card.name, card.line, card.email, card.phone, card.web].filter { !$0.isEmpty }.joined(separator: ", ")
        }),
      avoided(t),
    ].joined()
  }

  /// The number of them, and never their names: the text lies behind the same link as the page.
  private func avoided(_ t: Phrases) -> String {
    guard let count = keepsakes.membership?.avoided, count > 0 else { return "" }
    return block(t("avoidance.copy"), [t.count("avoidance.said", count)])
  }

  private func promise(_ promise: Keepsakes.Promise, _ side: String, _ t: Phrases) -> String {
    "\(promise.text) (" + t("keepsakes.promises.\(side)", ["names": t.list(promise.others)]) + ")"
  }

  private func block(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title)\n" + lines.map { "- \($0)\n" }.joined() + "\n"
  }
}
