import Core
import Foundation
import Records
import WebSockets

/// Pages that come, send and leave.
extension PartyFloor {
  /// Handles a page's message; messages come in order. Returns once it is dealt with.
  package func receive(_ message: ClientMessage, from caller: FloorCaller) async {
    usedAt = now
    if case .hello(let last) = message { return await welcome(caller, last: last) }
    guard let page = pages[caller.who], page.socket === caller.socket, page.isWelcome else {
      return complain(.helloFirst, to: caller)
    }
    switch message {
    case .request(let id, let request): await answer(id, request, caller)
    case .met:
      guard shown.mayHost(caller.who) else { return complain(.notHosting, to: caller) }
      caller.socket.send(ServerMessage.met(meetings(caller.language)).frame)
    case .beat: caller.socket.send(ServerMessage.beat(now: now).frame)
    default: passOn(message, from: caller)
    }
  }

  package func complain(_ problem: WireProblem, to caller: FloorCaller) {
    caller.socket.send(ServerMessage.error(problem, services.phrases(caller.language)).frame)
  }

  /// The socket is closed. If another has taken its place, nothing happens.
  package func gone(_ caller: FloorCaller) async {
    guard pages[caller.who]?.socket === caller.socket else { return }
    pages[caller.who] = nil
    services.count(sockets: -1)
    gather()
    usedAt = now
    forward()
    _ = try? await record(planned.connection(of: caller.who, isOpen: false, at: now))
  }

  /// Their right to be here has ended: their page is closed and they leave the floor, so that no voice reaches them any
  /// more. Somebody with another right comes in again.
  package func dismiss(_ who: ParticipantID) async {
    close(who, .linkInvalid)
    _ = try? await request(.leave, by: who)
  }

  /// Does so only if this socket speaks for them.
  package func dismiss(_ who: ParticipantID, by socket: any FloorSocket) async {
    if pages[who]?.socket === socket { await dismiss(who) }
  }

  /// Everybody else in the room or outside the door has to go; the host may stay.
  package func keep(_ admitted: Set<ParticipantID>) async {
    let gone = shown.people.keys.filter { $0 != .host && !admitted.contains($0) }
    for who in gone where shown.isInRoom(who) || shown.isPresent(who) { await dismiss(who) }
  }

  /// The newer window takes the seat.
  private func welcome(_ caller: FloorCaller, last: Int?) async {
    let who = caller.who
    guard shown.people[who] != nil else { return caller.socket.close(.linkInvalid, "") }
    guard !shown.hasEnded else { return caller.socket.close(.eveningEnded, "") }
    if pages[who]?.socket !== caller.socket {
      close(who, .openedElsewhere)
      services.count(sockets: 1)
    }
    pages[who] = OpenPage(socket: caller.socket, language: caller.language)
    do {
      try await record(planned.connection(of: who, isOpen: true, at: now))
    } catch {
      return caller.socket.close(.tryAgainLater, "")
    }
    guard pages[who]?.socket === caller.socket else { return }
    show(caller, last: last)
    await handOutCards(to: who)
  }

  private func show(_ caller: FloorCaller, last: Int?) {
    let who = caller.who
    let changes = last.flatMap { recent.since($0, upTo: number, for: who) }
    let ice = ice(for: who)
    let view = changes == nil ? shown.view(of: who) : nil
    guard changes != nil || view != nil else { return close(who, .linkInvalid) }
    pages[who]?.isWelcome = true
    pages[who]?.iceUntil = ice.iceUntil
    gather()
    send(
      .welcome(
        Welcome(
          number: number, now: now, you: who, view: view, changes: changes, missed: missed(by: who, caller.language),
          ice: ice.ice, iceUntil: ice.iceUntil, relayOnly: ice.relayOnly)), to: who)
    tellLinks(to: who, always: true)
    meetMediaServer(who)
  }

  /// A reloaded page has lost the cards it was given.
  private func handOutCards(to who: ParticipantID) async {
    let given = shown.cards.filter { $0.isTaken && ($0.from == who || $0.to == who) }
    for card in given { await sendCard(of: card.from == who ? card.to : card.from, to: who) }
  }

  private func answer(_ id: Int, _ request: FloorRequest, _ caller: FloorCaller) async {
    do {
      let number = try await self.request(request, by: caller.who)
      caller.socket.send(ServerMessage.done(id: id, number: number).frame)
    } catch let refusal as FloorRefusal {
      refuse(id, refusal.rawValue, caller)
    } catch {
      refuse(id, "notStored", caller)
    }
  }

  private func refuse(_ id: Int, _ code: String, _ caller: FloorCaller) {
    let text = services.phrases(caller.language)("refusal.\(code)")
    caller.socket.send(ServerMessage.refused(id: id, code: code, text: text).frame)
  }
}
