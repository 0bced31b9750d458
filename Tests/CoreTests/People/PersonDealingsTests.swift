import Foundation
import Testing

@testable import Core

@Suite struct PersonDealingsTests {
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private func ago(_ days: Double) -> Date { now.addingTimeInterval(-86_400 * days) }

  private func areOver(_ dealings: PersonDealings) -> Bool {
    dealings.areOver(neverInvited: ago(90), silent: ago(180))
  }

  @Test("Long-added people never written to are erased, and so are those written to long ago who stayed silent")
  func due() {
    #expect(areOver(PersonDealings(createdAt: ago(91), listedAt: ago(91))))
    #expect(!areOver(PersonDealings(createdAt: ago(89), listedAt: ago(89))))
    #expect(areOver(PersonDealings(createdAt: ago(400), listedAt: ago(400), writtenAt: ago(181))))
    #expect(!areOver(PersonDealings(createdAt: ago(400), listedAt: ago(400), writtenAt: ago(179))))
  }

  @Test("Anything a person did, or a host did lately, keeps them")
  func kept() {
    for writtenAt in [nil, ago(300)] {
      let due = PersonDealings(createdAt: ago(400), listedAt: ago(400), writtenAt: writtenAt, plannedAt: ago(400))
      #expect(areOver(due))
      let changes: [(inout PersonDealings) -> Void] = [
        { $0.hasActed = true }, { $0.hasCircle = true }, { [self] in $0.plannedAt = ago(1) },
        { [self] in $0.listedAt = ago(0.1) }, { [self] in $0.writtenAt = ago(1) },
      ]
      for change in changes {
        var kept = due
        change(&kept)
        #expect(!areOver(kept))
      }
    }
  }

  @Test("An unset limit erases nobody")
  func never() {
    let old = PersonDealings(createdAt: ago(4000))
    #expect(!old.areOver(neverInvited: nil, silent: ago(1)))
    var written = old
    written.writtenAt = ago(3000)
    #expect(!written.areOver(neverInvited: ago(1), silent: nil))
  }
}
