import Foundation

/// Why a command can't work with the data folder: one sentence for the operator, with what to do about it.
package struct InstallationRefusal: Error, CustomStringConvertible, Equatable {
  package let description: String

  package init(description: String) {
    self.description = description
  }

  /// The system's last error in its own words.
  package static var systemReason: String { String(cString: strerror(errno)) }
}
