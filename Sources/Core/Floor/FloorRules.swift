/// The numbers of the floor. Times are seconds, texts are Unicode scalars.
package enum FloorRules {
  /// Seconds before the evening from which on a relay is given out.
  static let relayLead = 86_400
  /// How long the seat of somebody whose connection is lost is kept.
  package static let seatIsKept = 180
  /// Who checks their camera holds no seat.
  package static let lobbyIsKept = 60
  /// After this the word goes on, and comes back to a lost speaker as soon as they are there; a lost host's glass is put down.
  package static let wordIsKept = 15

  package static let turn = 120
  package static let shortestTurn = 30
  package static let warning = 60
  package static let roundWarning = 30
  /// A warning that comes later than this before the end moves the end.
  package static let shortestWarning = 30
  package static let grace = 600
  /// So long after its time an evening with people at it ends by itself.
  package static let longestOvertime = 10_800
  package static let moreMinutes = 3
  /// One more minute may be asked for when no more than this is left.
  package static let moreMinutesFrom = 120
  /// Alone for so long is worth a word to the host.
  package static let alone = 60

  package static let tables = 30
  /// Room at the one table of a party that is held elsewhere.
  package static let longTable = 60
  package static let lines = 60
  /// Of one coaster, crossed out or not.
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
  /// What one may write to others alone in an evening.
  package static let whispers = 300
  /// More people than this introduce themselves at their tables rather than one by one to all.
  package static let introductions = 12
  package static let titleLength = 120
}
