/// What a floor is made of before anybody comes.
package struct FloorSetup: Hashable, Sendable, Codable {
  /// Who is not to be seated with whom.
  package var apart = ApartPairs()
  /// 2…6.
  package var tableLimit: Int
  /// Topics for the first tables, from what guests wished for.
  package var topics: [String]
  package var programme: Programme
  /// All who may come: the host and the guests who were invited.
  package var people: [Participant]
  /// Pairs who met at earlier parties of the circle: "somewhere with room" and rounds prefer new faces.
  package var acquainted: Set<Pair>
  /// Also in `people`.
  package var honour: GuestOfHonour?
  /// When the evening is to begin.
  package var start: Moment?
  /// From when the doors may open; nil for always.
  package var opensAt: Moment?
  /// From when an evening without anybody is over; nil for never.
  package var closesAt: Moment?

  /// Browsers reach each other by the relay alone.
  package var hidesAddresses: Bool
  /// The way to the meeting in another system; empty where the evening is held here.
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
