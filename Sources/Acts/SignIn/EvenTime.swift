/// Hides what was done by always taking an uninformative time.
package enum EvenTime {
  /// Longer than any of the paths takes on a quiet machine.
  private static let step = Duration.milliseconds(250)

  /// Returns at the end of a step whatever was done, even if it failed.
  package static func taken(_ work: () async throws -> Void) async throws {
    let start = ContinuousClock.now
    let result: Result<Void, any Error>
    do { result = .success(try await work()) } catch { result = .failure(error) }
    let steps = Int((ContinuousClock.now - start) / step) + 1
    try await Task.sleep(until: start + step * steps, clock: .continuous)
    try result.get()
  }
}
