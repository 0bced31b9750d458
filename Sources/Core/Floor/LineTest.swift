/// Findings of somebody's browser about their line before the evening, and what the line is good enough for.
package struct LineTest: Hashable, Sendable {
  package var hasMicrophone: Bool
  package var hasCamera: Bool
  /// The ways by which the relay was reached; nil where the installation has none.
  package var ways: Set<Way>?
  /// Upload and download, in kilobits a second.
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
    /// None of the ways to the relay is let through: try another network, such as the phone's own.
    case otherNetwork
    case microphone
    /// Move closer to the router, use a cable, stop other downloads.
    case moreSpeed
    /// A tunnel or a distant server makes the route long.
    case shorterWay
    case camera
  }

  /// Where no relay can be reached, a firewall probably lets no voice through either.
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

  /// A table of four: three pictures out and three in, each some 450 kbit/s at best and 200 at worst.
  private static let picture = 700
  /// Three voices of 32 kbit/s each, with their packet headers.
  private static let voice = 150
  private static let pictureRoundTrip = 400
  private static let voiceRoundTrip = 1200
}
