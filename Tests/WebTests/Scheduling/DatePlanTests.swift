import Core
import Foundation
import SystemZones
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite struct DatePlanTests {
  /// A Monday in November 2026.
  let now = TestSite.start

  private func plan(_ rows: [(String, String)], deadline: String = "", zone: String = "Europe/Berlin") -> DatePlan {
    var plan = DatePlan(Form())
    plan.rows = rows.map { DatePlan.Row(date: $0.0, time: $0.1) }
    (plan.deadline, plan.zone, plan.minutes) = (deadline, zone, "60")
    return plan
  }

  private func errors(_ plan: DatePlan) -> [String: String] {
    do {
      _ = try CheckedDatePlan(plan, now: now, in: SystemZones.standard.zones)
      return [:]
    } catch let errors as FieldErrors {
      return errors.messages.mapValues(\.key)
    } catch {
      return ["": "\(error)"]
    }
  }

  @Test("Slots are read in the host's zone, on both sides of a clock change")
  func zones() throws {
    let checked = try CheckedDatePlan(
      plan([("2027-03-29", "18:30"), ("2027-03-26", "18:30"), ("", "")]), now: now, in: SystemZones.standard.zones)
    #expect(checked.slots.map { LocalTime.machineText($0) } == ["2027-03-26T17:30:00Z", "2027-03-29T16:30:00Z"])
  }

  @Test("The hour that clocks skip is refused at its field")
  func skippedHour() {
    #expect(errors(plan([("2027-03-28", "02:30"), ("2027-03-29", "18:30")])) == ["time.0": "time.problem.skipped"])
    var fixed = plan([])
    (fixed.isPoll, fixed.fixed) = (false, DatePlan.Row(date: "2027-03-28", time: "02:30"))
    #expect(errors(fixed) == ["fixedTime": "time.problem.skipped"])
  }

  @Test("Each problem is shown at its own field")
  func fields() {
    let good = [("2026-12-10", "18:30"), ("2026-12-14", "19:00")]
    #expect(errors(plan(good)).isEmpty)
    #expect(errors(plan(good + [good[0]])) == ["date.2": "scheduling.error.twice"])
    #expect(errors(plan(good + [("2020-01-01", "18:00")])) == ["date.2": "party.refused.pastDate"])
    #expect(errors(plan(good + [("2026-12-15", "")])) == ["time.2": "time.problem.time"])
    #expect(errors(plan([good[0]])) == ["rows": "scheduling.error.count"])
    #expect(errors(plan(good, deadline: "2026-12-10")) == ["deadline": "scheduling.error.deadline"])
    #expect(errors(plan(good, zone: "CET")) == ["zone": "time.problem.zone"])
    let many = (1...13).map { ("2026-12-\($0 + 10)", "18:00") }
    #expect(errors(plan(many)) == ["rows": "scheduling.error.count"])
  }

  @Test("A slot that stays keeps its votes; a new one has none")
  func keptVotes() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let slots = try await table.slots()
      for slot in slots { _ = try await browser.post(.votes(table.token(0)), [("vote.\(slot.id)", "yes")]) }
      let zone = SystemZones.standard.zones["Europe/Berlin"]
      let rows = [slots[0].start, slots[1].start.addingTimeInterval(86_400)].map { DatePlan.Row($0, in: zone) }
      let host = try await browser.signedIn()
      let fields =
        [("kind", "poll"), ("zone", zone.identifier), ("minutes", "90")]
        + rows.flatMap { [("date", $0.date), ("time", $0.time)] } + [("must", table.guests[1].description)]
      #expect(try await host.post(.slots(table.party), fields).status == 303)
      let votes = try await site.services.database.read { try VoteStore(connection: $0).votes(by: table.guests[0]) }
      #expect(votes == [slots[0].id: .yes])
      #expect(try await table.stored().minutes == 90)
      #expect(try await table.guest(1).guest.isMustHave)
    }
  }

  @Test("A row can be added and removed without saving, and nothing typed is lost")
  func rows() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let host = try await browser.signedIn()
      let before = try await site.dump()
      let typed = [("kind", "poll"), ("date", "2026-12-10"), ("time", "18:3"), ("date", "x"), ("time", "y")]
      let added = try await host.post(.slots(table.party), typed + [("add", "1")])
      #expect(added.status == 200)
      #expect(added.text.matches(of: /name="date"/).count == 3)
      #expect(added.contains("value=\"18:3\""))
      let removed = try await host.post(.slots(table.party), typed + [("remove", "0")])
      #expect(removed.text.matches(of: /name="date"/).count == 1)
      #expect(removed.contains("value=\"y\""))
      #expect(try await site.dump() == before)
    }
  }
}
