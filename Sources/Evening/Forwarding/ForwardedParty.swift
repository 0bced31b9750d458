import Core
import Foundation
import Janus

/// One party's voices and pictures at a media server: a video room, in which everybody publishes once, and a subscription for each
/// that follows whom they are to hear. Who hears whom is decided elsewhere.
actor ForwardedParty {
  nonisolated let session: JanusSession
  let room: String
  var members: [ParticipantID: ForwardedMember] = [:]
  /// The participant behind each publisher name in the room.
  var feeds: [String: ParticipantID] = [:]
  let page: @Sendable (ParticipantID, ServerMediaSignal) async -> Void
  private let keep: @Sendable (KeptForwarding) async -> Void
  private var count = 0
  private var isKeeping = false
  var hasEnded = false
  /// The people whose offers were answered by silence since one was last answered.
  var unanswered: Set<ParticipantID> = []

  /// Bits a second that somebody may send: two sizes of a picture, a screen, a voice.
  static let bitrate = 1_500_000

  private init(
    _ session: JanusSession, room: String, page: @escaping @Sendable (ParticipantID, ServerMediaSignal) async -> Void,
    keep: @escaping @Sendable (KeptForwarding) async -> Void
  ) {
    (self.session, self.room, self.page, self.keep) = (session, room, page, keep)
  }

  /// - Throws: `JanusProblem`.
  static func begin(
    room: String, key: String, on line: JanusLine,
    page: @escaping @Sendable (ParticipantID, ServerMediaSignal) async -> Void,
    keep: @escaping @Sendable (KeptForwarding) async -> Void
  ) async throws -> ForwardedParty {
    let session = try await JanusSession.create(on: line)
    do {
      let handle = try await session.attach()
      try await session.ask(.create(room, key: key, people: 400, bitrate: bitrate), by: handle)
      await session.detach(handle)
    } catch JanusProblem.room(JanusProblem.roomExists, _) {
    } catch {
      await session.destroy()
      throw error
    }
    return ForwardedParty(session, room: room, page: page, keep: keep)
  }

  /// As it was before we restarted: whoever publishes goes on, and gets a new subscription while the old one is heard.
  /// - Throws: `JanusProblem`.
  static func resume(
    _ kept: KeptForwarding, on line: JanusLine,
    page: @escaping @Sendable (ParticipantID, ServerMediaSignal) async -> Void,
    keep: @escaping @Sendable (KeptForwarding) async -> Void
  ) async throws -> ForwardedParty {
    let session = try await JanusSession.claim(kept.session, on: line)
    let party = ForwardedParty(session, room: kept.room, page: page, keep: keep)
    await party.take(kept)
    return party
  }

  private func take(_ kept: KeptForwarding) {
    for (who, one) in kept.members {
      members[who] = ForwardedMember(publisher: one.publisher, formerListener: one.listener)
      if let publisher = one.publisher { feeds[publisher.token] = who }
    }
  }

  /// Until the session ends, which is where Janus or the way to it does.
  func run() async {
    let alive = Task { [session] in
      while !Task.isCancelled {
        try? await Task.sleep(for: JanusSession.keepalive)
        try? await session.keepAlive()
      }
    }
    for await event in session.events {
      if event.janus == "timeout" { break }
      await heed(event)
    }
    alive.cancel()
    hasEnded = true
    for who in members.keys { give(nil, to: who) }
  }

  private func heed(_ event: JanusAnswer) async {
    guard let handle = event.sender else { return }
    for (who, member) in members {
      if member.publisher?.handle == handle { return await heed(event, ofPublisher: who) }
      if member.listener?.handle == handle, event.janus == "webrtcup", let former = member.formerListener {
        members[who]?.formerListener = nil
        return await session.detach(former)
      }
    }
  }

  private func heed(_ event: JanusAnswer, ofPublisher who: ParticipantID) async {
    switch event.janus {
    case "webrtcup":
      members[who]?.publisher?.isUp = true
      remember()
      settleThose(whoHear: who)
    case "hangup": members[who]?.publisher?.isUp = false
    default: break
    }
  }

  /// Everybody who is to be heard or to hear, with whom they hear; whoever isn't there falls silent at once. What pages have to answer is
  /// not waited for.
  func arrange(_ plan: [ParticipantID: [Hearing]], reachable: Set<ParticipantID>) async {
    guard !hasEnded else { return }
    for who in members.keys where plan[who] == nil { await part(who) }
    for (who, hears) in plan {
      let isNew = members[who] == nil
      members[who, default: ForwardedMember()].hears = hears
      members[who]?.isReachable = reachable.contains(who)
      if isNew { await admit(who) }
    }
    for who in plan.keys { Task { await settle(who) } }
  }

  /// Their page has come, or come back: it is told what it sends under.
  func meet(_ who: ParticipantID) async {
    members[who]?.isReachable = true
    guard let publisher = members[who]?.publisher else { return }
    await page(who, ServerMediaSignal(token: publisher.token, publish: publisher.hasOffered ? .known : .fresh))
  }

  func admit(_ who: ParticipantID) async {
    guard let handle = try? await session.attach() else { return }
    guard members[who] != nil, members[who]?.publisher == nil else { return await session.detach(handle) }
    let token = newToken()
    members[who]?.publisher = ForwardedMember.Publisher(handle: handle, token: token)
    feeds[token] = who
    remember()
    await meet(who)
  }

  /// Both of their connections end.
  private func part(_ who: ParticipantID) async {
    guard let member = members.removeValue(forKey: who) else { return }
    member.answer?.resume(returning: nil)
    await drop(member)
  }

  func drop(_ member: ForwardedMember) async {
    if let token = member.publisher?.token { feeds[token] = nil }
    let handles = [member.publisher?.handle, member.listener?.handle, member.formerListener].compactMap { $0 }
    remember()
    for handle in handles { await session.detach(handle) }
  }

  /// Nobody needs it any more.
  func end() async {
    hasEnded = true
    members = [:]
    await session.destroy()
  }

  func newToken() -> String {
    count += 1
    return "\(room)-\(session.id)-\(count)-\(UInt32.random(in: .min ... .max))"
  }

  /// Soon, and once for what changes within moments.
  func remember() {
    guard !isKeeping, !hasEnded else { return }
    isKeeping = true
    Task {
      try? await Task.sleep(for: .milliseconds(200))
      isKeeping = false
      guard !hasEnded else { return }
      await keep(
        KeptForwarding(
          url: session.line.address.description, session: session.id, room: room,
          members: members.mapValues { .init(publisher: $0.publisher, listener: $0.listener?.handle) }))
    }
  }

  func give(_ answer: JanusDescription?, to who: ParticipantID) {
    let waiting = members[who]?.answer
    members[who]?.answer = nil
    waiting?.resume(returning: answer)
  }
}
