import Confinement
import Foundation

/// One run of another program that reads bytes and writes bytes. The size of its output and the time it takes are
/// limited.
struct ToolRun {
  private static let folders = "PATH=/usr/local/bin:/usr/bin:/bin"
  private static let mostErrors = 16 << 10
  private(set) var output = Data()
  /// The beginning of its standard error.
  private(set) var errors = ""
  /// 0 if it succeeded; negative for the signal that ended it.
  private(set) var status: Int32 = 0

  /// The path of an installed program.
  static func find(_ program: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.lazy.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  /// - Parameter outputLimit: bytes.
  /// - Throws: `import.problem.readerFailed` if it can't be started, `.tooSlow` if it doesn't end in time, `.zipBomb`
  ///   if it writes too much.
  init(
    _ path: String, _ arguments: [String], input: Data, limits: ReadingLimits, outputLimit: Int = 64 << 20
  ) throws {
    let file = try Self.file(holding: input)
    defer { close(file) }
    let (out, outEnd) = try Self.pipe()
    let (errors, errorsEnd) = try Self.pipe()
    let process: pid_t
    do {
      defer { for end in [outEnd, errorsEnd] { close(end) } }
      process = try Self.spawn(path, arguments, [file, outEnd, errorsEnd])
    } catch {
      for end in [out, errors] { close(end) }
      throw error
    }
    defer { for end in [out, errors] { close(end) } }
    do {
      try collect(out, errors, until: .now + .seconds(limits.wallSeconds), outputLimit)
    } catch {
      kill(process, SIGKILL)
      _ = Self.wait(for: process)
      throw error
    }
    status = Self.wait(for: process)
  }

  private static func file(holding data: Data) throws -> Int32 {
    let file = memory_file()
    guard file >= 0 else { throw Problem("import.problem.readerFailed") }
    let isWritten = data.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
    guard isWritten, lseek(file, 0, SEEK_SET) == 0 else {
      close(file)
      throw Problem("import.problem.readerFailed")
    }
    return file
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard closing_pipe(&ends) == 0 else { throw Problem("import.problem.readerFailed") }
    return (ends[0], ends[1])
  }

  /// The descriptors become 0, 1 and 2; no other is inherited.
  private static func spawn(_ path: String, _ arguments: [String], _ descriptors: [Int32]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
    }
    let words = ([path] + arguments).map { (word: String) in strdup(word) }
    let environment = [folders, "LC_ALL=C.UTF-8"].map { (word: String) in strdup(word) }
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, nil, words + [nil], environment + [nil]) == 0 else {
      throw Problem("import.problem.readerFailed")
    }
    return process
  }

  private mutating func collect(
    _ out: Int32, _ errorEnd: Int32, until end: ContinuousClock.Instant, _ limit: Int
  ) throws {
    var said = Data()
    var ends = [out, errorEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while ends.contains(where: { $0.fd >= 0 }) {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else { throw Problem("import.problem.tooSlow") }
      let changed = poll(&ends, 2, Int32(clamping: left.components.seconds * 1000 + 1))
      if changed < 0, errno != EINTR { throw Problem("import.problem.readerFailed") }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          ends[index].fd = -1
        } else if index == 0 {
          output.append(contentsOf: buffer[..<count])
        } else if said.count < Self.mostErrors {
          said.append(contentsOf: buffer[..<count])
        }
      }
      guard output.count <= limit else { throw UnpackingBudget.bomb(limit: limit) }
    }
    errors = String(decoding: said, as: UTF8.self)
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }
}
