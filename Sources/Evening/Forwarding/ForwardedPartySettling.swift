import Core
import Foundation
import Janus

/// What somebody hears, brought to what they are to hear: one change at a time, which their page answers.
extension ForwardedParty {
  /// Seconds for which an offer may go unanswered.
  private static let patience = 8
  /// So often in a row; then the next change of the floor tries again.
  private static let attempts = 5

  func settle(_ who: ParticipantID) async {
    guard let member = members[who] else { return }
    await silence(who)
    guard !member.isSettling else {
      members[who]?.isUnsettled = true
      return
    }
    members[who]?.isSettling = true
    var attempts = 0
    repeat {
      members[who]?.isUnsettled = false
      attempts += 1
      do {
        while attempts < Self.attempts, let change = change(for: who) {
          attempts += 1
          try await make(change, for: who)
        }
      } catch {
        try? await Task.sleep(for: .milliseconds(200))
        members[who]?.isUnsettled = true
      }
    } while members[who]?.isUnsettled == true && attempts < Self.attempts && !hasEnded
    members[who]?.isSettling = false
    if members[who]?.isToBeRerouted == true { return await reroute(who) }
    await adjust(who)
  }

  func settleThose(whoHear peer: ParticipantID) {
    for who in hearers(of: peer) { Task { await settle(who) } }
  }

  func hearers(of peer: ParticipantID) -> [ParticipantID] {
    members.filter { $0.value.hears.contains { $0.peer == peer } }.map(\.key)
  }

  private struct Change {
    let adding: [RoomFeed]
    let removing: [RoomFeed]

    /// In two halves, where there are several lines to be added.
    var halves: [Change] {
      guard adding.count > 1 else { return [] }
      let middle = adding.count / 2
      return [
        Change(adding: Array(adding[..<middle]), removing: removing),
        Change(adding: Array(adding[middle...]), removing: []),
      ]
    }
  }

  /// Lines of others that they are to have, by the token of each and its kind.
  private func wanted(by who: ParticipantID) -> Set<WantedLine> {
    var wanted: Set<WantedLine> = []
    for hearing in members[who]?.hears ?? [] {
      guard let other = members[hearing.peer], let publisher = other.publisher, publisher.isUp else { continue }
      for (kind, mid) in publisher.lines where isWanted(kind, of: other, hearing) {
        wanted.insert(WantedLine(feed: publisher.token, mid: mid))
      }
    }
    return wanted
  }

  private func isWanted(_ kind: MediaKind, of other: ForwardedMember, _ hearing: Hearing) -> Bool {
    switch kind {
    case .audio: true
    case .camera: hearing.hasPicture
    case .screen: other.notes?.screen == true
    }
  }

  private func change(for who: ParticipantID) -> Change? {
    guard let member = members[who], member.isReachable, !hasEnded else { return nil }
    let wanted = wanted(by: who)
    let had = Set((member.listener?.subscribed ?? [:]).values)
    let adding = wanted.subtracting(had)
    let removing = had.subtracting(wanted)
    guard !adding.isEmpty || !removing.isEmpty else { return nil }
    return Change(adding: adding.map(\.feed), removing: removing.map(\.feed))
  }

  /// A change is refused as a whole, so one line that is not to be had would keep all others away.
  private func make(_ change: Change, for who: ParticipantID) async throws {
    do {
      try await ask(for: change, by: who)
    } catch JanusProblem.room(let code, let reason) {
      guard !change.halves.isEmpty else { throw JanusProblem.room(code: code, reason: reason) }
      for half in change.halves { try? await make(half, for: who) }
    }
  }

  private func ask(for change: Change, by who: ParticipantID) async throws {
    let answer: JanusAnswer
    let handle: UInt64
    if let listener = members[who]?.listener {
      handle = listener.handle
      answer = try await session.ask(.change(adding: change.adding, removing: change.removing), by: handle)
    } else {
      guard !change.adding.isEmpty else { return }
      handle = try await session.attach()
      do {
        answer = try await session.ask(.listen(in: room, to: change.adding), by: handle)
      } catch {
        await session.detach(handle)
        throw error
      }
      guard members[who] != nil else { return await session.detach(handle) }
      members[who]?.listener = ForwardedMember.Listener(handle: handle, token: newToken())
      remember()
    }
    note(answer.room?.streams, for: who)
    guard let offer = answer.jsep else { return }
    try await offering(offer, to: who, by: handle)
  }

  /// Returns when the page has answered; a page that doesn't gets another connection.
  func offering(_ offer: JanusDescription, to who: ParticipantID, by handle: UInt64) async throws {
    guard let listener = members[who]?.listener, listener.handle == handle else { return }
    members[who]?.offers += 1
    let number = members[who]?.offers
    let answer = await withCheckedContinuation { answer in
      members[who]?.answer = answer
      let signal = ServerMediaSignal(
        token: listener.token, offer: offer.sdp, lines: Array(listener.lines.values), notes: notes(for: who))
      Task {
        await page(who, signal)
        try? await Task.sleep(for: .seconds(Self.patience))
        if members[who]?.offers == number { give(nil, to: who) }
      }
    }
    guard let answer else {
      guard members[who]?.listener?.handle == handle else { return }
      members[who]?.listener = nil
      return await session.detach(handle)
    }
    try await session.ask(.start, by: handle, with: answer)
  }

  private func notes(for who: ParticipantID) -> [ParticipantID: MediaNotes] {
    let hears = members[who]?.hears ?? []
    return hears.reduce(into: [:]) { notes, one in notes[one.peer] = members[one.peer]?.notes }
  }

  private func note(_ streams: [RoomStream]?, for who: ParticipantID) {
    guard let streams, let listener = members[who]?.listener else { return }
    var lines: [String: MediaLine] = [:]
    var subscribed: [String: WantedLine] = [:]
    for stream in streams {
      guard let feed = stream.feed, let mid = stream.feedMid else { continue }
      subscribed[stream.mid] = WantedLine(feed: feed, mid: mid)
      guard let from = feeds[feed], let kind = members[from]?.publisher?.lines.first(where: { $0.value == mid })?.key
      else { continue }
      lines[stream.mid] = MediaLine(mid: stream.mid, from: from, kind: kind)
    }
    members[who]?.listener?.flows = listener.flows.filter { listener.lines[$0.key] == lines[$0.key] }
    members[who]?.listener?.lines = lines
    members[who]?.listener?.subscribed = subscribed
  }

  /// What they may not hear any more ends now, before their page has answered anything, and without it.
  private func silence(_ who: ParticipantID) async {
    guard let listener = members[who]?.listener else { return }
    let wanted = wanted(by: who)
    let gone = listener.subscribed.filter { !wanted.contains($0.value) && listener.flows[$0.key]?.isSent != false }.keys
    guard !gone.isEmpty else { return }
    for mid in gone { members[who]?.listener?.flows[mid, default: .init()].isSent = false }
    _ = try? await session.ask(.flow(gone.map { RoomFeed(mid: $0, send: false) }), by: listener.handle)
  }

  /// Lets flow what is wanted, in the size in which it is shown.
  func adjust(_ who: ParticipantID) async {
    guard let member = members[who], let listener = member.listener else { return }
    let cameras = listener.lines.values.filter { $0.kind == .camera }.map(\.from)
    let chosen = PictureChoice.flows(
      of: cameras, spokeAt: members.mapValues(\.spokeAt), sizes: member.sizes)
    let wanted = wanted(by: who)
    var changes: [RoomFeed] = []
    for (mid, line) in listener.lines {
      guard let subscribed = listener.subscribed[mid], wanted.contains(subscribed) else { continue }
      let flow = line.kind == .camera ? chosen[line.from] ?? .init() : .init()
      guard listener.flows[mid] != flow else { continue }
      members[who]?.listener?.flows[mid] = flow
      changes.append(
        RoomFeed(mid: mid, send: flow.isSent, substream: line.kind == .camera ? (flow.isLarge ? 1 : 0) : nil))
    }
    guard !changes.isEmpty else { return }
    _ = try? await session.ask(.flow(changes), by: listener.handle)
    await page(who, ServerMediaSignal(dark: chosen.filter { !$0.value.isSent }.keys.sorted()))
  }
}

/// A line in the room.
struct WantedLine: Hashable, Sendable {
  let token: String
  let mid: String

  init(feed: String, mid: String) {
    (token, self.mid) = (feed, mid)
  }

  var feed: RoomFeed { RoomFeed(feed: token, mid: mid) }
}
