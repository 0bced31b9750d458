import Core
import Database
import House
import Records

/// Accepts wishes, times and the card, and records which of them changed.
package struct GuestWishes {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Parameter form: already checked. Fields it doesn't have stay unchanged.
  package func take(_ form: Form, from context: some GuestDelegate) throws {
    let visit = GuestVisit(services: services, connection: connection)
    let person = try visit.person(context)
    let before = person.guest
    let hasSavedCard = try GuestEventStore(connection: connection).has(GuestEvent.card, of: before.id)
    let shown = person.card(hasSaved: hasSavedCard)
    var entries = PersonalEntries(before, card: shown)
    entries.take(form)
    // A card that just came along with the wishes is not theirs yet.
    let isCardMeant = entries.card != shown || form.has("name") && form.text("part") != "wishes"
    var guest = before
    (guest.wishes, guest.brings) = (entries.wishes, entries.brings)
    (guest.arrives, guest.leaves) = (entries.arrives, entries.leaves)
    if isCardMeant { guest.card = entries.card }
    guest.zone = services.zones.zone(form.text("zone"))?.identifier ?? guest.zone
    if guest != before { try GuestStore(connection: connection).update(guest) }
    try note(guest, since: before, isFirstCard: isCardMeant && !hasSavedCard, visit)
  }

  private func note(_ guest: Guest, since before: Guest, isFirstCard: Bool, _ visit: GuestVisit) throws {
    if (guest.wishes, guest.brings) != (before.wishes, before.brings) {
      try visit.note(GuestEvent.wishes, of: guest.id)
    }
    if (guest.arrives, guest.leaves) != (before.arrives, before.leaves) {
      try visit.note(GuestEvent.times, "\(guest.arrives)-\(guest.leaves)", of: guest.id)
    }
    if guest.card != before.card || isFirstCard { try visit.note(GuestEvent.card, of: guest.id) }
  }
}
