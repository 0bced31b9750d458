import Core
import Fetching
import Formats
import Foundation
import House
import Records

/// A host's login at the server of their calendar. The password is sealed before it is stored and never shown.
package struct BusyLogin: Sendable, Equatable {
  package var user: String
  package var password: String

  package init(user: String = "", password: String = "") {
    (self.user, self.password) = (user, password)
  }

  package static let longest = 200

  package var isEmpty: Bool { user.isEmpty && password.isEmpty }

  /// By field.
  package var problems: [String: Message] {
    var problems: [String: Message] = [:]
    // A colon would end the name where it is sent (RFC 7617 §2).
    if !isEmpty, user.isEmpty || user.contains(":") || Self.isStrange(user) {
      problems["calendarUser"] = Message("busy.problem.user")
    }
    if !isEmpty, password.isEmpty || Self.isStrange(password) {
      problems["calendarPassword"] = Message("busy.problem.password")
    }
    return problems
  }

  private static func isStrange(_ text: String) -> Bool {
    text.utf8.count > longest || text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension Services {
  /// As it is stored; opens for that host alone.
  package func sealed(_ login: BusyLogin, of host: HostID) -> String {
    login.password.isEmpty ? "" : secret.seal(login.password, chance: random(), place: Self.place(host))
  }

  /// - Throws: `Problem` where the password was sealed with another key.
  func login(of source: BusyStore.Source) throws -> FetchRequest.Login? {
    if source.user.isEmpty { return nil }
    guard let password = secret.open(source.password, place: Self.place(source.host)) else {
      throw Problem("busy.problem.passwordLost")
    }
    return FetchRequest.Login(user: source.user, password: password)
  }

  private static func place(_ host: HostID) -> String { "calendar of \(host)" }
}
