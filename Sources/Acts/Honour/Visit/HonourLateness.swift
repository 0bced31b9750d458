import Core
import Database
import House
import Records

/// The meaning of one tap about a guest of honour's lateness.
package enum LatenessEntry: Sendable {
  case more, none

  /// - Throws: `AppError.malformed`.
  package init(_ form: Form) throws {
    switch form.text("late") {
    case "more": self = .more
    case "none": self = .none
    default: throw AppError.malformed
    }
  }
}

/// Records a delay reported by the guest of honour or the person who answers for them. The calendar entry stays as it
/// is.
package struct HonourLateness {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` for other guests; `AppError.conflict` if nothing can be changed any more.
  package func take(_ entry: LatenessEntry, from delegate: some GuestDelegate) throws {
    let store = HonourStore(connection: connection)
    guard var honour = try store.honour(delegate.guest) else { throw AppError.notFound }
    let visit = GuestVisit(services: services, connection: connection)
    let person = try visit.person(delegate)
    guard person.isExpected, var slot = honour.slot(at: try visit.party(delegate).start) else {
      throw AppError.conflict(Message("guests.closed"))
    }
    // Earlier than that it isn't a delay: the host can still move the time.
    guard entry == .none || slot.takesLateness(at: Moment(services.now())) else {
      throw AppError.conflict(Message("visit.late.early"))
    }
    switch entry {
    case .more: slot.comesLater()
    case .none: slot.comesOnTime()
    }
    guard slot.lateMinutes != honour.lateMinutes else { return }
    honour.lateMinutes = slot.lateMinutes
    try store.update(honour)
    try visit.note(GuestEvent.late, String(slot.lateMinutes), of: delegate.guest)
  }
}
