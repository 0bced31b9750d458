import Dispatch

/// Runs work that blocks or takes long, away from the threads that serve pages.
package enum OwnThread {
  private static let queue = DispatchQueue(label: "stehtisch.work", attributes: .concurrent)

  package static func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }
}
