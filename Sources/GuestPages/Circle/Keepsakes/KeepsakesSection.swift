import Acts
import Core
import HTML
import House
import Records
import Site

/// The keepsakes on a guest's personal page: the people they met, and what was written down, given and promised.
struct KeepsakesSection {
  let keepsakes: Keepsakes
  let token: Token

  func node(_ t: Phrases) -> Node {
    group {
      if let next = keepsakes.next { further(next, t) }
      if let deposit = keepsakes.ballot { BallotForm(deposit: deposit, action: .ballot(token)).node(t) }
      if !keepsakes.met.isEmpty { met(t) }
      promises(t)
      if !keepsakes.coasters.isEmpty { coasters(t) }
      if !keepsakes.cards.isEmpty { cards(t) }
      if keepsakes.isEmpty, keepsakes.wasThere || keepsakes.awaitsShares {
        p(.class("soft")) { t(keepsakes.wasThere ? "keepsakes.nothing" : "keepsakes.absent") }
      }
      if let membership = keepsakes.membership { membership.node(token, t) }
      takeAway(t)
    }
  }

  private func further(_ next: Keepsakes.NextEvening, _ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "further")) {
      h2(.id("further")) { t("keepsakes.next.title") }
      p { t("keepsakes.next.text", ["topic": next.topic]) }
      div(.class("actions")) { a(.class("button primary"), .href(next.path.text)) { t("keepsakes.next.open") } }
    }
  }

  private func met(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "met")) {
      h2(.id("met")) { t("keepsakes.met.title") }
      ul(.class("plainlist")) {
        for met in keepsakes.met {
          li {
            strong { met.name }
            if !met.line.isEmpty { span(.class("soft")) { ", " + met.line } }
            br()
            span(.class("small soft")) { meeting(met, t) }
          }
        }
      }
    }
  }

  private func meeting(_ met: Keepsakes.Met, _ t: Phrases) -> String {
    let time = t.count("keepsakes.met.minutes", met.minutes)
    guard !met.topics.isEmpty else { return time }
    return t(
      "keepsakes.met.about", ["time": time, "topics": t.list(met.topics.map { t("party.quoted", ["text": $0]) })])
  }

  @NodeBuilder private func promises(_ t: Phrases) -> [Node] {
    let (mine, others) = (keepsakes.promises.filter(\.isMine), keepsakes.promises.filter { !$0.isMine })
    if !keepsakes.promises.isEmpty {
      section(.aria(.labelledBy, "promises")) {
        h2(.id("promises")) { t("keepsakes.promises.title") }
        if !mine.isEmpty {
          h3 { t("keepsakes.promises.mine") }
          ul(.class("plainlist")) { for promise in mine { li { own(promise, t) } } }
        }
        if !others.isEmpty {
          h3 { t("keepsakes.promises.others") }
          ul(.class("plainlist")) { for promise in others { li { received(promise, t) } } }
        }
      }
    }
  }

  private func own(_ promise: Keepsakes.Promise, _ t: Phrases) -> Node {
    form(.class("line"), .method("post"), .action(Path.promise(token, promise.number).text)) {
      span {
        t("party.quoted", ["text": promise.text])
        span(.class("soft")) { " " + t("keepsakes.promises.to", ["names": t.list(promise.others)]) }
      }
      button(.class("button small"), .type("submit"), .name("kept"), .value(promise.isKept ? "0" : "1")) {
        if promise.isKept { t.icon("check") }
        t(promise.isKept ? "keepsakes.promises.kept" : "keepsakes.promises.keep")
      }
    }
  }

  private func received(_ promise: Keepsakes.Promise, _ t: Phrases) -> Node {
    group {
      t("party.quoted", ["text": promise.text])
      span(.class("soft")) {
        " " + t("keepsakes.promises.from", ["names": t.list(promise.others)])
        if promise.isKept { ", " + t("keepsakes.promises.done") }
      }
    }
  }

  private func coasters(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "coasters")) {
      h2(.id("coasters")) { t("keepsakes.coasters.title") }
      for coaster in keepsakes.coasters { CoasterPaper(coaster: coaster, token: token).node(t) }
    }
  }

  private func cards(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "cards")) {
      h2(.id("cards")) { t("keepsakes.cards.title") }
      ul(.class("plainlist")) {
        for card in keepsakes.cards {
          li {
            strong { card.name }
            if !card.line.isEmpty { span(.class("soft")) { ", " + card.line } }
            for detail in [card.email, card.phone, card.web] where !detail.isEmpty {
              br()
              span(.class("small")) { detail }
            }
          }
        }
      }
      div(.class("actions")) { a(.class("button"), .href(Path.cards(token).text)) { t("keepsakes.cards.file") } }
    }
  }

  private func takeAway(_ t: Phrases) -> Node {
    details {
      summary { t("keepsakes.yours.title") }
      p { t("keepsakes.yours.text") }
      div(.class("actions")) {
        if !keepsakes.isEmpty { a(.class("button"), .href(Path.keepsakes(token).text)) { t("keepsakes.yours.file") } }
        a(.class("button danger"), .href(Path.guestErasure(token).text)) { t("keepsakes.yours.erase") }
      }
    }
  }
}

/// A coaster as it was on its table.
struct CoasterPaper {
  let coaster: Keepsakes.Coaster
  let token: Token

  func node(_ t: Phrases) -> Node {
    article(.class("paper beermat")) {
      h3 { coaster.topic.isEmpty ? t("keepsakes.coasters.untitled") : coaster.topic }
      ul(.class("plainlist tight")) {
        for line in coaster.lines {
          li {
            line.text
            if !line.author.isEmpty { span(.class("small soft")) { " – " + line.author } }
          }
        }
      }
      if let name = coaster.sharedBy { p(.class("small soft")) { t("keepsakes.coasters.shared", ["name": name]) } }
      if coaster.isMine { sharing(t) }
    }
  }

  private func sharing(_ t: Phrases) -> Node {
    form(.method("post"), .action(Path.coasterShare(token, coaster.table).text)) {
      button(
        .class("button small"), .type("submit"), .name("shared"), .value(coaster.sharedBy == nil ? "1" : "0")
      ) { t(coaster.sharedBy == nil ? "keepsakes.coasters.share" : "keepsakes.coasters.unshare") }
    }
  }
}
