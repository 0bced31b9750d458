import Core
import House

/// The things of a host that a URL names.
package struct NamedThings: Sendable {
  package var party: PartyID?
  package var person: PersonID?
  package var list: ImportID?
  package var circle: CircleID?

  package init(party: PartyID? = nil, person: PersonID? = nil, list: ImportID? = nil, circle: CircleID? = nil) {
    self.party = party
    self.person = person
    self.list = list
    self.circle = circle
  }

  /// The party, if nothing else is named.
  var partyAlone: PartyID? { person == nil && list == nil && circle == nil ? party : nil }
}
