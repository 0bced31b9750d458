/// Something said to all tables in writing.
package struct Announcement: Hashable, Sendable, Codable {
  package let text: String
  package let by: ParticipantID
  package let at: Moment
}
