import Core

/// The things one participant takes home from an evening: only what they saw there, and what others chose to share.
package struct Keepsakes: Sendable, Equatable {
  let me: ParticipantID
  /// True if they were in the room.
  package let wasThere: Bool
  package let met: [Met]
  package let coasters: [Coaster]
  package let cards: [Card]
  package let promises: [Promise]
  /// Nil if they may not vote, or the votes were counted.
  package let ballot: BallotBox.Deposit?
  package let next: NextEvening?
  /// Nil if they belong to no circle.
  package let membership: CircleMembership?
  /// They were not there, and will find here what others share with the circle.
  package var awaitsShares = false

  package init(
    me: ParticipantID, wasThere: Bool, met: [Met], coasters: [Coaster], cards: [Card], promises: [Promise],
    ballot: BallotBox.Deposit?, next: NextEvening?, membership: CircleMembership?, awaitsShares: Bool = false
  ) {
    self.me = me
    self.wasThere = wasThere
    self.met = met
    self.coasters = coasters
    self.cards = cards
    self.promises = promises
    self.ballot = ballot
    self.next = next
    self.membership = membership
    self.awaitsShares = awaitsShares
  }

  package struct Met: Sendable, Equatable {
    package let name: String
    package let line: String
    /// Whole minutes, at least 1.
    package let minutes: Int
    /// The topics of the tables where they stood together; may be empty.
    package let topics: [String]

    package init(name: String, line: String, minutes: Int, topics: [String]) {
      self.name = name
      self.line = line
      self.minutes = minutes
      self.topics = topics
    }
  }

  package struct Coaster: Sendable, Equatable {
    package let table: TableID
    package let topic: String
    package let lines: [Line]
    /// The person who shared it with the circle; nil while only its table has it.
    package let sharedBy: String?
    /// True if they stood there, and so may share it.
    package let isMine: Bool

    package init(table: TableID, topic: String, lines: [Line], sharedBy: String?, isMine: Bool) {
      self.table = table
      self.topic = topic
      self.lines = lines
      self.sharedBy = sharedBy
      self.isMine = isMine
    }
    package struct Line: Sendable, Equatable {
      package let author: String
      package let text: String

      package init(author: String, text: String) {
        self.author = author
        self.text = text
      }
    }
  }

  package struct Card: Sendable, Equatable {
    package let person: ParticipantID
    package let name: String
    package let line: String
    package let email: String
    package let phone: String
    package let web: String

    package init(person: ParticipantID, name: String, line: String, email: String, phone: String, web: String) {
      self.person = person
      self.name = name
      self.line = line
      self.email = email
      self.phone = phone
      self.web = web
    }
  }

  package struct Promise: Sendable, Equatable {
    package let number: Int
    package let text: String
    /// True if made by me, false if made to me.
    package let isMine: Bool
    /// The people I made it to, or the person who made it to me.
    package let others: [String]
    package let isKept: Bool

    package init(number: Int, text: String, isMine: Bool, others: [String], isKept: Bool) {
      self.number = number
      self.text = text
      self.isMine = isMine
      self.others = others
      self.isKept = isKept
    }
  }

  /// A further evening of the circle to which this guest is invited.
  package struct NextEvening: Sendable, Equatable {
    package let topic: String
    package let path: Path

    package init(topic: String, path: Path) {
      self.topic = topic
      self.path = path
    }
  }

  package var isEmpty: Bool { met.isEmpty && coasters.isEmpty && cards.isEmpty && promises.isEmpty }
}
