/// The streams between one participant and another right now. Two people without a link neither hear nor see each
/// other.
package struct FloorLink: Hashable, Sendable, Codable {
  package let peer: ParticipantID
  /// Sent from me to them.
  package var sendsAudio: Bool
  package var sendsVideo: Bool
  /// Sent from them to me.
  package var receivesAudio: Bool
  package var receivesVideo: Bool
  /// Gives way when both offer at once (perfect negotiation); exactly one of the two is polite.
  package var isPolite: Bool

  package init(
    peer: ParticipantID, sendsAudio: Bool, sendsVideo: Bool, receivesAudio: Bool, receivesVideo: Bool, isPolite: Bool
  ) {
    self.peer = peer
    self.sendsAudio = sendsAudio
    self.sendsVideo = sendsVideo
    self.receivesAudio = receivesAudio
    self.receivesVideo = receivesVideo
    self.isPolite = isPolite
  }
}
