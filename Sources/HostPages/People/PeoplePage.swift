import Core
import HTML
import House
import Records
import Site

/// The address book.
package struct PeoplePage: Page {
  var query = PeopleQuery()
  package let people: [Person]
  let pager: Pager
  var provenance: [PersonID: [Provenance]] = [:]
  var states: [PersonID: GuestState] = [:]
  package var lists: [PeopleList.Counted] = []
  /// The number of all people, whatever the search.
  let total: Int
  /// The number of pairs who may be one person.
  var pairs = 0
  /// The list being looked at, if it can be fetched again.
  var list: PeopleList?
  /// Lists that are being read or waiting for the host.
  package var unfinished: [Import] = []

  package init(
    query: PeopleQuery = PeopleQuery(), people: [Person], pager: Pager, provenance: [PersonID: [Provenance]] = [:],
    states: [PersonID: GuestState] = [:], lists: [PeopleList.Counted] = [], total: Int, pairs: Int = 0,
    list: PeopleList? = nil,
    unfinished: [Import] = []
  ) {
    self.query = query
    self.people = people
    self.pager = pager
    self.provenance = provenance
    self.states = states
    self.lists = lists
    self.total = total
    self.pairs = pairs
    self.list = list
    self.unfinished = unfinished
  }

  package var chrome: Chrome { .host(current: .people) }

  package static var samples: [PeoplePage] {
    let none = Pager(page: 1, size: 50, total: 0)
    let provenance = [Person.samples[0].id: [Provenance(list: .sample, line: 4)]]
    let lists = [PeopleList.Counted(id: PeopleList.sample.id, name: PeopleList.sample.name, people: 117)]
    return [
      PeoplePage(people: [], pager: none, total: 0),
      PeoplePage(
        people: Person.samples, pager: Pager(page: 2, size: 50, total: 117), provenance: provenance,
        states: [Person.samples[0].id: .accepted, Person.samples[1].id: .invited], lists: lists, total: 117,
        pairs: 3, list: .fetched, unfinished: [.sample(.reading), .sample(.ready)]),
      PeoplePage(query: PeopleQuery(words: "Strassenbau"), people: [], pager: none, lists: lists, total: 117),
    ]
  }

  package func title(_ t: Phrases) -> String { t("people.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        div(.class("row")) {
          h1 { t("people.title") }
          if total > 0 {
            div(.class("actions")) {
              importLink(t)
              personLink(t)
            }
          }
        }
      }
      for importing in unfinished { notice(importing, t) }
      if pairs > 0 { pairsNotice(t) }
      if total == 0 {
        beginning(t)
      } else {
        search(t)
        if let list, !list.address.isEmpty { ListRefreshment(list: list.id, address: list.address).node(t) }
        if people.isEmpty { nobody(t) } else { book(t) }
        p(.class("small")) { a(.href(Path.leaving.text)) { t("people.leaving.open") } }
      }
    }
  }

  private func importLink(_ t: Phrases) -> Node {
    a(.class("button primary"), .href(Path.newImport.text)) {
      t.icon("plus")
      t("people.import")
    }
  }

  private func personLink(_ t: Phrases) -> Node {
    a(.class("button"), .href(Path.newPerson.text)) { t("person.new.title") }
  }

  private func notice(_ importing: Import, _ t: Phrases) -> Node {
    div(.class("notice"), .role("status")) {
      t.icon(importing.state == .ready ? "info" : "clock")
      p {
        t("people.unfinished.\(importing.state.rawValue)", ["file": importing.shownFile(t)])
        " "
        a(.href(Path.importing(importing.id).text)) { t("people.unfinished.show") }
      }
    }
  }

  private func pairsNotice(_ t: Phrases) -> Node {
    div(.class("notice")) {
      t.icon("merge")
      p {
        t.count("people.pairs.some", pairs)
        " "
        a(.href(Path.pairs.text)) { t("people.unfinished.show") }
      }
    }
  }

  private func beginning(_ t: Phrases) -> Node {
    div(.class("beginning")) {
      div {
        h2 { t("people.empty.title") }
        p(.class("soft")) { t("people.empty.text") }
        div(.class("actions")) {
          importLink(t)
          personLink(t)
        }
      }
      img(.class("spot"), .src(t.picture("table.svg")), .width("420"), .height("320"), .alt(""))
    }
  }

  private func search(_ t: Phrases) -> Node {
    form(.class("search"), .method("get"), .action(Path.people.text), .role("search")) {
      div(.class("field grow")) {
        label(.for("q")) { t("people.search") }
        input(
          .id("q"), .type("search"), .name("q"), .value(query.words), .placeholder(t("people.searchHint")),
          .maxlength("200"))
      }
      ChoiceField(
        name: "list", label: t("people.list"),
        options: [("", t("people.list.all", ["count": t.number(total)]))]
          + lists.map {
            ($0.id.description, t("people.list.counted", ["list": t.listName($0.name), "count": t.number($0.people)]))
          },
        chosen: query.list?.description ?? ""
      ).node
      button(.class("button"), .type("submit")) {
        t.icon("search")
        t("people.search")
      }
    }
  }

  private func nobody(_ t: Phrases) -> Node {
    div(.class("beginning")) {
      div {
        h2 { query.words.isEmpty ? t("people.none.title") : t("people.none.words", ["words": query.words]) }
        p(.class("soft")) { t("people.none.text") }
        p { a(.href(Path.people.text)) { t("people.none.all") } }
      }
      img(.class("spot"), .src(t.picture("table.svg")), .width("420"), .height("320"), .alt(""))
    }
  }

  private func book(_ t: Phrases) -> Node {
    group {
      PeopleTable.scroll(t("people.region")) {
        caption { t.count("people.caption", pager.total, t.range(pager)) }
        thead {
          tr {
            for key in ["name", "organisation", "topics", "from", "state"] {
              th(.scope("col")) { t("people.column.\(key)") }
            }
          }
        }
        tbody { for person in people { row(person, t) } }
      }
      div(.class("pager")) {
        div(.class("actions")) {
          export(.peopleCSV, t("people.export.csv"), t)
          export(.peopleVCard, t("people.export.vcard"), t)
          span(.class("small soft")) { t("people.export.hint") }
        }
        pager.node(t, label: t("people.pages")) { Path.people.query(query.items(page: $0)) }
      }
    }
  }

  private func export(_ path: Path, _ label: String, _ t: Phrases) -> Node {
    a(.class("button small"), .href(path.query(query.items()))) {
      t.icon("download")
      label
    }
  }

  private func row(_ person: Person, _ t: Phrases) -> Node {
    tr {
      th(.scope("row")) { a(.href(Path.person(person.id).text)) { person.shownName } }
      td { PeopleTable.work(person.record) }
      td(.data("data-label", t("people.column.topics"))) { PeopleTable.topics(person.record.topics, t) }
      td(.data("data-label", t("people.column.from"))) { from(provenance[person.id] ?? [], t) }
      td { if let state = states[person.id] { Coaster.guest(state, t) } }
    }
  }

  private func from(_ provenance: [Provenance], _ t: Phrases) -> String {
    guard let first = provenance.first else { return "" }
    let name = t.listName(first.list.name)
    return provenance.count == 1 ? name : t.count("people.fromMore", provenance.count - 1, ["list": name])
  }
}

/// The badge of a state: a coaster, always with its word.
private enum Coaster {
  static func guest(_ state: GuestState, _ t: Phrases) -> Node {
    let (mood, picture) = look(state)
    return span(.class("coaster \(mood)")) {
      t.icon("coaster-\(picture)", style: "")
      " "
      t("guest.state.\(state.rawValue)")
    }
  }

  private static func look(_ state: GuestState) -> (mood: String, picture: String) {
    switch state {
    case .accepted: ("yes", "yes")
    case .tentative: ("perhaps", "perhaps")
    case .declined, .withdrawn: ("no", "no")
    case .waiting: ("warn", "reserve")
    case .silent: ("", "waiting")
    case .invited, .shortlisted: ("", "asked")
    }
  }
}
