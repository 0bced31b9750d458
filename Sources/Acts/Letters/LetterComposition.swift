import Core
import Database
import Foundation
import House
import Records

/// Writes letters from the stored data of party, guest and person. Their links are placeholders: see `GuestLinks`.
package struct LetterComposition {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// - Throws: `AppError.conflict` that names what the host still has to write.
  package func invitation(
    for guest: KnownGuest, party: Party, host: Host, connection: any Connection
  ) throws -> Letter {
    let facts = try facts(for: guest, party: party, host: host, connection: connection)
    if let honour = guest.guest.honour {
      return .honourInvitation(
        facts, try honourFacts(honour, for: guest, party, connection),
        edits: try HonourStore(connection: connection).letterEdits(of: guest.guest.id))
    }
    return .invitation(facts, edits: guest.guest.letter)
  }

  package func reminder(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter {
    .reminder(try facts(for: guest, party: party, host: host, connection: connection))
  }

  /// - Throws: `AppError.conflict` if the party has no date.
  package func confirmation(
    for guest: KnownGuest, party: Party, host: Host, connection: any Connection, hasEntry: Bool = true
  ) throws -> Letter {
    let facts = try laterFacts(for: guest, party: party, host: host)
    let date = try requiredDate(for: guest, party)
    let isComing = guest.guest.invitation.state == .accepted
    if guest.guest.isHonoured {
      return .honourConfirmation(facts, date: date, isComing: isComing, hasEntry: hasEntry)
    }
    return .confirmation(facts, date: date, isComing: isComing, hasEntry: hasEntry)
  }

  package func admission(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter {
    .admission(try laterFacts(for: guest, party: party, host: host))
  }

  package func withdrawal(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter
  {
    .withdrawal(try laterFacts(for: guest, party: party, host: host))
  }

  /// - Parameter old: the time at which the guest was expected before; the new one is the party's start, or a guest of
  ///   honour's slot.
  package func change(
    from old: Date?, for guest: KnownGuest, party: Party, host: Host, connection: any Connection, hasEntry: Bool = true
  ) throws -> Letter {
    let facts = try laterFacts(for: guest, party: party, host: host)
    let (old, new) = (old.map { words($0, for: guest, party) }, try requiredDate(for: guest, party))
    if guest.guest.isHonoured {
      return .honourChange(facts, from: old, to: new, hasEntry: hasEntry)
    }
    return .change(facts, from: old, to: new, hasEntry: hasEntry)
  }

  /// - Parameter reason: a sentence by the host; may be empty.
  package func cancellation(
    reason: String, for guest: KnownGuest, party: Party, host: Host, connection: any Connection
  ) throws -> Letter {
    .cancellation(
      try laterFacts(for: guest, party: party, host: host), reason: reason,
      date: guest.guest.start(at: party).map { words($0, for: guest, party) })
  }

  /// The facts for letters after the invitation: they don't mention how the host came by the guest, so nothing has to
  /// be read.
  func laterFacts(for guest: KnownGuest, party: Party, host: Host) throws -> LetterFacts {
    let start = guest.guest.start(at: party)
    var facts = LetterFacts(
      form: guest.form(at: party),
      recipient: Recipient(
        name: guest.name, salutation: guest.guest.salutation.isEmpty ? nil : guest.guest.salutation,
        honorific: guest.manner.honorific),
      occasion: LetterOccasion(.none), source: .addressBook, talks: [], sharedTopics: [],
      substance: try party.completeSubstance(), seats: party.seats, minutes: guest.guest.minutes(at: party),
      date: start.map { .fixed(words($0, for: guest, party)) } ?? .open,
      answerBy: givenAnswerBy(guest, party),
      host: try signature(of: host.signing(party)), personalLink: GuestLinks.personalPlaceholder,
      objectionLink: GuestLinks.objectionPlaceholder, previous: nil)
    if guest.guest.isAnsweredByHost { facts.entered = guest.guest.invitation.answer }
    return facts
  }

  /// All facts for a letter to this guest.
  package func facts(
    for guest: KnownGuest, party: Party, host: Host, connection: any Connection
  ) throws -> LetterFacts {
    let store = LetterFactStore(connection: connection)
    let substance = try party.completeSubstance()
    let origins = try store.origins(of: guest.guest.person)
    // The list of the party's own occasion if the person is on it, otherwise their newest.
    let origin = origins.first { $0.occasionID == party.occasion } ?? origins.first
    let topics = try store.topics(of: guest.guest.person)
    let reasons = LetterReasons(topics: topics.all, titles: topics.titles, substance: substance)
    var facts = LetterFacts(
      form: guest.form(at: party),
      recipient: Recipient(
        name: guest.name, salutation: guest.guest.salutation.isEmpty ? nil : guest.guest.salutation,
        honorific: guest.manner.honorific),
      occasion: try occasion(of: party, origin, store), source: try source(of: guest.guest.person, origin, connection),
      talks: reasons.talks,
      sharedTopics: reasons.shared, substance: substance, seats: party.seats,
      minutes: guest.guest.minutes(at: party), date: try date(for: guest, party, connection),
      answerBy: try answerBy(guest, party, connection), host: try signature(of: host.signing(party)),
      personalLink: GuestLinks.personalPlaceholder, objectionLink: GuestLinks.objectionPlaceholder,
      previous: try PreviousEveningStore(connection: connection).previous(of: party.id, for: guest.guest.person))
    facts.imprint = imprint
    return facts
  }

  private var imprint: LetterFacts.Imprint {
    let organisation = services.settings.organisation
    return LetterFacts.Imprint(
      legalNotice: organisation.legalNotice?.absoluteString, privacyContact: organisation.privacyContact)
  }

  /// The list they come from, otherwise the person who gave their address to the host.
  private func source(
    of person: PersonID, _ origin: LetterFactStore.Origin?, _ connection: any Connection
  ) throws -> AddressSource {
    if let origin { return origin.source }
    return try ReferralStore(connection: connection).giver(of: person).map(AddressSource.guest) ?? .addressBook
  }

  private func signature(of host: Host) throws -> LetterFacts.Signature {
    if host.name.isEmpty { throw AppError.conflict(Message("settings.error.name")) }
    return LetterFacts.Signature(
      name: host.name, lines: host.signature.split(whereSeparator: \.isNewline).map(String.init))
  }

  /// The occasion host and guest missed together: the party's, unless the person comes from another list; the letter
  /// must be true for its reader.
  private func occasion(
    of party: Party, _ origin: LetterFactStore.Origin?, _ store: LetterFactStore
  ) throws -> LetterOccasion {
    let own = try party.occasion.flatMap(store.occasion)
    guard let origin, own?.kind != LetterOccasion.Kind.none else { return own ?? LetterOccasion(.none) }
    return origin.occasion
  }
}
