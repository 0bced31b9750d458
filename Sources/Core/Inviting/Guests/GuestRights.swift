import Foundation

/// A guest's position in a party, as far as it decides what their links open. It is computed once, from everything
/// stored, so that no page judges by a single column what depends on several.
package struct GuestStanding: Sendable, Hashable {
  package enum Place: String, Sendable, CaseIterable {
    /// Removed from the evening by its host: nothing of it is theirs any more.
    case sentAway
    /// The invitation was taken back, or the party was cancelled.
    case withdrawn
    /// Has a letter and has not answered yet.
    case asked
    /// Would like to come, but no seat is free.
    case waiting
    /// Said yes or perhaps.
    case coming
    /// Said no or objected, and never came.
    case declined
    /// The evening is over and they were in the room, whatever they had answered.
    case wasThere
    /// The evening is over; they had not declined, and did not come.
    case missed
  }

  package enum Membership: String, Sendable, CaseIterable {
    case never, left, current
  }

  package let place: Place
  package let stage: PartyStage
  /// Their membership of the circle the party belongs to.
  package let membership: Membership
  package let isHonoured: Bool
  /// True if the door would open: neither excluded nor still on the shortlist.
  private let mayCome: Bool

  /// - Parameters:
  ///   - isExcluded: the host has taken them off the guest list.
  ///   - wasInside: they came through the door, not just into the lobby.
  package init(
    state: GuestState, isExcluded: Bool = false, removedAt: Date? = nil, wasInside: Bool, stage: PartyStage,
    membership: Membership = .never, isHonoured: Bool = false
  ) {
    place = Self.place(state, isRemoved: removedAt != nil, wasInside: wasInside, isOver: stage.isOver)
    self.stage = stage
    self.membership = membership
    self.isHonoured = isHonoured
    mayCome = !isExcluded && state.mayCome
  }

  private static func place(_ state: GuestState, isRemoved: Bool, wasInside: Bool, isOver: Bool) -> Place {
    if isRemoved { return .sentAway }
    if state == .withdrawn { return .withdrawn }
    if isOver && wasInside { return .wasThere }
    switch state {
    case .declined: return .declined
    case .shortlisted, .invited, .silent: return isOver ? .missed : .asked
    case .waiting: return isOver ? .missed : .waiting
    case .accepted, .tentative: return isOver ? .missed : .coming
    case .withdrawn: return .withdrawn
    }
  }

  /// True if the guest may do this now. Anything not granted here is refused.
  package func may(_ right: GuestRight) -> Bool {
    if place == .sentAway { return false }
    if place == .withdrawn { return right == .circle && membership != .never || right == .erase && stage.isOver }
    switch right {
    case .answer: return stage.takesAnswers
    case .calendar: return stage.takesAnswers && place == .coming
    case .refer: return stage.takesAnswers && place == .declined && !isHonoured
    case .enter: return stage.isMeeting && mayCome
    case .ask: return stage.takesAnswers && place == .coming && !isHonoured
    case .brief: return stage.takesAnswers && isHonoured && place != .declined
    case .delegate: return stage.takesAnswers && isHonoured
    case .lateness: return stage.takesAnswers && isHonoured && place == .coming
    case .depart: return stage.isMeeting && isHonoured
    case .again: return isHonoured && place == .wasThere
    case .ballot: return place == .wasThere && !isHonoured
    case .keepsakes: return place == .wasThere
    case .sharedCoasters: return !isHonoured && (place == .wasThere || place == .missed && membership == .current)
    case .takeAway: return may(.keepsakes) || may(.sharedCoasters)
    case .circle: return membership != .never
    case .erase: return stage.isOver
    }
  }
}

/// The things a guest's link, or their assistant's, may open.
package enum GuestRight: String, Sendable, CaseIterable {
  /// Answer, vote for a date, and give wishes, times, zone and card.
  case answer
  /// The calendar entry as a file.
  case calendar
  /// Name somebody who might be invited in their place.
  case refer
  /// The floor.
  case enter
  /// Ask the guest of honour a question, and vote on other people's.
  case ask
  /// A guest of honour's brief: the people who will be there, and their questions.
  case brief
  /// Name a person who may answer for a guest of honour.
  case delegate
  case lateness
  /// A guest of honour's exit.
  case depart
  /// Say whether a guest of honour would come again.
  case again
  case ballot
  /// The people they met, cards, promises, and the coasters of their own tables.
  case keepsakes
  /// Coasters that somebody shared with the circle.
  case sharedCoasters
  /// The page's account of the evening, as a text.
  case takeAway
  /// Leave the circle, or come back to it.
  case circle
  /// Have the traces of an evening erased.
  case erase
}
