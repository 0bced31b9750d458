/// What somebody's browser found out about their line before the evening, and what that is good for.
package struct LineTest: Hashable, Sendable {
  package var hasMicrophone: Bool
  package var hasCamera: Bool
  /// By which ways the relay was reached; nil where the installation has none.
  package var ways: Set<Way>?
  /// To the server and from it, in kilobits a second.
  package var up: Int
  package var down: Int
  /// To the server and back, in milliseconds.
  package var roundTrip: Int

  package static let speeds = 0...1_000_000
  package static let roundTrips = 0...60_000

  package init(hasMicrophone: Bool, hasCamera: Bool, ways: Set<Way>?, up: Int, down: Int, roundTrip: Int) {
    self.hasMicrophone = hasMicrophone
    self.hasCamera = hasCamera
    self.ways = ways
    self.up = up
    self.down = down
    self.roundTrip = roundTrip
  }

  package enum Way: String, Hashable, Sendable, CaseIterable {
    case udp, tcp, tls
  }

  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case picture, sound, text
  }

  /// The one thing to try.
  package enum Advice: String, Hashable, Sendable, CaseIterable {
    /// Nothing of the relay is let through: another network, such as the telephone's own.
    case otherNetwork
    case microphone
    /// Nearer to the router, a cable, nothing else that loads.
    case moreSpeed
    /// A tunnel or a far server makes the way long.
    case shorterWay
    case camera
  }

  /// Where no relay is reached, a firewall is likely to let no voice through either.
  package var verdict: Verdict {
    guard ways != [] else { return .text }
    if isFast(Self.picture), roundTrip <= Self.pictureRoundTrip { return .picture }
    return isFast(Self.voice) && roundTrip <= Self.voiceRoundTrip ? .sound : .text
  }

  package var advice: Advice? {
    if ways == [] { return .otherNetwork }
    if !hasMicrophone { return .microphone }
    if !isFast(Self.picture) { return .moreSpeed }
    if roundTrip > Self.pictureRoundTrip { return .shorterWay }
    return hasCamera ? nil : .camera
  }

  private func isFast(_ speed: Int) -> Bool { min(up, down) >= speed }

  /// A table of four: three pictures out and three in, each some 450 kbit/s at best and 200 when it has to be.
  private static let picture = 700
  /// Three voices of 32 kbit/s, with what is wrapped around them.
  private static let voice = 150
  private static let pictureRoundTrip = 400
  private static let voiceRoundTrip = 1200
}
