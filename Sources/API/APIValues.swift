import Core
import Foundation
import Records

/// The things of the API as JSON. Their names are those of `openapi.yaml`; times are RFC 3339 in UTC.
struct PersonValue: Encodable {
  let id, name, email, organisation, role, country: String
  let topics: [String]

  init(_ person: Person) {
    id = person.id.description
    let record = person.record
    (name, email, organisation) = (record.name, record.email, record.organisation)
    (role, country, topics) = (record.role, record.country, record.topics)
  }
}

struct PageValue<Item: Encodable>: Encodable {
  let items: [Item]
  let page: Int
  let total: Int
}

struct ListValue<Item: Encodable>: Encodable {
  let items: [Item]
}

struct PartyValue: Encodable {
  let id, title, state, topic, question, contribution, form, zone: String
  let seats, minutes: Int
  let date: DateValue

  init(_ party: Party, slots: [Slot] = [], votes: [GuestID: [SlotID: VoteValue]] = [:]) {
    (id, title, state) = (party.id.description, party.title, party.stage.rawValue)
    (topic, question, contribution) = (
      party.substance.topic, party.substance.question, party.substance.contribution
    )
    (form, zone, seats, minutes) = (party.form.rawValue, party.zone, party.seats, party.minutes)
    date = DateValue(party, slots: slots, votes: votes)
  }
}

struct DateValue: Encodable {
  let kind: String
  let start: String?
  let confirmed: Bool
  let slots: [SlotValue]

  init(_ party: Party, slots: [Slot], votes: [GuestID: [SlotID: VoteValue]]) {
    kind = party.dateKind.rawValue
    start = party.start.map(LocalTime.machineText)
    confirmed = party.confirmedAt != nil
    self.slots = slots.map { SlotValue($0, votes: votes) }
  }
}

struct SlotValue: Encodable {
  let id, start: String
  /// The number of guests by the word of their vote.
  let votes: [String: Int]

  init(_ slot: Slot, votes: [GuestID: [SlotID: VoteValue]]) {
    (id, start) = (slot.id.description, LocalTime.machineText(slot.start))
    let cast = votes.values.compactMap { $0[slot.id] }
    self.votes = Dictionary(
      uniqueKeysWithValues: VoteValue.allCases.map { value in (value.rawValue, cast.count { $0 == value }) })
  }
}

struct GuestValue: Encodable {
  let id, person, name, email, standing, state: String
  let answer, word, answeredBy, answeredAt, invitedAt: String?

  init(_ known: KnownGuest) {
    let (guest, invitation) = (known.guest, known.guest.invitation)
    (id, person, name, email) = (guest.id.description, guest.person.description, known.name, known.email)
    (standing, state) = (guest.standing.rawValue, invitation.state.rawValue)
    answer = invitation.answer?.rawValue
    word = invitation.word
    answeredBy = invitation.answer.map { _ in invitation.answeredBy.rawValue }
    answeredAt = invitation.answeredAt.map(LocalTime.machineText)
    invitedAt = invitation.invitedAt.map(LocalTime.machineText)
  }
}

struct HostValue: Encodable {
  let name, email, language, zone: String
  let scopes: [String]
}

struct WebhookValue: Encodable {
  let id, url: String
  /// The reason why nothing is delivered there any more.
  let problem: String?
  /// The key that signs; shown only when it is created.
  var secret: String?

  init(_ webhook: Webhook, secret: String? = nil) {
    (id, url) = (webhook.id.description, webhook.url)
    problem = webhook.problem.isEmpty ? nil : webhook.problem
    self.secret = secret
  }
}
