import Foundation

/// News about the date that a guest must hear, derived from what they were last told. Whatever changed it, and by
/// whatever route: a guest who was told something else hears of it, once.
package enum DateNews: Sendable, Hashable {
  /// The date is settled, and they come or may come: the entry comes along.
  case confirmed
  /// There is a date now, for somebody who has not answered or is waiting: no entry yet.
  case dated
  /// The date is settled, and they had said they can't make it.
  case unsuitable
  /// It has moved to another time.
  case moved(from: Date)
  /// The same beginning, but another length or zone.
  case adjusted
  /// There was a date, and now there are several to choose from.
  case pollInstead
  /// There are slots they have not seen.
  case newSlots
  /// Their answer changed, and the entry says so.
  case entryChanged
  /// They don't come: the entry is removed.
  case entryGone

  /// - Parameters:
  ///   - word: the date as it stands for this guest (`Party.dateWord`).
  ///   - isConfirmed: true if calendar entries go out.
  ///   - vote: their vote on the slot that became the date.
  package init?(for guest: Guest, word: DateWord, isConfirmed: Bool, vote: VoteValue? = nil) {
    let (told, audience) = (guest.told, Audience(guest))
    // A guest who was told nothing expects nothing but their entry.
    let mustKnow = audience == .expected && isConfirmed || told.entry != nil
    guard let before = told.word ?? (mustKnow ? .open : nil) else { return nil }
    let news: DateNews? =
      switch (before, word) {
      case _ where audience == .nobody: nil
      case (.date, .poll): .pollInstead
      case (.poll(let seen), .poll(let slots)): slots.isSubset(of: seen) ? nil : .newSlots
      case (.open, .poll): .newSlots
      // They said that of every slot, and know it.
      case (.poll, .date) where guest.invitation.asksAgain: nil
      case (.poll, .date) where vote == .no, (.open, .date) where vote == .no: .unsuitable
      case (.poll, .date), (.open, .date): isConfirmed && audience == .expected ? .confirmed : .dated
      case (.date(let old), .date(let new)): Self.change(from: old, to: new)
      case (_, .open): nil
      }
    guard let found = news ?? Self.entryNews(told.entry, wanted: isConfirmed ? audience.entry(of: guest) : nil, word)
    else { return nil }
    self = found
  }

  /// True if a calendar entry comes along: a new one, or the end of one.
  package func carriesEntry(for guest: Guest, isConfirmed: Bool) -> Bool {
    switch self {
    case .confirmed, .entryChanged, .entryGone: true
    case .dated, .unsuitable, .newSlots: false
    case .moved, .adjusted: isConfirmed && Audience(guest) == .expected
    case .pollInstead: guest.told.entry != nil
    }
  }

  private static func change(from old: PartyTime, to new: PartyTime) -> DateNews? {
    if old.start != new.start { return .moved(from: old.start) }
    return old == new ? nil : .adjusted
  }

  private static func entryNews(_ entry: ToldDate.Entry?, wanted: ToldDate.Entry?, _ word: DateWord) -> DateNews? {
    guard entry != wanted else { return nil }
    guard case .date = word else { return entry == nil ? nil : .entryGone }
    guard wanted != nil else { return .entryGone }
    return entry == nil ? .confirmed : .entryChanged
  }
}

extension Guest {
  /// Records the date as it stands, with its consequences for their answer.
  /// - Returns: the news they must hear; nil if they know it, or need not.
  package mutating func hear(
    _ word: DateWord, isConfirmed: Bool, vote: VoteValue? = nil, at now: Date
  ) -> DateNews? {
    let news = DateNews(for: self, word: word, isConfirmed: isConfirmed, vote: vote)
    if word.isDate, isConfirmed || told.word?.isPoll ?? false, !(told.word?.isDate ?? false) {
      _ = invitation.apply(.dateChosen(vote: vote), at: now)
    }
    guard news != nil else { return nil }
    told = ToldDate(word: word, entry: isConfirmed && word.isDate ? Audience(self).entry(of: self) : nil)
    return news
  }
}

/// The guests who have to hear about the date.
private enum Audience {
  /// Come, or may come.
  case expected
  /// Were asked and may still come, are waiting for a seat, or want to be asked again.
  case asked
  case nobody

  init(_ guest: Guest) {
    guard guest.standing != .excluded, !guest.isSentAway else {
      self = .nobody
      return
    }
    self =
      switch guest.invitation.state {
      case .accepted, .tentative: .expected
      case .invited, .waiting: .asked
      case .declined: guest.invitation.asksAgain ? .asked : .nobody
      case .shortlisted, .silent, .withdrawn: .nobody
      }
  }

  func entry(of guest: Guest) -> ToldDate.Entry? {
    guard self == .expected else { return nil }
    return guest.invitation.state == .accepted ? .coming : .perhaps
  }
}
