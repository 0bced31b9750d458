import Core
import Foundation
import House
import Records

extension RoomPage {
  package static var samples: [RoomPage] {
    let evening = SampleEvening(people: 8)
    return [
      RoomPage(facts: .sample(), sample: evening.before),
      RoomPage(facts: .sample(), sample: SampleEvening(people: 3).mingling),
      RoomPage(facts: .sample(), sample: evening.mingling),
      RoomPage(facts: .sample(), sample: SampleEvening(people: 40).mingling),
      RoomPage(facts: .sample(.host), sample: SampleEvening(people: 40).mingling(seenBy: .host)),
      RoomPage(facts: .sample(), sample: SampleEvening(people: 3).onStage(.introductions)),
      RoomPage(facts: .sample(), sample: evening.onStage(.question)),
      RoomPage(facts: .sample(), sample: SampleEvening(people: 40).onStage(.guestOfHonour)),
      RoomPage(facts: .sample(), sample: evening.waiting),
      RoomPage(facts: .sample(.host), sample: evening.hosted),
      RoomPage(facts: .sample(), sample: evening.ended),
      RoomPage(facts: .sample()),
    ]
  }
}

extension RoomFacts {
  /// `g1` is the guest from whose view most samples are shown.
  package static func sample(_ you: ParticipantID = ParticipantID("g1")) -> RoomFacts {
    let token = Token(bytes: Array(repeating: 7, count: 16))
    return RoomFacts(
      you: you, topic: "Vertrauen in Teams auf Distanz",
      question: "Wann haben Sie zuletzt jemandem vertraut, den Sie noch nie gesehen hatten?",
      hostName: "Miriam Sander", start: PartyFacts.sampleTime, zones: ["Europe/Berlin"],
      socket: .floorSocket(token), back: .personal(token),
      profile: Participant.Profile(name: "Anna Brandis", line: "Begleitet Führungskräfte", drink: ""), leavesAt: nil)
  }
}

/// An invented evening with this many people, at several moments.
struct SampleEvening {
  let people: Int

  var mingling: FloorView { mingling(seenBy: Self.guest) }

  func mingling(seenBy you: ParticipantID) -> FloorView {
    var view = floor(you)
    view.clock = clock(.mingling, minutesLeft: 17)
    return view
  }

  /// The host's view: somebody alone, somebody at the door, a knock.
  var hosted: FloorView {
    var view = mingling(seenBy: .host)
    view.doors = .knock
    for index in view.people.indices where view.people[index].id == Self.id(6) {
      (view.people[index].presence, view.people[index].table, view.people[index].seat) = (.waiting, nil, nil)
    }
    return view
  }

  func onStage(_ kind: Programme.Kind) -> FloorView {
    var view = floor(Self.guest)
    view.clock = clock(kind, minutesLeft: 9)
    view.stage.speaker = Self.id(2)
    view.stage.until = Moment(PartyFacts.sampleTime).adding(seconds: 80)
    view.stage.queue = view.people.map(\.id).filter { ![Self.id(2), Self.guest].contains($0) }.suffix(2)
    for index in view.people.indices where index % 3 == 0 { view.people[index].hasSpoken = true }
    return view
  }

  var before: FloorView {
    var view = floor(Self.guest)
    (view.doors, view.clock) = (.closed, nil)
    for index in view.people.indices {
      let isHere = view.people[index].id == Self.guest || index < 3
      view.people[index].presence = isHere ? .lobby : .expected
      (view.people[index].table, view.people[index].seat) = (nil, nil)
    }
    return view
  }

  var waiting: FloorView {
    var view = floor(Self.guest)
    view.doors = .knock
    for index in view.people.indices where view.people[index].id == Self.guest {
      (view.people[index].presence, view.people[index].table, view.people[index].seat) = (.waiting, nil, nil)
    }
    return view
  }

  var ended: FloorView {
    var view = floor(Self.guest)
    view.hasEnded = true
    return view
  }

  private static let guest = ParticipantID("g1")

  private static func id(_ number: Int) -> ParticipantID { number == 0 ? .host : ParticipantID("g\(number)") }

  private func clock(_ kind: Programme.Kind, minutesLeft: Int) -> ProgrammeClock {
    let now = Moment(PartyFacts.sampleTime)
    return ProgrammeClock(
      index: Self.programme.firstIndex { $0.kind == kind } ?? 0, startedAt: now.adding(seconds: -600),
      endsAt: now.adding(seconds: minutesLeft * 60 + 24))
  }

  private static let programme: [Programme.Part] = [
    .init(kind: .arrivals, minutes: 5), .init(kind: .introductions, minutes: 16), .init(kind: .question, minutes: 20),
    .init(kind: .mingling, minutes: 30), .init(kind: .guestOfHonour, minutes: 15), .init(kind: .close, minutes: 5),
  ]

  private func floor(_ you: ParticipantID) -> FloorView {
    let standing = SampleStanding(people: people)
    var view = FloorView(
      you: you, doors: .open, hasEnded: false, people: standing.participants, tables: standing.tables,
      programme: Self.programme, clock: nil, stage: Stage(), rounds: nil, coaster: [], talk: [], promises: [],
      cards: [], announcements: ["Um halb acht kommt unser Ehrengast."])
    let now = Moment(PartyFacts.sampleTime)
    let table = TableID(number: 1)
    view.coaster = [
      CoasterLine(id: 1, table: table, author: Self.guest, text: "Kamera aus heißt nicht: nicht da.", revision: 1),
      CoasterLine(
        id: 2, table: table, author: Self.id(2), text: "Erst zu zweit telefonieren, dann zu acht tagen", revision: 2),
    ]
    view.talk = [
      Saying(
        who: Self.id(2), table: table, text: "Wer kennt die Studie aus Kassel?", at: now.adding(seconds: -95),
        heardBy: []),
      Saying(
        who: Self.guest, table: table, text: "Ich, und ich schicke sie herum.", at: now.adding(seconds: -40),
        heardBy: []),
    ]
    view.promises = [PartyPromise(id: 1, from: Self.guest, to: [Self.id(2)], text: "die Studie aus Kassel")]
    view.cards = [CardOffer(from: Self.id(2), to: Self.guest)]
    return view
  }
}
