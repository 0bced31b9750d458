/// The places and times at which people stood, reconstructed from the events: the summaries are made from this.
package struct FloorHistory: Sendable {
  /// In the order in which they ended. A lost connection ends a stay; coming back begins another.
  package private(set) var stays: [Stay] = []
  /// Stays while tables talked; on the stage nobody meets their neighbour.
  private(set) var talks: [Stay] = []
  private var standing: [ParticipantID: Standing] = [:]
  private var programme: [Programme.Part] = []
  private var isOnStage = false
  private let honour: HonourSlot.Role?

  /// Somebody's time at a table.
  package struct Stay: Hashable, Sendable, Codable {
    package let who: ParticipantID
    package let table: TableID
    package let from: Moment
    package let until: Moment
    package init(who: ParticipantID, table: TableID, from: Moment, until: Moment) {
      self.who = who
      self.table = table
      self.from = from
      self.until = until
    }
  }

  private struct Standing {
    var table: TableID
    /// Nil while the connection is down.
    var since: Moment?
    var talksSince: Moment?
  }

  /// Takes the events in order. A stay still going on at the end counts until `end`, or until the last event.
  /// - Parameter honour: the guest of honour's role in their part: if they go round, the tables keep talking.
  package init(
    _ events: some Sequence<(event: FloorEvent, at: Moment)>, end: Moment? = nil, honour: HonourSlot.Role? = nil
  ) {
    self.honour = honour
    var last: Moment?
    for (event, moment) in events {
      take(event, at: moment)
      last = moment
    }
    if let end = end ?? last { for who in standing.keys.sorted() { close(who, at: end) } }
  }

  private mutating func take(_ event: FloorEvent, at moment: Moment) {
    switch event {
    case .moved(let who, let table, _):
      close(who, at: moment)
      standing[who] = nil
      if let table { open(who, table, at: moment) }
    case .away(let who): close(who, at: moment)
    case .back(let who): if let place = standing[who] { open(who, place.table, at: moment) }
    case .left(let who), .removed(let who, _):
      close(who, at: moment)
      standing[who] = nil
    case .programme(let parts): programme = parts
    case .part(let clock):
      let kind = programme.indices.contains(clock.index) ? programme[clock.index].kind : .mingling
      setStage(kind.isOnStage && !(kind == .guestOfHonour && honour == .guest), at: moment)
    case .ended: for who in standing.keys.sorted() { close(who, at: moment) }
    default: break
    }
  }

  private mutating func open(_ who: ParticipantID, _ table: TableID, at moment: Moment) {
    standing[who] = Standing(table: table, since: moment, talksSince: isOnStage ? nil : moment)
  }

  private mutating func close(_ who: ParticipantID, at moment: Moment) {
    guard let place = standing[who] else { return }
    if let since = place.since, since < moment {
      stays.append(Stay(who: who, table: place.table, from: since, until: moment))
    }
    endTalk(who, at: moment)
    standing[who]?.since = nil
  }

  private mutating func endTalk(_ who: ParticipantID, at moment: Moment) {
    guard let place = standing[who], let since = place.talksSince else { return }
    if since < moment { talks.append(Stay(who: who, table: place.table, from: since, until: moment)) }
    standing[who]?.talksSince = nil
  }

  private mutating func setStage(_ isOn: Bool, at moment: Moment) {
    guard isOn != isOnStage else { return }
    isOnStage = isOn
    for who in standing.keys.sorted() {
      if isOn { endTalk(who, at: moment) } else if standing[who]?.since != nil { standing[who]?.talksSince = moment }
    }
  }
}
