/// The permission a token of the API carries. One for writing does not include reading.
package enum APIScope: String, Sendable, CaseIterable {
  case readPeople = "people:read"
  case writePeople = "people:write"
  case readParties = "parties:read"
  case writeParties = "parties:write"
}
