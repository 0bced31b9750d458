/// The numbers of the floor. Times are seconds, texts are Unicode scalars.
package enum FloorRules {
  /// Seconds before the evening from which a relay is handed out.
  static let relayLead = 86_400
  /// Seconds for which a seat is kept after its owner's connection dropped.
  package static let seatIsKept = 180
  /// Somebody checking their camera holds no seat.
  package static let lobbyIsKept = 60
  /// After this the word moves on, and returns to the speaker as soon as they are back; if it is the host who dropped,
  /// the glass is put down.
  package static let wordIsKept = 15

  package static let turn = 120
  package static let shortestTurn = 30
  package static let warning = 60
  package static let roundWarning = 30
  /// A warning that comes less than this before the end moves the end.
  package static let shortestWarning = 30
  package static let grace = 600
  /// This long after its time, an evening with people at it ends by itself.
  package static let longestOvertime = 10_800
  package static let moreMinutes = 3
  /// One more minute may be asked for when no more than this is left.
  package static let moreMinutesFrom = 120
  /// After so long alone, somebody is worth a word to the host.
  package static let alone = 60

  package static let tables = 30
  /// Places at the one table of a party held elsewhere.
  package static let longTable = 60
  package static let lines = 60
  /// Lines ever on one coaster, crossed out or not.
  package static let linesEver = 240
  package static let promises = 60
  package static let sayings = 200

  package static let nameLength = 80
  package static let lineLength = 120
  package static let drinkLength = 40
  package static let topicLength = 120
  package static let sayingLength = 2000
  package static let coasterLength = 280
  package static let promiseLength = 280
  package static let announcementLength = 500
  package static let whisperLength = 1000
  /// The most private messages one person may write in an evening.
  package static let whispers = 300
  /// With more people than this, introductions are made at the tables rather than one by one to all.
  package static let introductions = 12
  package static let titleLength = 120
}
