/// The ingredients of a floor before anybody comes.
package struct FloorSetup: Hashable, Sendable, Codable {
  /// People who must not be seated together.
  package var apart = ApartPairs()
  /// 2…6.
  package var tableLimit: Int
  /// Topics for the first tables, taken from what guests wished for.
  package var topics: [String]
  package var programme: Programme
  /// All who may come: the host and the guests who were invited.
  package var people: [Participant]
  /// Pairs who met at earlier parties of the circle: "somewhere with room" and rounds prefer new faces.
  package var acquainted: Set<Pair>
  /// Also in `people`.
  package var honour: GuestOfHonour?
  /// The time at which the evening is to begin.
  package var start: Moment?
  /// The time from which the doors may open; nil for always.
  package var opensAt: Moment?
  /// The time from which an evening with nobody there is over; nil for never.
  package var closesAt: Moment?

  /// Browsers reach each other through the relay alone.
  package var hidesAddresses: Bool
  /// The link to the meeting in another system; empty where the evening is held here.
  package var meeting: String

  package struct Pair: Hashable, Sendable, Codable {
    package let a: ParticipantID
    package let b: ParticipantID
    package init(_ one: ParticipantID, _ other: ParticipantID) {
      a = min(one, other)
      b = max(one, other)
    }
  }

  package init(
    tableLimit: Int = 4, topics: [String] = [], programme: Programme, people: [Participant],
    acquainted: Set<Pair> = [], honour: GuestOfHonour? = nil, start: Moment? = nil,
    opensAt: Moment? = nil, closesAt: Moment? = nil, hidesAddresses: Bool = false, meeting: String = ""
  ) {
    self.tableLimit = tableLimit
    self.topics = topics
    self.programme = programme
    self.people = people
    self.acquainted = acquainted
    self.honour = honour
    self.start = start
    self.opensAt = opensAt
    self.closesAt = closesAt
    self.hidesAddresses = hidesAddresses
    self.meeting = meeting
  }
}
