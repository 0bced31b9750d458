import Names

/// The amount of themselves a guest lets the others see before the evening.
package enum Shown: String, Sendable, CaseIterable {
  /// Not asked yet; nothing is shown.
  case unasked = ""
  case nothing
  /// First name and organisation.
  case firstName
  /// Full name and one line, as on their card.
  case fullName

  /// The choices a guest has, the proposed one first.
  package static let choices: [Shown] = [.firstName, .fullName, .nothing]

  /// The choice their form shows.
  package var chosen: Shown { self == .unasked ? .firstName : self }
}

/// The guests of a party as the other guests see them: each as far as they agreed.
package struct GuestCompany: Sendable, Hashable {
  /// Somebody who has said yes.
  package struct Attendee: Sendable, Hashable {
    package var name: String
    package var organisation: String
    package var role: String
    /// As on their card; empty where they have saved none.
    package var cardName: String
    package var cardLine: String
    package var shown: Shown

    package init(
      name: String, organisation: String, role: String, cardName: String = "", cardLine: String = "", shown: Shown
    ) {
      (self.name, self.organisation, self.role) = (name, organisation, role)
      (self.cardName, self.cardLine, self.shown) = (cardName, cardLine, shown)
    }

    /// The line the others read about them; nil if they don't want to be named.
    package var member: Member? {
      switch shown {
      case .unasked, .nothing: return nil
      case .firstName: return Member(name: PersonName(name).familiar, line: organisation)
      case .fullName:
        let known = [role, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
        return Member(
          name: cardName.isEmpty ? PersonName(name).spoken : cardName, line: cardLine.isEmpty ? known : cardLine)
      }
    }
  }

  package struct Member: Sendable, Hashable {
    package let name: String
    /// May be empty.
    package let line: String
  }

  package let members: [Member]
  /// The number of other people who come, whose names are nobody's business.
  package let unnamed: Int

  /// - Parameter attendees: everybody who has said yes, except the reader.
  package init(_ attendees: [Attendee]) {
    members = attendees.compactMap(\.member).filter { !$0.name.isEmpty }
    unnamed = attendees.count - members.count
  }
}

extension GuestStanding {
  /// True while the guest may still come: they can read who else does. Somebody who declined can't, and nobody can
  /// afterwards.
  package var seesCompany: Bool { stage.takesAnswers && [.asked, .coming, .waiting].contains(place) }
}
