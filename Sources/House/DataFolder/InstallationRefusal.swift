import Foundation

/// The reason why a command can't work with the data folder: one sentence for the operator, with advice.
package struct InstallationRefusal: Error, CustomStringConvertible, Equatable {
  package let description: String

  package init(description: String) {
    self.description = description
  }

  /// The system's last error in its own words.
  package static var systemReason: String { String(cString: strerror(errno)) }
}
