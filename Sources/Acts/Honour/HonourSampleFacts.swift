import Core
import Foundation
import Records

extension Honour {
  package static func sample(_ role: HonourSlot.Role = .guest, assistant: Bool = false) -> Honour {
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
  package static func honoured(_ state: GuestState, answer: Answer? = nil) -> KnownGuest {
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
  package static func sample(_ role: HonourSlot.Role = .guest, isBare: Bool = false) -> HonourBrief {
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

extension HonourView.Question {
  package static var samples: [HonourView.Question] {
    HonourBrief.sample().questions.enumerated().map { index, text in
      HonourView.Question(
        question: CircleQuestion(
          id: HonourQuestionID(at: PartyFacts.sampleTime, random: (UInt64(index), 3)), text: text, votes: 4 - index,
          askedAt: Moment(PartyFacts.sampleTime), isPicked: false),
        author: index == 2 ? nil : "Jonas Weber")
    }
  }
}

extension QuestionsView {
  package static var sample: QuestionsView {
    let questions = HonourView.Question.samples.map(\.question)
    return QuestionsView(
      honoured: "Dr. Ruth Aslan", questions: questions, mine: [questions[0].id], isOpen: true)
  }
}

extension PartyFacts {
  /// A circle's evening with a guest of honour.
  package static var withGuestOfHonour: PartyFacts {
    var facts = PartyFacts.scheduled
    facts.circle = KnownCircle(id: CircleID(at: sampleTime, random: (9, 9)), name: "Vertrauen in Behörden")
    facts.honoured = .honoured(.accepted, answer: .yes)
    return facts
  }
}
