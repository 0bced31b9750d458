import Core
import Foundation
import House
import Records

/// A host's way of finding the date, as typed into the form.
package struct DatePlan: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package var date = ""
    package var time = ""

    package init(date: String = "", time: String = "") {
      self.date = date
      self.time = time
    }

    package var isEmpty: Bool { date.isEmpty && time.isEmpty }
  }

  package var isPoll = true
  package var fixed = Row()
  package var rows: [Row] = []
  /// A day such as `2026-11-27`, meaning its end. Empty for none.
  package var deadline = ""
  package var zone = ""
  package var minutes = ""
  package var mustHave: Set<GuestID> = []
  /// The guests the form lists; it leaves the marks of others alone.
  package var listed: Set<GuestID> = []

  /// The number of slots in a poll: no more than people will read through.
  static let slotCounts = 2...12
  /// More rows than any form of ours has.
  package static let mostRows = 30
  static let lengths = 15...480

  /// As stored; an empty form proposes three rows.
  /// - Parameter local: the party's zone.
  package init(_ party: Party, slots: [Slot], guests: [KnownGuest], in local: Zone) {
    isPoll = party.dateKind != .fixed
    zone = party.zone
    minutes = String(party.minutes)
    rows = slots.map { Row($0.start, in: local) }
    if rows.isEmpty { rows = [Row(), Row(), Row()] }
    if let start = party.start, party.dateKind == .fixed { fixed = Row(start, in: local) }
    deadline = party.pollDeadline.map { LocalTime($0, in: local).day.text } ?? ""
    mustHave = Set(guests.filter(\.guest.isMustHave).map(\.guest.id))
  }

  package init(_ form: Form) {
    isPoll = form.text("kind") != "fixed"
    fixed = Row(date: form.text("fixedDate"), time: form.text("fixedTime"))
    rows = zip(form.all("date"), form.all("time")).prefix(Self.mostRows).map { Row(date: $0, time: $1) }
    deadline = form.text("deadline")
    zone = form.text("zone")
    minutes = form.text("minutes")
    mustHave = Set(form.all("must").compactMap { GuestID($0) })
    listed = Set(form.all("listed").compactMap { GuestID($0) }).union(mustHave)
  }

  /// Handles the buttons beside the rows, which save nothing.
  package mutating func edit(_ form: Form) -> Bool {
    if form.has("add") {
      rows.append(Row())
    } else if let index = form.number("remove", in: 0...Self.mostRows - 1), rows.indices.contains(index) {
      rows.remove(at: index)
    } else {
      return false
    }
    return true
  }
}

extension DateView {
  /// As stored.
  package func plan(in zones: Zones) -> DatePlan {
    DatePlan(facts.party, slots: facts.poll.slots, guests: facts.guests, in: zones[facts.party.zone])
  }
}

extension DatePlan.Row {
  package init(_ time: Date, in zone: Zone) {
    let local = LocalTime(time, in: zone)
    self.init(date: local.day.text, time: local.clockText)
  }
}
