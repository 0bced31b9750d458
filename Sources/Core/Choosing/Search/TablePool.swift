/// A few hundred people among whom a table is sought, with the worth of each pair. Positions count within the pool: the
/// host is 0, followed by the people who must stay.
struct TablePool: Sendable {
  let model: TableModel
  let people: [Int]
  /// The number of the host and the pinned people together.
  let fixed: Int
  let linear: [Int32]
  let facets: [UInt64]
  /// Numbers from 0 within the pool; a person without an organisation gets a number of their own.
  let organisations: [Int]
  /// Row by row; nothing on the diagonal.
  let pairs: [Int16]
  let sharing: [Bool]

  var count: Int { people.count }
  var size: Int { model.wish.size }

  /// - Parameter people: the host first, then those who must stay, then the others; none twice.
  init(_ people: [Int], fixed: Int, in model: TableModel) {
    self.model = model
    self.people = people
    self.fixed = fixed
    linear = people.map { $0 == model.wish.host ? 0 : model.fits[$0] }
    facets = people.map { model.facets[$0] }
    organisations = Self.numbered(people.map { model.index.organisations[$0] })
    let count = people.count
    var pairs = [Int16](repeating: 0, count: count * count)
    var sharing = [Bool](repeating: false, count: count * count)
    for one in 0..<count {
      let row = PairRow(people[one], in: model)
      for other in (one + 1)..<max(count, one + 1) {
        let value = row.value(with: people[other])
        let points = Int16(max(Self.least, value.points))
        pairs[one * count + other] = points
        pairs[other * count + one] = points
        sharing[one * count + other] = value.shares
        sharing[other * count + one] = value.shares
      }
    }
    self.pairs = pairs
    self.sharing = sharing
  }

  /// Two people who both share more topics with somebody than this need not be told apart.
  private static let least = -4000

  private static func numbered(_ organisations: [Int32]) -> [Int] {
    var numbers: [Int32: Int] = [:]
    var next = 0
    return organisations.map { organisation in
      if organisation >= 0, let known = numbers[organisation] { return known }
      if organisation >= 0 { numbers[organisation] = next }
      next += 1
      return next - 1
    }
  }
}
