import Foundation
import Testing

@testable import Core

@Suite("The state of an invitation")
struct InvitationTests {
  let monday = Date(timeIntervalSince1970: 1_800_000_000)
  let deadline = Date(timeIntervalSince1970: 1_800_600_000)

  @Test("A guest is written to once only")
  func once() {
    var guest = Invitation()
    #expect(guest.apply(.invited(answerBy: deadline), at: monday) == [.writeInvitation])
    #expect(guest.state == .invited)
    #expect(guest.apply(.invited(answerBy: deadline), at: monday) == [])
  }

  @Test("A reminder goes out at most once, and never after an answer")
  func reminders() {
    var guest = invited()
    #expect(guest.apply(.reminded, at: monday) == [.writeReminder])
    #expect(guest.apply(.reminded, at: monday) == [])
    for answer in Answer.allCases {
      var answered = invited()
      _ = answered.apply(.answered(answer, word: nil, hasRoom: true), at: monday)
      #expect(answered.apply(.reminded, at: monday) == [])
    }
  }

  @Test("An answer in time counts even if no other seat is free")
  func inTime() {
    var guest = invited()
    let effects = guest.apply(.answered(.yes, word: " gern \n", hasRoom: false), at: monday)
    #expect(guest.state == .accepted)
    #expect(guest.word == "gern")
    #expect(effects == [.tellHost(.answered(.yes)), .sendEntry])
  }

  @Test("A decline frees the seat, and so does silence after the deadline, not before")
  func freeing() {
    var declining = invited()
    let effects = declining.apply(.answered(.no, word: nil, hasRoom: false), at: monday)
    #expect(effects == [.tellHost(.answered(.no)), .releaseSeat])
    var silent = invited()
    #expect(silent.apply(.deadlinePassed, at: monday) == [])
    #expect(silent.apply(.deadlinePassed, at: deadline) == [.releaseSeat])
    #expect(silent.state == .silent)
  }

  @Test("Somebody who answered does not fall silent", arguments: Answer.allCases)
  func answeredNotSilent(answer: Answer) {
    var guest = invited()
    _ = guest.apply(.answered(answer, word: nil, hasRoom: true), at: monday)
    #expect(guest.apply(.deadlinePassed, at: deadline) == [])
  }

  @Test("A late yes gets a seat if one is free, and otherwise waits while the host is told")
  func late() {
    var lucky = silent()
    _ = lucky.apply(.answered(.yes, word: nil, hasRoom: true), at: deadline)
    #expect(lucky.state == .accepted)
    var unlucky = silent()
    #expect(unlucky.apply(.answered(.yes, word: nil, hasRoom: false), at: deadline) == [.tellHost(.waiting)])
    #expect(unlucky.state == .waiting)
    #expect(unlucky.apply(.admitted, at: deadline) == [.writeAdmission, .sendEntry])
    #expect(unlucky.state == .accepted)
    var perhaps = silent()
    _ = perhaps.apply(.answered(.perhaps, word: nil, hasRoom: false), at: deadline)
    #expect(perhaps.apply(.admitted, at: deadline) == [.writeAdmission, .sendEntry], "who may come has the date, too")
    #expect(perhaps.state == .tentative)
  }

  @Test("The same answer with another word is news, with the same word it is not")
  func words() {
    var guest = invited()
    _ = guest.apply(.answered(.yes, word: "gern", hasRoom: true), at: monday)
    #expect(guest.apply(.answered(.yes, word: "gern", hasRoom: true), at: monday) == [])
    #expect(guest.apply(.answered(.yes, word: "sehr gern", hasRoom: true), at: monday) == [.tellHost(.answered(.yes))])
  }

  @Test("A cancelled party is reported to those who might come, and to nobody else")
  func cancelled() {
    let written = GuestState.allCases.filter { state in
      var guest = Invitation(state: state, invitedAt: state == .shortlisted ? nil : monday)
      return guest.apply(.partyCancelled, at: monday).contains(.writeCancellation)
    }
    #expect(Set(written) == [.invited, .tentative, .accepted, .waiting])
  }

  @Test("An objection frees the seat and causes no mail", arguments: GuestState.allCases)
  func objection(state: GuestState) {
    var guest = Invitation(state: state, invitedAt: monday)
    let effects = guest.apply(.objected, at: monday)
    #expect(effects.contains(.releaseSeat) == state.holdsSeat)
    #expect(!guest.state.holdsSeat)
    #expect(Set(effects).isSubset(of: [.releaseSeat, .tellHost(.objected)]))
  }

  private func invited() -> Invitation {
    Invitation(state: .invited, invitedAt: monday, answerBy: deadline)
  }

  private func silent() -> Invitation {
    Invitation(state: .silent, invitedAt: monday, answerBy: deadline)
  }
}
