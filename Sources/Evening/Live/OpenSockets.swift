import Core
import House
import NIOConcurrencyHelpers
import NIOCore
import Records
import WebSockets

/// By what somebody came in. When it ends, so does the socket.
package enum SocketRight: Hashable, Sendable {
  /// A guest's personal link, by what is stored of it.
  case link(GuestID, hash: String)
  /// A host's session.
  case session(SessionID)
}

/// For whom a socket was opened, where, and by what right.
package struct SocketSeat: Hashable, Sendable {
  package let party: PartyID
  package let who: ParticipantID
  package let right: SocketRight

  package init(party: PartyID, who: ParticipantID, right: SocketRight) {
    self.party = party
    self.who = who
    self.right = right
  }
}

/// All sockets from the upgrade on, with the right by which each came in.
package final class OpenSockets: Sendable {
  /// How many somebody may have: a page, the one it is being replaced with, and one that died without a word.
  static let perParticipant = 3
  /// Rights that end without a request to this program are seen this much later at the latest.
  private static let period = TimeAmount.seconds(10)

  private struct Place: Hashable {
    let party: PartyID
    let who: ParticipantID
  }

  package struct Entry: Sendable {
    package let seat: SocketSeat
    package let socket: any FloorSocket

    package init(seat: SocketSeat, socket: any FloorSocket) {
      self.seat = seat
      self.socket = socket
    }
  }

  private struct State {
    var places: [Place: [Entry]] = [:]
    var isAsked = false
    var checkedAt = NIODeadline.now()
  }

  private let state = NIOLockedValueBox(State())

  package init() {}

  /// One too many closes the oldest.
  package func enter(_ socket: any FloorSocket, _ seat: SocketSeat) {
    let surplus = state.withLockedValue { state -> [Entry] in
      var entries = state.places[Self.place(seat), default: []]
      entries.append(Entry(seat: seat, socket: socket))
      let surplus = entries.prefix(max(0, entries.count - Self.perParticipant))
      state.places[Self.place(seat)] = Array(entries.dropFirst(surplus.count))
      return Array(surplus)
    }
    for entry in surplus { entry.socket.close(.openedElsewhere, "") }
  }

  package func leave(_ socket: any FloorSocket, _ seat: SocketSeat) {
    state.withLockedValue { state in
      let rest = state.places[Self.place(seat), default: []].filter { $0.socket !== socket }
      state.places[Self.place(seat)] = rest.isEmpty ? nil : rest
    }
  }

  /// Whether the socket may still be heard.
  package func has(_ socket: any FloorSocket, _ seat: SocketSeat) -> Bool {
    state.withLockedValue { $0.places[Self.place(seat)]?.contains { $0.socket === socket } ?? false }
  }

  package var all: [Entry] { state.withLockedValue { $0.places.values.flatMap(\.self) } }

  /// Something was changed that may have ended a right.
  package func askForCheck() { state.withLockedValue { $0.isAsked = true } }

  /// Whether rights are to be looked at again; asked once it is answered.
  func takeCheck(at now: NIODeadline) -> Bool {
    state.withLockedValue { state in
      guard state.isAsked || now - state.checkedAt >= Self.period else { return false }
      (state.isAsked, state.checkedAt) = (false, now)
      return true
    }
  }

  private static func place(_ seat: SocketSeat) -> Place { Place(party: seat.party, who: seat.who) }
}

extension Services {
  package var sockets: OpenSockets { fixtures.one { OpenSockets() } }
}
