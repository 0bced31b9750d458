import Foundation
import Testing

@testable import Core

@Suite struct GuestRightsTests {
  private static let stages = PartyStage.allCases

  @Test("A removed guest has no right at all, whatever they answered, wherever they stood, whoever they are")
  func sentAway() {
    for standing in Self.all(removedAt: Date(timeIntervalSince1970: 0)) {
      #expect(standing.place == .sentAway)
      #expect(GuestRight.allCases.allSatisfy { !standing.may($0) })
    }
  }

  @Test("A withdrawn guest keeps only the ways out: leaving the circle, and having traces erased")
  func withdrawn() {
    for standing in Self.all(states: [.withdrawn]) {
      let rights = GuestRight.allCases.filter(standing.may)
      #expect(rights.allSatisfy { $0 == .circle || $0 == .erase })
    }
  }

  @Test("Somebody who was inside was there, whether they had pressed Yes, nothing or No")
  func wasThere() {
    for state in GuestState.allCases where state != .withdrawn {
      for stage in [PartyStage.ended, .closed] {
        let standing = GuestStanding(state: state, wasInside: true, stage: stage)
        #expect(standing.place == .wasThere)
        #expect(standing.may(.keepsakes) && standing.may(.ballot) && standing.may(.sharedCoasters))
      }
    }
  }

  @Test("A guest who declined and never came takes nothing home, not even as a member of the circle")
  func declined() {
    for membership in GuestStanding.Membership.allCases {
      let standing = GuestStanding(state: .declined, wasInside: false, stage: .ended, membership: membership)
      for right in [GuestRight.keepsakes, .sharedCoasters, .takeAway, .ballot, .again] { #expect(!standing.may(right)) }
      #expect(standing.may(.circle) == (membership != .never))
    }
  }

  @Test("Somebody who missed the evening reads what was shared only while they belong to the circle")
  func shared() {
    for membership in GuestStanding.Membership.allCases {
      let standing = GuestStanding(state: .accepted, wasInside: false, stage: .ended, membership: membership)
      #expect(standing.place == .missed && !standing.may(.keepsakes) && !standing.may(.ballot))
      #expect(standing.may(.sharedCoasters) == (membership == .current))
      #expect(standing.may(.takeAway) == standing.may(.sharedCoasters))
    }
  }

  @Test("Nothing of an evening is available before it is over, and no answer is accepted after")
  func times() {
    let after: Set<GuestRight> = [.ballot, .keepsakes, .sharedCoasters, .takeAway, .erase, .again]
    let before: Set<GuestRight> = [.answer, .calendar, .enter, .ask, .brief, .delegate, .lateness, .depart]
    for standing in Self.all() {
      let rights = Set(GuestRight.allCases.filter(standing.may))
      #expect(standing.stage.isOver ? rights.isDisjoint(with: before) : rights.isDisjoint(with: after))
      if standing.stage == .cancelled { #expect(rights.isSubset(of: [.circle])) }
    }
  }

  @Test("A guest of honour's rights are nobody else's, and they have no ballot and no other tables' coasters")
  func honoured() {
    let own: Set<GuestRight> = [.brief, .delegate, .lateness, .depart, .again]
    for standing in Self.all() {
      let rights = Set(GuestRight.allCases.filter(standing.may))
      #expect(
        standing.isHonoured ? rights.isDisjoint(with: [.ballot, .sharedCoasters, .ask]) : rights.isDisjoint(with: own))
    }
  }

  private static func all(states: [GuestState] = GuestState.allCases, removedAt: Date? = nil) -> [GuestStanding] {
    var all: [GuestStanding] = []
    for (state, stage) in states.flatMap({ state in stages.map { (state, $0) } }) {
      for membership in GuestStanding.Membership.allCases {
        for (wasInside, isHonoured) in [(false, false), (false, true), (true, false), (true, true)] {
          all.append(
            GuestStanding(
              state: state, removedAt: removedAt, wasInside: wasInside, stage: stage, membership: membership,
              isHonoured: isHonoured))
        }
      }
    }
    return all
  }
}
