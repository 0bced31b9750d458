import Dispatch

/// Runs an actor on a thread of its own, so that blocking calls (a slow server, a disk that syncs) hold up nobody else.
final class BlockingQueue: SerialExecutor {
  private let queue: DispatchQueue

  init(_ label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
