import Core
import Database
import Formats
import Foundation
import House
import Records

/// Tells guests about the date, each what they don't know yet, inside the transaction that changed it. Whatever has
/// changed, this is the only way in which they hear about it.
package struct DateTelling {
  package let services: Services
  package let connection: any Connection
  package let party: Party
  package let host: Host

  /// - Parameter host: if already known.
  /// - Throws: `AppError.notFound` if the host no longer exists.
  package init(_ party: Party, host: Host? = nil, services: Services, connection: any Connection) throws {
    guard let host = try host ?? HostStore(connection: connection).host(party.host) else { throw AppError.notFound }
    (self.services, self.connection, self.party, self.host) = (services, connection, party, host)
  }

  /// - Parameter guests: everybody at the party, if already known.
  package func tellEverybody(_ guests: [KnownGuest]? = nil) throws {
    guard [.draft, .inviting, .scheduled].contains(party.stage) else { return }
    let guests = try guests ?? GuestStore(connection: connection).everybody(of: party.id)
    let (slots, votes) = (try slots(), try votes(of: guests))
    let unsent = try OutboxStore(connection: connection).unsentLetters(of: party.id)
    for known in guests {
      if unsent.contains(known.guest.id), try rewriteLetter(of: known, slots) { continue }
      try tell(known, slots, vote: votes[known.guest.id])
    }
  }

  /// Another host signs from now on: what has not left is written anew.
  func rewriteUnsent() throws {
    guard [.inviting, .scheduled].contains(party.stage) else { return }
    let unsent = try OutboxStore(connection: connection).unsentLetters(of: party.id)
    guard !unsent.isEmpty else { return }
    let slots = try slots()
    for known in try GuestStore(connection: connection).everybody(of: party.id) where unsent.contains(known.guest.id) {
      try rewriteLetter(of: known, at: slots)
    }
  }

  /// One guest, whose answer or slot has changed.
  func tell(_ known: KnownGuest) throws {
    try tell(known, try slots(), vote: nil)
  }

  /// Records that somebody is told the current state in some other way.
  package func note(_ known: KnownGuest) throws {
    var guest = known.guest
    guest.told.word = guest.told.word ?? .open
    _ = guest.hear(word(for: guest, try slots()), isConfirmed: party.confirmedAt != nil, at: services.now())
    guest.told.word = word(for: guest, try slots())
    try ToldStore(connection: connection).set(guest.told, of: guest.id)
  }

  private func tell(_ known: KnownGuest, _ slots: [Slot], vote: VoteValue?) throws {
    var after = known
    let word = word(for: known.guest, slots)
    let isConfirmed = party.confirmedAt != nil
    guard let news = after.guest.hear(word, isConfirmed: isConfirmed, vote: vote, at: services.now()) else { return }
    if after.guest.invitation != known.guest.invitation {
      try GuestStore(connection: connection).note("dateChosen", of: after.guest.id, at: services.now())
    }
    if let start = party.start, let answerBy = after.guest.invitation.answerBy, answerBy > start {
      _ = after.guest.invitation.apply(.deadlineMoved(to: deadline(slots)), at: services.now())
    }
    if after.guest.invitation != known.guest.invitation { try GuestStore(connection: connection).update(after.guest) }
    try ToldStore(connection: connection).set(after.guest.told, of: after.guest.id)
    let carriesEntry = news.carriesEntry(for: known.guest, isConfirmed: isConfirmed)
    try DatePost(telling: self, guest: after).write(news, carriesEntry: carriesEntry)
  }

  /// Rewrites a letter that has not left instead.
  private func rewriteLetter(of known: KnownGuest, _ slots: [Slot]) throws -> Bool {
    guard known.guest.told.word != nil, [.shortlisted, .invited].contains(known.guest.invitation.state) else {
      return false
    }
    guard word(for: known.guest, slots) != known.guest.told.word else { return true }
    try rewriteLetter(of: known, at: slots)
    return true
  }

  /// Writes a letter that waited for long anew when it leaves, so that its guest has all the days to answer that they
  /// were to have.
  /// - Returns: the mail with its new text; the same mail if it need not be written anew.
  func renew(_ mail: OutgoingMail) throws -> OutgoingMail {
    guard let id = mail.guest else { return mail }
    let known = try GuestStore(connection: connection).guest(id, of: party.id)
    guard known.guest.invitation.state == .invited, known.guest.told.word != nil else { return mail }
    try rewriteLetter(of: known, at: try slots(), leaving: mail.id)
    return try OutboxStore(connection: connection).mail(mail.id, of: party.id, host: mail.host)
  }

  private func rewriteLetter(of known: KnownGuest, at slots: [Slot], leaving: OutboxMailID? = nil) throws {
    var known = known
    // The days to answer count from the letter that leaves.
    if !known.guest.invitation.apply(.deadlineMoved(to: deadline(slots)), at: services.now()).isEmpty {
      try GuestStore(connection: connection).update(known.guest)
    }
    let letter = try LetterComposition(services: services).invitation(
      for: known, party: party, host: host, connection: connection)
    let mail = Postbox(services: services).mail(
      letter, kind: .letter, key: "letter:\(known.guest.id)", guest: known, party: party, host: host)
    try OutboxStore(connection: connection).rewriteLetter(mail, of: known.guest.id, leaving: leaving)
    try ToldStore(connection: connection).set(
      ToldDate(word: word(for: known.guest, slots)), of: known.guest.id)
  }

  private func word(for guest: Guest, _ slots: [Slot]) -> DateWord { party.dateWord(for: guest, slots: slots) }

  private func deadline(_ slots: [Slot]) -> Date {
    party.answerDeadline(from: services.now(), slots: slots, in: services.zones)
  }

  /// The votes on the date, if it was among the slots of a poll: they decide about guests who know of the poll alone.
  private func votes(of guests: [KnownGuest]) throws -> [GuestID: VoteValue] {
    let mayHaveVoted = guests.contains { $0.guest.told.word.map { !$0.isDate } ?? false }
    guard party.dateKind == .poll || mayHaveVoted, party.isDateKnown, let start = party.start,
      let slot = try SlotStore(connection: connection).slots(of: party).first(where: { $0.start == start })
    else { return [:] }
    return try VoteStore(connection: connection).votes(of: party.id).compactMapValues { $0[slot.id] }
  }

  private func slots() throws -> [Slot] {
    party.dateKind == .poll ? try SlotStore(connection: connection).slots(of: party) : []
  }
}

/// Writes one guest the news, with or without a calendar entry.
struct DatePost {
  let telling: DateTelling
  let guest: KnownGuest

  func write(_ news: DateNews, carriesEntry: Bool) throws {
    let hasAddress = Correspondent(address: guest.email).hasUsableAddress
    if case .moved(let old) = news {
      try GuestStore(connection: telling.connection).note(
        GuestEvent.moved, GuestEvent.timeDetail(old), of: guest.guest.id, at: telling.services.now())
    }
    try AssistantNews(telling: telling, guest: guest).write(news)
    if carriesEntry, hasAddress { return try entry(news) }
    // A guest whose entry would have come by mail has the date on their page; all other news is worth a mail.
    if carriesEntry, news == .confirmed || news == .entryChanged || news == .entryGone { return }
    try plain(news)
  }

  private func entry(_ news: DateNews) throws {
    let post = EntryPost(
      services: telling.services, connection: telling.connection, party: telling.party, host: telling.host)
    switch news {
    case .confirmed: try post.invite(guest)
    case .moved(let old): try post.move(guest, from: old)
    case .adjusted: try post.adjust(guest)
    case .entryChanged: try post.renew(guest)
    case .entryGone, .pollInstead: try post.takeBack(guest)
    case .dated, .unsuitable, .newSlots: break
    }
  }

  /// Without an address, the host sends it in person.
  private func plain(_ news: DateNews) throws {
    let postbox = Postbox(services: telling.services)
    let id = telling.services.newID(Entity.OutboxMail.self)
    let kind: OutgoingMail.Kind = news == .dated ? .confirmation : .change
    var mail = postbox.mail(
      try letter(news), kind: kind, key: "date:\(guest.guest.id):\(id)", guest: guest, party: telling.party,
      host: telling.host)
    if !guest.isReachable { mail.state = .byHand }
    try postbox.post(mail, telling.connection)
  }

  private func letter(_ news: DateNews) throws -> Letter {
    let composition = LetterComposition(services: telling.services)
    let (party, host, connection) = (telling.party, telling.host, telling.connection)
    switch news {
    case .moved(let old):
      return try composition.change(
        from: old, for: guest, party: party, host: host, connection: connection, hasEntry: false)
    case .adjusted:
      return try composition.adjustment(
        for: guest, party: party, host: host, connection: connection, hasEntry: false)
    case .unsuitable: return try composition.unsuitable(for: guest, party: party, host: host, connection: connection)
    case .pollInstead:
      return try composition.poll(insteadOfDate: true, for: guest, party: party, host: host, connection: connection)
    case .newSlots:
      return try composition.poll(insteadOfDate: false, for: guest, party: party, host: host, connection: connection)
    case .dated, .confirmed, .entryChanged, .entryGone:
      return try composition.confirmation(
        for: guest, party: party, host: host, connection: connection, hasEntry: false)
    }
  }
}
