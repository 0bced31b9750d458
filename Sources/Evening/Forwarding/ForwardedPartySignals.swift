import Core
import Foundation
import Janus

/// What pages say to the media server.
extension ForwardedParty {
  func receive(_ signal: PageMediaSignal, from who: ParticipantID) async {
    guard let member = members[who] else { return }
    if let notes = signal.notes { return await heed(notes.known, of: who) }
    if let sizes = signal.sizes {
      members[who]?.sizes = sizes
      return await adjust(who)
    }
    if signal.anew == true { return await beginAnew(who) }
    guard let token = signal.token else { return }
    if let sdp = signal.offer, token == member.publisher?.token { return await publish(sdp, signal.lines ?? [:], who) }
    if let sdp = signal.answer, token == member.listener?.token {
      return give(JanusDescription(type: "answer", sdp: sdp), to: who)
    }
    if let candidate = signal.candidate, let handle = handle(token, of: member) {
      await session.add(candidate, to: handle)
    }
    if signal.reroute == true, token == member.listener?.token { await reroute(who) }
  }

  private func handle(_ token: String, of member: ForwardedMember) -> UInt64? {
    if token == member.publisher?.token { return member.publisher?.handle }
    return token == member.listener?.token ? member.listener?.handle : nil
  }

  /// The first offer, or another one for a new way.
  private func publish(_ sdp: String, _ lines: [MediaKind: String], _ who: ParticipantID) async {
    guard let publisher = members[who]?.publisher else { return }
    let offer = JanusDescription(type: "offer", sdp: sdp)
    members[who]?.publisher?.hasOffered = true
    let claimed = publisher.hasOffered ? publisher.lines : lines
    let request: RoomRequest = publisher.hasOffered ? .republish : .publish(in: room, as: publisher.token)
    do {
      let answer = try await session.ask(request, by: publisher.handle, with: offer)
      unanswered = []
      guard let jsep = answer.jsep else { return await beginAnew(who) }
      // A line that a page only claims to have can't be had, and would keep those away that are asked for with it.
      let accepted = jsep.acceptedLines
      members[who]?.publisher?.lines = claimed.filter { $0.key.medium == accepted[$0.value] }
      await page(who, ServerMediaSignal(token: publisher.token, answer: jsep.sdp))
    } catch JanusProblem.gone {
      // The party goes elsewhere.
    } catch JanusProblem.noAnswer {
      if await !gaveUp(after: who) { await beginAnew(who) }
    } catch {
      await beginAnew(who)
    }
  }

  /// True if it lives and takes nobody's voice.
  var isDeaf: Bool { unanswered.count > 1 }

  /// Gives a media server up that answers nobody's offers.
  /// - Returns: false while it may be one person's offer that is at fault.
  private func gaveUp(after who: ParticipantID) async -> Bool {
    unanswered.insert(who)
    guard isDeaf else { return false }
    hasEnded = true
    await session.destroy()
    return true
  }

  /// With new connections, both ways.
  private func beginAnew(_ who: ParticipantID) async {
    guard let old = members[who] else { return }
    give(nil, to: who)
    members[who]?.publisher = nil
    members[who]?.listener = nil
    members[who]?.isToBeRerouted = false
    members[who]?.formerListener = nil
    settleThose(whoHear: who)
    await drop(old)
    await admit(who)
    await settle(who)
  }

  /// After whatever else is under way.
  func reroute(_ who: ParticipantID) async {
    guard let listener = members[who]?.listener else { return }
    members[who]?.isToBeRerouted = members[who]?.isSettling == true
    guard members[who]?.isSettling == false else { return }
    members[who]?.isSettling = true
    if let offer = try? await session.ask(.reroute, by: listener.handle).jsep {
      try? await offering(offer, to: who, by: listener.handle)
    }
    members[who]?.isSettling = false
    await settle(who)
  }

  private func heed(_ notes: MediaNotes, of who: ParticipantID) async {
    guard let before = members[who], before.notes != notes else { return }
    members[who]?.notes = notes
    if notes.talks, before.notes?.talks != true {
      let latest = members.values.map(\.spokeAt).max() ?? 0
      members[who]?.spokeAt = latest + 1
    }
    let hearers = hearers(of: who)
    for hearer in hearers { await page(hearer, ServerMediaSignal(notes: [who: notes])) }
    if notes.screen != (before.notes?.screen ?? false) { settleThose(whoHear: who) }
    guard notes.talks else { return }
    for hearer in hearers where (members[hearer]?.hears.count ?? 0) > PictureChoice.most { await adjust(hearer) }
  }
}
