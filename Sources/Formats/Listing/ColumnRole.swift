/// What a column of a table says about a person.
package enum ColumnRole: String, Sendable, CaseIterable, Codable {
  case name
  case firstName
  case lastName
  /// An academic title: Dr., Prof.
  case title
  case email
  case organisation
  /// What the person does there.
  case role
  case country
  /// Frau or Herr.
  case honorific
  /// In which they are written to.
  case language
  case topics
  /// The title of a talk, which becomes a topic of its speakers.
  case talkTitle
  /// Names of one or several people, in a table whose rows are talks.
  case speakers
  /// Whether they come, came, cancelled, or wait.
  case status
  /// A homepage or a profile.
  case link
  case ignore
}
