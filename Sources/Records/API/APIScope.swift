/// What a token of the API allows. One for writing does not read.
package enum APIScope: String, Sendable, CaseIterable {
  case readPeople = "people:read"
  case writePeople = "people:write"
  case readParties = "parties:read"
  case writeParties = "parties:write"
}
