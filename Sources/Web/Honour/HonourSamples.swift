import Core
import Foundation

extension Honour {
  static func sample(_ role: HonourSlot.Role = .guest, assistant: Bool = false) -> Honour {
    let party = Party.sample()
    var honour = Honour(
      guest: GuestID(at: PartyFacts.sampleTime, random: (77, 77)), party: party.id, role: role,
      reason: "Ihr Haus hat Coaching für alle geöffnet; wir fragen uns, was danach anders war.", beginsAfter: 20,
      minutes: 20)
    if assistant { honour.assistant = Assistant(name: "Vera Klein", email: "v.klein@example.org") }
    return honour
  }
}

extension KnownGuest {
  static func honoured(_ state: GuestState, answer: Answer? = nil) -> KnownGuest {
    let honour = Honour.sample()
    var known = KnownGuest.samples(honour.party, states: [state])[0]
    known.guest.id = honour.guest
    (known.name, known.role, known.organisation) = ("Dr. Ruth Aslan", "Vorstand", "Nordhafen AG")
    known.email = "ruth.aslan@example.org"
    known.guest.invitation = Invitation(
      state: state, invitedAt: state == .shortlisted ? nil : PartyFacts.sampleTime, answer: answer)
    return known
  }
}

extension HonourBrief {
  static func sample(_ role: HonourSlot.Role = .guest, isBare: Bool = false) -> HonourBrief {
    let party = Party.sample(stage: .scheduled)
    return HonourBrief(
      honoured: "Dr. Ruth Aslan", circle: "Vertrauen in Behörden", hostName: "Miriam Sander", role: role,
      topic: party.substance.topic,
      start: isBare ? nil : Honour.sample().slot(at: party.start)?.startsAt.date, minutes: 20,
      people: isBare ? [] : people, past: isBare ? [] : past, questions: isBare ? [] : questions)
  }

  private static let people: [Person] = [
    Person(name: "Jonas Weber", line: "Leiter Personalentwicklung", wants: "Was hätten Sie am liebsten gelassen?"),
    Person(name: "Karin Holm", line: "Coach, Holm & Töchter", wants: ""),
    Person(name: "Amelie Brandt", line: "Referatsleiterin", wants: "Wie misst man, was nicht passiert ist?"),
    Person(name: "Per Lindqvist", line: "Berater", wants: "Wer hat Ihnen widersprochen?"),
    Person(name: "Hanna Ocker", line: "Supervisorin", wants: ""),
  ]

  private static let past: [CirclePast.Evening] = [
    .init(topic: "Wer fragt, führt?", outcome: "Kim hat das Papier geschickt, und zwei von uns probieren es aus."),
    .init(topic: "Schweigen in der dritten Sitzung", outcome: ""),
    .init(topic: "Was lassen wir weg?", outcome: "Jonas hat zwei Berichte abgeschafft."),
  ]

  private static let questions = [
    "Was hätten Sie am liebsten gelassen?", "Wer hat Ihnen widersprochen?", "Wie misst man, was nicht passiert ist?",
  ]
}

extension HonourVisit {
  /// - Parameter minutes: since they came, nil before.
  static func sample(
    lateMinutes: Int = 0, since minutes: Int? = nil, again: Bool? = nil, assistant: Bool = false
  ) -> HonourVisit {
    var honour = Honour.sample(assistant: assistant)
    (honour.lateMinutes, honour.again) = (lateMinutes, again)
    if let minutes { honour.arrivedAt = Moment(PartyFacts.sampleTime).adding(seconds: -60 * minutes) }
    let slot = honour.slot(at: Party.sample(stage: .scheduled).start)
    return HonourVisit(honour: honour, slot: slot, brief: .sample())
  }
}

extension HonourVisitPage {
  static var samples: [HonourVisitPage] {
    func page(
      _ state: GuestState, _ answer: Answer?, _ stage: PartyStage, _ visit: HonourVisit, saved: String = ""
    ) -> HonourVisitPage {
      var view = PersonalView.sample(state, answer: answer, stage: stage)
      view.visit = visit
      if [.ended, .closed].contains(stage) { view.keepsakes = .sample(hasBallot: false, isEmpty: true) }
      return HonourVisitPage(view: view, visit: visit, saved: saved)
    }
    let errors = FieldErrors(["assistantEmail": Message("guests.error.email")])
    var wrong = page(.accepted, .yes, .scheduled, .sample())
    wrong.errors = errors
    return [
      page(.invited, nil, .inviting, .sample()), page(.accepted, .yes, .scheduled, .sample(assistant: true)),
      page(.accepted, .yes, .scheduled, .sample(lateMinutes: 20), saved: "lateness"),
      page(.accepted, .yes, .open, .sample(since: 5)), page(.tentative, .perhaps, .inviting, .sample()), wrong,
      page(.accepted, .yes, .ended, .sample(since: 90, again: true), saved: "again"),
      page(.accepted, .yes, .ended, .sample()), page(.declined, .no, .scheduled, .sample()),
    ]
  }
}

extension HonourBriefPage {
  static var samples: [HonourBriefPage] {
    let back = Path.personal(Token(bytes: Array(repeating: 7, count: 16)))
    return [HonourBrief.sample(), .sample(.speaker, isBare: true)].map {
      HonourBriefPage(brief: $0, zone: Party.sample().timeZone, back: back)
    }
  }
}

extension AssistantPage {
  static var samples: [AssistantPage] {
    func page(_ state: GuestState, _ answer: Answer?, _ stage: PartyStage, saved: String = "") -> AssistantPage {
      AssistantPage(
        token: Token(bytes: Array(repeating: 7, count: 16)), party: .sample(stage: stage),
        person: .honoured(state, answer: answer), visit: .sample(lateMinutes: 10, assistant: true),
        assistant: Honour.Assistant(name: "Vera Klein", email: "v.klein@example.org"), now: PartyFacts.sampleTime,
        saved: saved)
    }
    return [
      page(.invited, nil, .inviting), page(.accepted, .yes, .scheduled, saved: "reply"), page(.accepted, .yes, .closed),
    ]
  }
}

extension CircleHonourPage {
  static var samples: [CircleHonourPage] {
    let (good, dull) = (BallotResult.sample(learnt: 5, again: 6), BallotResult.sample(learnt: 1, again: 1))
    let views: [CircleView] = [
      .sample(results: [good, good, good], hasAhead: true), .sample(results: [good, dull], hasAhead: true),
      .sample(results: [good]),
    ]
    return views.map { CircleHonourPage(view: $0) }
  }
}

extension HonourView {
  static func sample(
    _ stage: PartyStage, _ person: KnownGuest? = nil, thanked: Bool = false, hasQuestions: Bool = true
  ) -> HonourView {
    let good = BallotResult.sample(learnt: 5, again: 6)
    let circle = CircleView.sample(results: [good, good, good])
    let party = Party.sample(stage: stage)
    var honour = Honour.sample(assistant: stage == .scheduled)
    if thanked {
      (honour.thanks, honour.again) = ("danke, dass Sie da waren.", true)
      honour.thankedAt = Moment(PartyFacts.sampleTime)
    }
    let seat = person.map {
      Seat(
        honour: honour, person: $0, letter: .sample(party), isHandedOver: false,
        proposedThanks: "danke, dass Sie uns zwanzig Minuten geschenkt haben.")
    }
    return HonourView(
      party: party, circle: KnownCircle(id: circle.circle.id, name: circle.circle.name), readiness: circle.readiness,
      seat: seat, questions: hasQuestions ? Question.samples : [], hasServer: true, now: PartyFacts.sampleTime)
  }
}

extension HonourView.Question {
  static var samples: [HonourView.Question] {
    HonourBrief.sample().questions.enumerated().map { index, text in
      HonourView.Question(
        question: CircleQuestion(
          id: HonourQuestionID(at: PartyFacts.sampleTime, random: (UInt64(index), 3)), text: text, votes: 4 - index,
          askedAt: Moment(PartyFacts.sampleTime), isPicked: false),
        author: index == 2 ? nil : "Jonas Weber")
    }
  }
}

extension HonourPage {
  static var samples: [HonourPage] {
    func page(_ view: HonourView, saved: String = "") -> HonourPage {
      HonourPage(
        view: view, entered: view.seat.map { HonourEntry($0.honour) } ?? HonourEntry(view.party), saved: saved)
    }
    var wrong = page(.sample(.inviting))
    (wrong.entered.begins, wrong.isEarly) = ("90", true)
    wrong.errors = wrong.entered.slotErrors(wrong.view.party)
    wrong.errors["name"] = Message("honour.error.name")
    var refused = page(.sample(.inviting, .honoured(.shortlisted), hasQuestions: false))
    refused.problem = Message("honour.refused.objected")
    return [
      page(.sample(.inviting)), wrong, page(.sample(.inviting, .honoured(.shortlisted)), saved: "seat"), refused,
      page(.sample(.scheduled, .honoured(.accepted, answer: .yes))),
      page(.sample(.ended, .honoured(.accepted, answer: .yes))),
      page(.sample(.closed, .honoured(.accepted, answer: .yes), thanked: true)), page(.sample(.open)),
    ]
  }
}

extension PartyFacts {
  /// A circle's evening with a guest of honour.
  static var honoured: PartyFacts {
    var facts = PartyFacts.scheduled
    facts.circle = KnownCircle(id: CircleID(at: sampleTime, random: (9, 9)), name: "Vertrauen in Behörden")
    facts.honoured = .honoured(.accepted, answer: .yes)
    return facts
  }
}

extension QuestionsView {
  static var sample: QuestionsView {
    let questions = HonourView.Question.samples.map(\.question)
    return QuestionsView(
      honoured: "Dr. Ruth Aslan", questions: questions, mine: [questions[0].id], voted: [questions[0].id], isOpen: true)
  }
}
