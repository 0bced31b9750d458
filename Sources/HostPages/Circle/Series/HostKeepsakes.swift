import Core
import HTML
import House
import Records
import Site

/// An evening's keepsakes for its host: promises to tick off, coasters of their tables, cards.
struct HostKeepsakes {
  let keepsakes: Keepsakes
  let party: PartyID

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "remains")) {
      h2(.id("remains")) { t("evening.remains.title") }
      if keepsakes.isEmpty { p(.class("soft")) { t("keepsakes.nothing") } }
      if !keepsakes.promises.isEmpty {
        h3 { t("keepsakes.promises.title") }
        ul(.class("plainlist")) { for promise in keepsakes.promises { li { self.promise(promise, t) } } }
      }
      for coaster in keepsakes.coasters {
        h3 { coaster.topic.isEmpty ? t("keepsakes.coasters.untitled") : coaster.topic }
        ul(.class("plainlist tight")) {
          for line in coaster.lines { li { line.author.isEmpty ? line.text : "\(line.text) – \(line.author)" } }
        }
      }
      if !keepsakes.cards.isEmpty {
        h3 { t("keepsakes.cards.title") }
        ul(.class("plainlist tight")) {
          for card in keepsakes.cards {
            li { [card.name, card.line, card.email, card.phone].filter { !$0.isEmpty }.joined(separator: ", ") }
          }
        }
      }
    }
  }

  private func promise(_ promise: Keepsakes.Promise, _ t: Phrases) -> Node {
    let side = t("keepsakes.promises.\(promise.isMine ? "to" : "from")", ["names": t.list(promise.others)])
    let words = t("party.quoted", ["text": promise.text]) + " " + side
    guard promise.isMine else {
      return .text(promise.isKept ? words + ", " + t("keepsakes.promises.done") : words)
    }
    return form(.class("line"), .method("post"), .action(Path.hostPromise(party, promise.number).text)) {
      span { words }
      button(.class("button small"), .type("submit"), .name("kept"), .value(promise.isKept ? "0" : "1")) {
        if promise.isKept { t.icon("check") }
        t(promise.isKept ? "keepsakes.promises.kept" : "keepsakes.promises.keep")
      }
    }
  }
}
