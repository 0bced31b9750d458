/// Somebody who may stand at the table, as the model of choosing sees them. Topics, organisations and countries are
/// numbers from 0; only the caller knows what they stand for.
package struct Prospect: Sendable, Equatable {
  /// The topics they speak about.
  package var topics: [Int]
  /// Topics on which they could help others, and topics on which they look for help.
  package var offers: [Int]
  package var seeks: [Int]
  /// Nil where it isn't known; such a person shares an organisation with nobody.
  package var organisation: Int?
  package var seniority: Int?
  package var country: Int?
  /// One bit per language.
  package var languages: UInt64
  /// One bit per half hour of a day, the first at the lowest bit, in the same zone for all.
  package var hours: UInt64
  /// Positions of people they have met; it is enough if one of the two says so.
  package var met: [Int]
  /// Positions of people they must not share a table with; it is enough if one of the two says so.
  package var apart: [Int]

  package init(
    topics: [Int], offers: [Int] = [], seeks: [Int] = [], organisation: Int? = nil, seniority: Int? = nil,
    country: Int? = nil, languages: UInt64 = .max, hours: UInt64 = .max, met: [Int] = [],
    apart: [Int] = []
  ) {
    self.topics = topics
    self.offers = offers
    self.seeks = seeks
    self.organisation = organisation
    self.seniority = seniority
    self.country = country
    self.languages = languages
    self.hours = hours
    self.met = met
    self.apart = apart
  }
}
