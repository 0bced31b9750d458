/// What the plugin `janus.plugin.videoroom` is asked.
package struct RoomRequest: Encodable, Sendable {
  let request: String
  var room: String?
  var ptype: String?
  var id: String?
  var key: String?
  var publishers: Int?
  var bitrate: Int?
  var audiocodec: String?
  var videocodec: String?
  var isPrivate: Bool?
  var tellsJoins: Bool?
  var offersByItself: Bool?
  var streams: [RoomFeed]?
  var subscribe: [RoomFeed]?
  var unsubscribe: [RoomFeed]?
  var restart: Bool?

  private init(_ request: String, room: String? = nil) {
    (self.request, self.room) = (request, room)
  }

  private enum CodingKeys: String, CodingKey {
    case request, room, ptype, id, publishers, bitrate, audiocodec, videocodec, streams, subscribe, unsubscribe, restart
    case key = "admin_key"
    case isPrivate = "is_private"
    case tellsJoins = "notify_joining"
    case offersByItself = "autoupdate"
  }

  /// Gone with Janus: no room is written into its configuration.
  package static func create(_ room: String, key: String, people: Int, bitrate: Int) -> RoomRequest {
    var request = RoomRequest("create", room: room)
    (request.key, request.publishers, request.bitrate) = (key, people, bitrate)
    (request.audiocodec, request.videocodec, request.isPrivate, request.tellsJoins) = ("opus", "vp8", true, false)
    return request
  }

  package static func exists(_ room: String) -> RoomRequest { RoomRequest("exists", room: room) }

  /// All rooms with how many are in them, private ones too.
  package static func list(key: String) -> RoomRequest {
    var request = RoomRequest("list")
    request.key = key
    return request
  }

  /// With an offer beside it.
  package static func publish(in room: String, as id: String) -> RoomRequest {
    var request = RoomRequest("joinandconfigure", room: room)
    (request.ptype, request.id) = ("publisher", id)
    return request
  }

  /// A new offer of who publishes already.
  package static var republish: RoomRequest { RoomRequest("configure") }

  package static func listen(in room: String, to feeds: [RoomFeed]) -> RoomRequest {
    var request = RoomRequest("join", room: room)
    (request.ptype, request.streams, request.offersByItself) = ("subscriber", feeds, false)
    return request
  }

  /// In one step, with one offer. Another must wait until that is answered.
  package static func change(adding: [RoomFeed], removing: [RoomFeed]) -> RoomRequest {
    var request = RoomRequest("update")
    request.subscribe = adding.isEmpty ? nil : adding
    request.unsubscribe = removing.isEmpty ? nil : removing
    return request
  }

  /// With the answer beside it.
  package static var start: RoomRequest { RoomRequest("start") }

  /// What flows of what one is subscribed to: at once, and without an offer.
  package static func flow(_ streams: [RoomFeed]) -> RoomRequest {
    var request = RoomRequest("configure")
    request.streams = streams
    return request
  }

  /// Another way is to be looked for; an offer comes.
  package static var reroute: RoomRequest {
    var request = RoomRequest("configure")
    request.restart = true
    return request
  }
}

/// One line of somebody's: a voice or a picture.
package struct RoomFeed: Encodable, Hashable, Sendable {
  package var feed: String?
  /// In the publisher's description; in `flow` that of the subscriber's.
  package var mid: String?
  package var send: Bool?
  /// Of a picture sent in two sizes: 0 the small one, 1 the large one.
  package var substream: Int?

  package init(feed: String? = nil, mid: String?, send: Bool? = nil, substream: Int? = nil) {
    (self.feed, self.mid, self.send, self.substream) = (feed, mid, send, substream)
  }
}
