/// How a file is asked for where its address alone is not enough.
package struct FetchRequest: Sendable, Equatable {
  /// What a server wants to know before it gives a file away. It is sent to the server that was named and to no other.
  package struct Login: Sendable, Equatable {
    package let user: String
    package let password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// Nil for GET, or for POST where there is content.
  package var method: String?
  package var content: [UInt8]
  /// `Name: value`, one line each.
  package var headers: [String]
  package var login: Login?

  package init(
    method: String? = nil, content: [UInt8] = [], headers: [String] = [], login: Login? = nil
  ) {
    self.method = method
    self.content = content
    self.headers = headers
    self.login = login
  }
}
