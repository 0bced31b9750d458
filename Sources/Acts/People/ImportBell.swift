import Foundation
import House

/// Tells that an import waits to be read or saved.
package struct ImportBell: Sendable {
  private let bell = Bell()

  package init() {
  }

  package func ring() { bell.ring() }

  /// Returns at the next ring, or when the task is cancelled. For one waiter.
  package func wait() async { await bell.wait() }
}

extension Services {
  package var importBell: ImportBell { fixtures.one { ImportBell() } }
}
