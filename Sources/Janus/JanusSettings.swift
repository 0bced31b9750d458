/// The media servers that an operator runs, Janus each, and what lets us in there.
package struct JanusSettings: Sendable, Equatable {
  /// `ws://host:port`. A party is on one of them.
  package var urls: [String]
  /// What Janus has as `api_secret`.
  package var secret: String
  /// What its video rooms have as `admin_key`: without it anybody with the secret could open rooms.
  package var roomKey: String
  /// With so many in the room or more, voices and pictures go by the media server.
  package var people: Int

  /// Up to six hear each other peer to peer.
  package static let people = 7

  package init(urls: [String], secret: String, roomKey: String, people: Int = Self.people) {
    self.urls = urls
    self.secret = secret
    self.roomKey = roomKey
    self.people = people
  }
}
