/// Small numbers, each once.
struct NumberSet {
  private(set) var numbers: [Int] = []
  private var marks: [Bool]

  /// - Parameter bound: above all numbers.
  init(_ bound: Int) {
    marks = [Bool](repeating: false, count: bound)
  }

  mutating func insert(_ others: [Int]) {
    for number in others where !marks[number] {
      marks[number] = true
      numbers.append(number)
    }
  }
}
