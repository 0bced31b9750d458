import Core
import House
import NIOConcurrencyHelpers
import NIOCore
import Records
import WebSockets

/// The right by which somebody came in. When it ends, the socket is closed.
package enum SocketRight: Hashable, Sendable {
  /// A guest's personal link, identified by its stored hash.
  case link(GuestID, hash: String)
  /// A host's session.
  case session(SessionID)
}

/// The person a socket was opened for, the party, and the right to it.
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
  /// The number of sockets somebody may have: a page, the one it is being replaced with, and one that died silently.
  static let perParticipant = 3
  /// Rights that end without a request to this program are noticed after this time at the latest.
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

  /// Waits until all have left: the server is done when connections are closed, and their floors still note who went.
  package func empty(within patience: Duration) async {
    let end = ContinuousClock.now + patience
    while !state.withLockedValue(\.places.isEmpty), ContinuousClock.now < end {
      try? await Task.sleep(for: .milliseconds(10))
    }
  }

  /// True if the socket may still be heard.
  package func has(_ socket: any FloorSocket, _ seat: SocketSeat) -> Bool {
    state.withLockedValue { $0.places[Self.place(seat)]?.contains { $0.socket === socket } ?? false }
  }

  package var all: [Entry] { state.withLockedValue { $0.places.values.flatMap(\.self) } }

  /// Reports a change that may have ended a right.
  package func askForCheck() { state.withLockedValue { $0.isAsked = true } }

  /// True if rights must be checked again; the answer resets the request.
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
