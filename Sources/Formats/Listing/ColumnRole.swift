/// The fact about a person that a column of a table gives.
package enum ColumnRole: String, Sendable, CaseIterable, Codable {
  case name
  case firstName
  case lastName
  /// An academic title: Dr., Prof.
  case title
  case email
  case organisation
  /// The person's job there.
  case role
  case country
  /// Frau or Herr.
  case honorific
  /// The language in which they are written to.
  case language
  case topics
  /// The title of a talk, which becomes a topic of its speakers.
  case talkTitle
  /// Names of one or several people, in a table whose rows are talks.
  case speakers
  /// Tells whether they come, came, cancelled, or are waiting.
  case status
  /// A homepage or a profile.
  case link
  case ignore
}
