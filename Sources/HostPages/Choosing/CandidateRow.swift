import Acts
import Core
import HTML
import House
import Records
import Site

/// One candidate of the ranked list: the person, the reason, and the actions.
package struct CandidateRow: Sendable {
  let candidate: RankedCandidate
  let details: CandidateDetails

  package init(candidate: RankedCandidate, details: CandidateDetails) {
    self.candidate = candidate
    self.details = details
  }

  func node(_ t: Phrases, party: PartyID, query: ChoosingQuery, hasTheme: Bool, hasObjected: Bool) -> Node {
    li {
      div(.class("tight")) {
        h3(.class("name")) { a(.class("plain"), .href(Path.person(candidate.id).text)) { candidate.name } }
        if !place.isEmpty { p(.class("small soft")) { place } }
        p(.class("reason")) { reason(t, hasTheme) }
        if !words.isEmpty {
          ul(.class("chips"), .aria(.label, t("choosing.words"))) {
            for word in words.prefix(6) { li(.class("chip on")) { word } }
          }
        }
        flags(t, hasObjected)
      }
      if !hasObjected { actions(t, party, query) }
    }
  }

  private var place: String {
    [details.role, details.organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private var words: [String] {
    var seen: Set<String> = []
    return candidate.reasons.flatMap(\.words).filter { seen.insert($0.lowercased()).inserted }
  }

  /// “Spricht über „Coaching in Behörden“.”
  private func reason(_ t: Phrases, _ hasTheme: Bool) -> String {
    let titles = candidate.reasons.prefix(2).map(\.title)
    if titles.count == 2 { return t("choosing.reason.two", ["first": titles[0], "second": titles[1]]) }
    if let title = titles.first { return t("choosing.reason.one", ["first": title]) }
    guard let topic = details.topics.first else { return t("choosing.reason.unknown") }
    return t(hasTheme ? "choosing.reason.other" : "choosing.reason.one", ["first": topic])
  }

  @NodeBuilder private func flags(_ t: Phrases, _ hasObjected: Bool) -> [Node] {
    if hasObjected {
      p(.class("small")) { coaster("excluded", t("choosing.flag.objected"), t) }
    } else if details.email.isEmpty {
      p(.class("small")) { coaster("warn", t("choosing.flag.noAddress"), t, mood: "warn") }
    }
  }

  private func actions(_ t: Phrases, _ party: PartyID, _ query: ChoosingQuery) -> Node {
    ShortlistForm(party: party, person: candidate.id, query: query).node(t) {
      button(
        .class("button small"), .type("submit"), .name("change"), .value("choose"),
        .data("data-key", "choose-\(candidate.id)")
      ) {
        t.icon("plus")
        t("choosing.choose")
        span(.class("visually-hidden")) { ": " + candidate.name }
      }
      button(.class("button small quiet"), .type("submit"), .name("change"), .value("reserve")) {
        t("choosing.toReserve")
        span(.class("visually-hidden")) { ": " + candidate.name }
      }
      button(
        .class("button square"), .type("submit"), .name("change"), .value("exclude"),
        .aria(.label, t("choosing.exclude", ["name": candidate.name]))
      ) { t.icon("cross") }
    }
  }
}

/// A form around buttons that act on one person and return to the same place.
struct ShortlistForm {
  let party: PartyID
  let person: PersonID
  let query: ChoosingQuery

  func node(_ t: Phrases, @NodeBuilder buttons: () -> [Node]) -> Node {
    form(.class("actions"), .method("post"), .action(Path.shortlist(party).text)) {
      input(.type("hidden"), .name("person"), .value(person.description))
      query.hiddenFields
      buttons()
    }
  }
}

extension ChoosingQuery {
  var hiddenFields: Node {
    group { for (name, value) in items where !value.isEmpty { input(.type("hidden"), .name(name), .value(value)) } }
  }
}

/// A coaster: the symbol of a state, with its word beside it.
func coaster(_ sign: String, _ words: String, _ t: Phrases, mood: String = "") -> Node {
  coaster(sign, t, mood: mood) { _ in words }
}

/// Used for texts with times, which a screen reader words differently.
func coaster(_ sign: String, _ t: Phrases, mood: String = "", _ words: (Phrases) -> String) -> Node {
  span(.class(mood.isEmpty ? "coaster" : "coaster \(mood)")) {
    t.icon("coaster-\(sign)", style: "")
    " "
    t.said(words)
  }
}
