/// Lists of numbers stored one after another in a single block of memory: a hundred thousand small arrays would be slow
/// to reach.
struct NumberLists: Sendable {
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  init(capacity: Int) {
    starts.reserveCapacity(capacity + 1)
    values.reserveCapacity(capacity * 4)
  }

  /// Appends a list, in rising order and without repeats.
  mutating func append(_ list: [Int]) {
    let start = values.count
    var isRising = true
    for number in list {
      if values.count > start, Int32(number) <= values[values.count - 1] { isRising = false }
      values.append(Int32(number))
    }
    if !isRising {
      let tidy = Array(Set(values[start...])).sorted()
      values.removeSubrange(start...)
      values += tidy
    }
    starts.append(Int32(values.count))
  }

  var count: Int { starts.count - 1 }

  subscript(index: Int) -> ArraySlice<Int32> { values[Int(starts[index])..<Int(starts[index + 1])] }

  /// True if the list holds the number; a plain scan, since lists are short.
  func contains(_ number: Int, at index: Int) -> Bool { self[index].contains(Int32(number)) }

  @inline(__always)
  func forEach(at index: Int, _ body: (Int) -> Void) {
    var position = Int(starts[index])
    let end = Int(starts[index + 1])
    while position < end {
      body(Int(values[position]))
      position += 1
    }
  }
}
