import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Candidates by relevance and, beside them, the guests at the table.
package struct ChoosingPage: Page {
  package let facts: PartyFacts
  let hostName: String
  /// As stored, or as typed if it can't be accepted.
  package var topic: String
  package var question: String
  var errors = FieldErrors()
  package let lists: [ChoosableList]
  let query: ChoosingQuery
  let candidates: [CandidateRow]
  /// The number on all pages together.
  let total: Int
  /// Nil if there is nothing to propose.
  package var proposal: Proposal?
  /// Addresses on the suppression list, among those shown.
  let objected: Set<String>
  package let now: Date

  package init(
    facts: PartyFacts, hostName: String, topic: String, question: String, errors: FieldErrors = FieldErrors(),
    lists: [ChoosableList], query: ChoosingQuery, candidates: [CandidateRow], total: Int, proposal: Proposal? = nil,
    objected: Set<String>, now: Date
  ) {
    self.facts = facts
    self.hostName = hostName
    self.topic = topic
    self.question = question
    self.errors = errors
    self.lists = lists
    self.query = query
    self.candidates = candidates
    self.total = total
    self.proposal = proposal
    self.objected = objected
    self.now = now
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { ["place"] }

  package func title(_ t: Phrases) -> String { t("choosing.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(
        facts, here: .choosing, title: Message("choosing.title"), lead: facts.seatAdvice.lead, now: now
      ).node(t)
      if facts.peopleKnown == 0 { noPeople(t) }
      div(.class("columns even")) {
        theme(t)
        search(t)
      }
      if let proposal { ProposalPanel(proposal: proposal, party: party.id, query: query).node(t) }
      div(.class("columns wide-side"), .id("choosing"), .data("data-keeps-place", "")) {
        ranked(t)
        ShortlistPanel(facts: facts, hostName: hostName, query: query).node(t)
      }
    }
  }

  private func noPeople(_ t: Phrases) -> Node {
    div(.class("notice"), .role("status")) {
      t.icon("info")
      p {
        t("choosing.noPeople") + " "
        a(.href(Path.newImport.text)) { t("home.begin.bring") }
      }
    }
  }

  private func theme(_ t: Phrases) -> Node {
    form(.method("post"), .action(Path.choosing(party.id).text), .class("card form")) {
      query.at(page: 1).hiddenFields
      TextField(
        name: "topic", label: t("substance.field.topic"), value: topic, hint: t("choosing.topicHint"),
        error: errors["topic"].map { t($0) }, more: [.maxlength("300")]
      ).node
      TextField(
        name: "question", label: t("substance.field.question"), value: question, hint: t("choosing.questionHint"),
        error: errors["question"].map { t($0) }, rows: 2, more: [.maxlength("1000")]
      ).node
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("choosing.rank") } }
    }
  }

  private func search(_ t: Phrases) -> Node {
    form(.class("card form"), .method("get"), .action(Path.choosing(party.id).text), .role("search")) {
      ChoiceField(
        name: "list", label: t("choosing.list"), options: listChoices(t), chosen: query.listValue
      ).node
      TextField(
        name: "q", label: t("choosing.search"), value: query.search, hint: t("choosing.searchHint"), type: "search"
      ).node
      div(.class("actions")) {
        button(.class("button"), .type("submit")) {
          t.icon("search")
          t("choosing.show")
        }
        if !query.search.isEmpty {
          a(.class("button quiet"), .href(everybody.location(party.id))) { t("choosing.clearSearch") }
        }
      }
    }
  }

  private var everybody: ChoosingQuery {
    var query = query.at(page: 1)
    query.search = ""
    return query
  }

  private func listChoices(_ t: Phrases) -> [(value: String, label: String)] {
    [("all", t("choosing.allPeople", ["count": t.number(facts.peopleKnown)]))]
      + lists.flatMap { list in
        let all = (CandidateList(list.id).text, "\(list.name) (\(t.number(list.count)))")
        guard list.wereThere > 0 else { return [all] }
        let words = t("choosing.wereThere", ["list": list.name, "count": t.number(list.wereThere)])
        return [all, (CandidateList(list.id, wereThere: true).text, words)]
      }
  }

  private func ranked(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "ranked")) {
      h2(.id("ranked"), Attribute("tabindex", "-1")) { t(hasTheme ? "choosing.ranked" : "choosing.unranked") }
      if !hasTheme { p(.class("soft")) { t("choosing.noTheme") } }
      if candidates.isEmpty {
        p(.class("soft")) { t(query.search.isEmpty ? "choosing.nobody" : "choosing.nobodyFound") }
      }
      element("ol", [.class("people ranked")] + (offset > 0 ? [Attribute("start", "\(offset + 1)")] : [])) {
        for row in candidates {
          row.node(
            t, party: party.id, query: query, hasTheme: hasTheme, hasObjected: objected.contains(row.details.email))
        }
      }
      pager(t)
      excluded(t)
    }
  }

  private func pager(_ t: Phrases) -> Node {
    nav(.class("pager"), .aria(.label, t("choosing.pages"))) {
      if total > 0 {
        span(.class("soft small")) {
          t(
            "choosing.range",
            ["from": t.number(offset + 1), "to": t.number(offset + candidates.count), "total": t.number(total)])
        }
      }
      if query.page > 1 { pageLink(query.page - 1, "choosing.previous", "left", t) }
      if offset + candidates.count < total { pageLink(query.page + 1, "choosing.next", "right", t) }
    }
  }

  private func pageLink(_ page: Int, _ key: String, _ sign: String, _ t: Phrases) -> Node {
    a(.class("button small"), .href(query.at(page: page).location(party.id) + "#choosing")) {
      if sign == "left" { t.icon(sign) }
      t(key)
      if sign == "right" { t.icon(sign) }
    }
  }

  @NodeBuilder private func excluded(_ t: Phrases) -> [Node] {
    let people = facts.guests.filter { $0.guest.standing == .excluded }
    if !people.isEmpty {
      details {
        summary { t.count("choosing.excluded", people.count) }
        ul(.class("people compact")) {
          for known in people {
            li {
              div { known.name }
              ShortlistForm(party: party.id, person: known.guest.person, query: query).node(t) {
                button(.class("button small"), .type("submit"), .name("change"), .value("restore")) {
                  t.icon("undo")
                  t("choosing.restore")
                  span(.class("visually-hidden")) { ": " + known.name }
                }
              }
            }
          }
        }
      }
    }
  }

  private var party: Party { facts.party }
  private var offset: Int { (query.page - 1) * ChoosingQuery.pageSize }

  private var hasTheme: Bool {
    !(facts.party.substance.topic + facts.party.substance.question).isEmpty
  }
}
