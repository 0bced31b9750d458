import Database
import Foundation

/// Wakes a thread that waits for a socket, by a pipe to itself.
final class Doorbell: Sendable {
  private let reading: Int32
  private let writing: Int32

  /// - Throws: `DatabaseError` where there are no descriptors left.
  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw DatabaseError(.other, "no pipe: \(String(cString: strerror(errno)))") }
    (reading, writing) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// A full pipe wakes as well.
  func ring() {
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Returns when it rings, when there is something to read at the socket, or after this time.
  func wait(beside socket: Int32?, for time: Duration) {
    var sources = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
    if let socket { sources.append(pollfd(fd: socket, events: Int16(POLLIN), revents: 0)) }
    let milliseconds = min(60_000, max(0, time / .milliseconds(1)))
    guard poll(&sources, nfds_t(sources.count), Int32(milliseconds.rounded(.up))) > 0, sources[0].revents != 0 else {
      return
    }
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }
}
