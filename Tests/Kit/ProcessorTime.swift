import Foundation

/// The processor time that a piece of work takes on its own thread. A bound on it holds however busy the machine is, where one on
/// the clock's time would not.
///
/// - Throws: the errors of the work.
package func processorTime(_ work: () throws -> Void) rethrows -> Duration {
  let start = threadTime()
  try work()
  return threadTime() - start
}

private func threadTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
