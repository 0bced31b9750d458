import Core
import Foundation
import House
import Janus
import Logging
import Records

/// What a floor has of a media server.
struct Forwarding: Sendable {
  var party: ForwardedParty?
  var isBeginning = false
  /// Where none could be had, after this.
  var retriesAt: Moment?
  /// The plan is looked at once more at this time, for what didn't come about.
  var looksAt: Moment?
  /// Changes of the plan follow each other.
  var turn: Task<Void, Never>?
  /// When media servers were lost within the last `retry`.
  private var losses: [Moment] = []

  /// Seconds.
  static let retry = 20
  static let look = 2
  /// After one that took nobody's voice, which shows only when people have tried.
  static let longRetry = 120

  /// Notes that a media server was lost.
  /// - Returns: true if that happens so often that voices had better go from page to page for a while.
  mutating func isUnsteady(at now: Moment) -> Bool {
    losses = losses.filter { now.seconds(since: $0) < Self.retry } + [now]
    return losses.count > 2
  }
}

/// Voices and pictures by a media server: for parties that are too large to go from page to page.
extension PartyFloor {
  var topology: ServerMessage.Topology { forwarding.party == nil ? .mesh : .sfu }

  /// With the clock: begins where enough people have come, and ends with the evening.
  func considerForwarding() {
    guard let settings = services.settings.janus else { return }
    let count = shown.hearers.count
    if count == 0 || shown.hasEnded { return endForwarding() }
    if forwarding.party != nil { return forwardIfDue() }
    guard count >= settings.people, !forwarding.isBeginning, forwarding.retriesAt.map({ $0 <= now }) ?? true else {
      return
    }
    forwarding.isBeginning = true
    Task { await beginForwarding() }
  }

  /// After a restart: before any page is told by which way voices go, so that they go on.
  func resumeForwarding() async {
    guard let servers = services.mediaServers, !shown.hearers.isEmpty, let kept = await keptForwarding(),
      let address = JanusAddress(kept.url), services.settings.janus?.urls.contains(kept.url) == true
    else { return }
    do {
      let line = try await servers.line(to: address)
      use(try await ForwardedParty.resume(kept, on: line, page: teller, keep: keeper))
    } catch {
      services.logger.info("media session not taken up", metadata: ["party": "\(party)", "error": "\(error)"])
    }
  }

  private func beginForwarding() async {
    defer { forwarding.isBeginning = false }
    guard let settings = services.settings.janus, let line = await services.mediaServers?.leastLoaded() else {
      return waitForMediaServer(JanusProblem.gone)
    }
    do {
      let made = try await ForwardedParty.begin(
        room: "\(party)", key: settings.roomKey, on: line, page: teller, keep: keeper)
      use(made)
    } catch {
      waitForMediaServer(error)
    }
  }

  /// From page to page meanwhile.
  private func waitForMediaServer(_ error: any Error, seconds: Int = Forwarding.retry) {
    services.logger.warning("no media server", metadata: ["party": "\(party)", "error": "\(error)"])
    forwarding.retriesAt = now.adding(seconds: seconds)
  }

  private func use(_ made: ForwardedParty) {
    forwarding.party = made
    services.logger.info(
      "voices by media server", metadata: ["party": "\(party)", "server": "\(made.session.line.address)"])
    Task { [weak self] in
      await made.run()
      await self?.lost(made)
    }
    for who in pages.keys { tellLinks(to: who, always: true) }
    forward()
  }

  /// The media server or the way to it is gone: at once to another one, or to the same over a new connection; else from page to page.
  private func lost(_ gone: ForwardedParty) async {
    guard forwarding.party === gone else { return }
    services.logger.warning("media server lost", metadata: ["party": "\(party)"])
    let isDeaf = await gone.isDeaf
    guard forwarding.party === gone else { return }
    if isDeaf {
      forwarding.party = nil
      waitForMediaServer(JanusProblem.noAnswer, seconds: Forwarding.longRetry)
    } else if forwarding.isUnsteady(at: now) {
      forwarding.party = nil
      waitForMediaServer(JanusProblem.gone)
    } else {
      forwarding.isBeginning = true
      await resumeForwarding()
      if forwarding.party === gone { forwarding.party = nil }
      if forwarding.party == nil { await beginForwarding() }
      forwarding.isBeginning = false
    }
    if forwarding.party == nil { for who in pages.keys { tellLinks(to: who, always: true) } }
  }

  func endForwarding() {
    guard let ending = forwarding.party else { return }
    forwarding.party = nil
    Task { [services, party] in
      await ending.end()
      try? await services.database.write { try MediaSessionStore(connection: $0).forget(party) }
    }
  }

  /// Everybody hears whom they are to hear by now.
  func forward() {
    guard let forwarded = forwarding.party else { return }
    forwarding.looksAt = now.adding(seconds: Forwarding.look)
    let plan = shown.hearers.mapValues { peers in
      peers.map { Hearing(peer: $0, hasPicture: shown.people[$0]?.mode == .camera) }
    }
    let reachable = Set(pages.filter(\.value.isWelcome).keys)
    forwarding.turn = Task { [turn = forwarding.turn] in
      await turn?.value
      await forwarded.arrange(plan, reachable: reachable)
    }
  }

  private func forwardIfDue() {
    if let looksAt = forwarding.looksAt, looksAt > now { return }
    forward()
  }

  /// A page has come, or come back.
  func meetMediaServer(_ who: ParticipantID) {
    guard let forwarded = forwarding.party else { return }
    Task { await forwarded.meet(who) }
    forward()
  }

  func tellMediaServer(_ data: PassedOn, from caller: FloorCaller) {
    guard let forwarded = forwarding.party else { return complain(.notLinked, to: caller) }
    guard let signal = try? JSONDecoder().decode(PageMediaSignal.self, from: Data(data.bytes)) else {
      return complain(.unreadable, to: caller)
    }
    Task { await forwarded.receive(signal, from: caller.who) }
  }

  private func tell(_ who: ParticipantID, _ signal: ServerMediaSignal) {
    send(.signal(from: .media, data: PassedOn(signal)), to: who)
  }

  private var teller: @Sendable (ParticipantID, ServerMediaSignal) async -> Void {
    { [weak self] who, signal in await self?.tell(who, signal) }
  }

  private var keeper: @Sendable (KeptForwarding) async -> Void {
    { [services, party] kept in
      do {
        let body = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
        try await services.database.write { try MediaSessionStore(connection: $0).keep(body, of: party) }
      } catch {
        services.logger.warning("media session not kept", metadata: ["party": "\(party)", "error": "\(error)"])
      }
    }
  }

  private func keptForwarding() async -> KeptForwarding? {
    let body = try? await services.database.read { [party] in try MediaSessionStore(connection: $0).session(of: party) }
    return body.flatMap { $0 }.flatMap { try? JSONDecoder().decode(KeptForwarding.self, from: Data($0.utf8)) }
  }
}
