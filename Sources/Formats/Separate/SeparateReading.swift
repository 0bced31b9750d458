import Confinement
import Foundation

/// Reads each file in a process of its own, with little memory and time and with neither network nor files: whatever a
/// file does to its reader, it costs only that import.
package struct SeparateReading: DocumentReading {
  /// Bytes and seconds that the reading process may use.
  static let memory: UInt = 256 << 20
  static let seconds: UInt = 8
  private static let mostOutput = 160 << 20
  private let program: String
  private let arguments: [String]

  /// - Parameter program: a program that calls `ReaderProcess.run` with the kind that follows the arguments.
  package init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  package func content(of data: Data, kind: FileKind, limits: ReadingLimits) throws -> DocumentContent {
    let run = try ToolRun(
      program, arguments + [kind.rawValue], input: data, limits: limits, outputLimit: Self.mostOutput)
    switch -run.status {
    case 0: return try ContentWire.decode(run.output)
    case SIGXCPU, SIGKILL: throw Problem("import.problem.tooSlow")
    default: throw Problem("import.problem.readerFailed")
    }
  }
}

/// The work of the reading process.
package enum ReaderProcess {
  /// Confines this process, reads standard input as a file of this kind, and writes its content to standard output.
  /// - Returns: false if there is no such kind, or the limits could not be set.
  package static func run(kind: String, limits: ReadingLimits = .standard) -> Bool {
    guard let kind = FileKind(rawValue: kind), kind.isDocument || kind == .xlsx,
      confine_process(SeparateReading.memory, SeparateReading.seconds) == 0
    else { return false }
    let output: Data
    do {
      let data = try FileHandle.standardInput.readToEnd() ?? Data()
      output =
        kind == .xlsx
        ? try ContentWire.encode(workbook: data, limits: limits)
        : ContentWire.encode(try DirectReading().content(of: data, kind: kind, limits: limits))
    } catch {
      output = ContentWire.encode(error as? Problem ?? Problem("import.problem.readerFailed"))
    }
    FileHandle.standardOutput.write(output)
    return true
  }

  /// Something a confined process should not be able to do.
  package enum Gap: Int32, Sendable, CaseIterable {
    case readsFiles = 1
    case writesFiles = 2
    case opensSockets = 4
    case takesMemory = 8
  }

  /// Tries out in a separate confined process what is still possible: nothing, if the kernel offers Landlock and
  /// seccomp. Nil if no process could be created or confined.
  package static func gaps() -> Set<Gap>? {
    let found = confinement_gaps(SeparateReading.memory, SeparateReading.seconds)
    return found < 0 ? nil : Set(Gap.allCases.filter { found & $0.rawValue != 0 })
  }
}
