/// Text of a page: runs of white space are one space, as browsers show them. A tab between words on one line of the
/// source stays, since word processors use it to separate columns.
enum SpacedBytes {
  static func collapsed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var run: (isOpen: Bool, space: UInt8) = (false, .space)
    for byte in bytes {
      if byte.isBlank || byte.isLineEnd || byte == 0x0C {
        if !run.isOpen { run = (true, byte == .tab && !output.isEmpty ? .tab : .space) }
        if byte.isLineEnd { run.space = .space }
      } else {
        if run.isOpen { output.append(run.space) }
        run.isOpen = false
        output.append(byte)
      }
    }
    if run.isOpen { output.append(.space) }
    return output
  }
}
