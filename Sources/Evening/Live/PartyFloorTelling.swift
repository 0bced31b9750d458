import Core
import Foundation
import House
import Records
import WebSockets

/// Stored changes on their way to the pages.
extension PartyFloor {
  /// Each change is encoded once for everybody who is told of it.
  func tell(_ changes: [Change]) {
    for change in changes {
      shown.apply(change.event, at: change.at)
      number = change.number
      let audience = shown.audience(of: change.event)
      recent.append(change, for: audience)
      send(.change(change), to: audience)
      tellApart(change.event)
    }
    if changes.contains(where: \.event.movesMedia) {
      tellLinks()
      forward()
    }
    if changes.contains(where: \.event.isRound), let page = pages[shown.hosting] {
      send(.met(meetings(page.language)), to: shown.hosting)
    }
  }

  /// Sends the additional messages that only some get.
  private func tellApart(_ event: FloorEvent) {
    switch event {
    case .moved(let who, .some(let table), _): send(.table(notes(of: table, for: who)), to: who)
    case .entered(let who): if let meeting = shown.meeting(for: who) { send(.meeting(url: meeting), to: who) }
    case .removed(let who, _): close(who, .linkInvalid)
    case .ended: for who in pages.keys { close(who, .eveningEnded) }
    case .cardTaken(let from, let to): Task { await exchangeCards(from, to) }
    default: break
    }
  }

  private func notes(of table: TableID, for who: ParticipantID) -> TableNotes {
    let view = shown.view(of: who)
    let knocking = view?.tables.first { $0.id == table }?.knocking ?? []
    return TableNotes(
      number: number, table: table, coaster: view?.coaster ?? [], talk: view?.talk ?? [], knocking: knocking)
  }

  private func exchangeCards(_ one: ParticipantID, _ other: ParticipantID) async {
    await sendCard(of: one, to: other)
    await sendCard(of: other, to: one)
  }

  func sendCard(of giver: ParticipantID, to taker: ParticipantID) async {
    guard pages[taker] != nil else { return }
    do {
      let card = try await services.database.read { [party] in
        try FloorCardStore(connection: $0).card(of: giver, at: party)
      }
      if let card { send(.card(from: giver, card), to: taker) }
    } catch {
      services.logger.error("card not read", metadata: ["party": "\(party)", "error": "\(error)"])
    }
  }

  /// Sends each page its links if they have changed.
  func tellLinks() {
    for who in pages.keys { tellLinks(to: who) }
  }

  func tellLinks(to who: ParticipantID, always: Bool = false) {
    guard let page = pages[who], page.isWelcome else { return }
    let links = shown.links(of: who)
    guard always || links != page.links else { return }
    pages[who]?.links = links
    send(.links(links, topology: topology), to: who)
  }

  package func send(_ message: ServerMessage, to who: ParticipantID) {
    guard let page = pages[who], page.isWelcome else { return }
    page.socket.send(message.frame)
  }

  /// - Parameter audience: nil for everybody.
  package func send(_ message: ServerMessage, to audience: Set<ParticipantID>?) {
    guard let audience else { return everybody.send(message.frame) }
    let sockets = audience.compactMap { who in pages[who].flatMap { $0.isWelcome ? $0.socket : nil } }
    if !sockets.isEmpty { FloorAudience(sockets).send(message.frame) }
  }

  /// Closes the page; an event then reports that its participant is gone.
  package func close(_ who: ParticipantID, _ code: CloseCode) {
    guard let page = pages.removeValue(forKey: who) else { return }
    services.count(sockets: -1)
    page.socket.close(code, "")
    gather()
  }

  func gather() {
    everybody = FloorAudience(pages.values.filter(\.isWelcome).map(\.socket))
  }
}

extension FloorEvent {
  var isRound: Bool {
    if case .rounds = self { true } else { false }
  }

  /// True if different voices and pictures may flow after this. Writing and planning change none.
  var movesMedia: Bool {
    switch self {
    case .said, .coaster, .promised, .cardOffered, .cardWithdrawn, .cardLaidAside, .cardTaken, .hand, .topic, .privacy,
      .changed, .murmur, .whispered, .hushed, .knocked, .knockEnded, .announced, .staying, .speakers, .wordOffered,
      .wordPassed,
      .warned, .extended,
      .tableOpened, .tableClosed:
      false
    default: true
    }
  }
}

extension ServerMessage {
  package var frame: EncodedFrame {
    var frame = EncodedFrame.text(utf8: json.readableBytesView)
    frame.isDroppable = isPassedOn
    return frame
  }

  /// True if another page caused it to be sent.
  private var isPassedOn: Bool {
    switch self {
    case .signal(let from, _): from != .media
    case .caption, .clink, .react, .unheard: true
    default: false
    }
  }
}
