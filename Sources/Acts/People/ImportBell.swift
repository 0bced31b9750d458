import Foundation
import House

/// Signals that an import is waiting to be read or saved.
package struct ImportBell: Sendable {
  private let bell = Bell()

  package init() {
  }

  package func ring() { bell.ring() }

  /// Returns at the next ring, or when the task is cancelled. For a single waiter.
  package func wait() async { await bell.wait() }
}

extension Services {
  package var importBell: ImportBell { fixtures.one { ImportBell() } }

  /// There is an import to go on with, here or at the node that has its file.
  package func wakeImports() {
    importBell.ring()
    node?.tell(.imports)
  }
}
