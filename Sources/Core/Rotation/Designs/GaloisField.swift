/// The finite field of a prime power's order. Elements are 0..<order: the digits of an element in base p are the
/// coefficients of a polynomial over the integers modulo p, and products are taken modulo an irreducible polynomial.
struct GaloisField {
  let order: Int
  private let products: [Int]
  private let sums: [Int]

  /// Nil unless `order` is a prime power of 2…100.
  init?(order: Int) {
    guard let (prime, degree) = Self.primePower(order) else { return nil }
    let digits = (0..<order).map { Self.digits($0, prime, degree) }
    guard
      let products = Self.monic(prime, degree).lazy
        .map({ Self.products(digits, prime, modulus: $0) })
        .first(where: { Self.hasInverses($0, order) })
    else { return nil }
    self.order = order
    self.products = products
    sums = digits.flatMap { one in digits.map { Self.number(zip(one, $0).map { ($0 + $1) % prime }, prime) } }
  }

  func sum(_ one: Int, _ other: Int) -> Int { sums[one * order + other] }

  func product(_ one: Int, _ other: Int) -> Int { products[one * order + other] }

  /// Nil if `number` has two different prime factors, or is not in 2…100.
  private static func primePower(_ number: Int) -> (prime: Int, degree: Int)? {
    guard 2...100 ~= number, let prime = (2...number).first(where: { number.isMultiple(of: $0) }) else { return nil }
    var rest = number
    var degree = 0
    while rest.isMultiple(of: prime) {
      rest /= prime
      degree += 1
    }
    return rest == 1 ? (prime, degree) : nil
  }

  /// All polynomials of a degree with leading coefficient 1, which is omitted; lowest coefficient first.
  private static func monic(_ prime: Int, _ degree: Int) -> [[Int]] {
    let count = (0..<degree).reduce(1) { count, _ in count * prime }
    return (0..<count).map { digits($0, prime, degree) }
  }

  private static func products(_ digits: [[Int]], _ prime: Int, modulus: [Int]) -> [Int] {
    digits.flatMap { one in digits.map { number(product(one, $0, prime, modulus), prime) } }
  }

  private static func product(_ one: [Int], _ other: [Int], _ prime: Int, _ modulus: [Int]) -> [Int] {
    let degree = modulus.count
    var result = Array(repeating: 0, count: 2 * degree)
    for (place, coefficient) in one.enumerated() {
      for (other, factor) in other.enumerated() { result[place + other] += coefficient * factor }
    }
    for high in stride(from: 2 * degree - 1, through: degree, by: -1) {
      let factor = result[high] % prime
      for (place, coefficient) in modulus.enumerated() {
        result[high - degree + place] += (prime - coefficient) * factor
      }
    }
    return result.prefix(degree).map { $0 % prime }
  }

  /// The modulus is irreducible exactly if every element but 0 has another with which its product is 1.
  private static func hasInverses(_ products: [Int], _ order: Int) -> Bool {
    (1..<order).allSatisfy { one in (1..<order).contains { products[one * order + $0] == 1 } }
  }

  private static func digits(_ number: Int, _ prime: Int, _ degree: Int) -> [Int] {
    var rest = number
    return (0..<degree).map { _ in
      defer { rest /= prime }
      return rest % prime
    }
  }

  private static func number(_ digits: [Int], _ prime: Int) -> Int {
    digits.reversed().reduce(0) { $0 * prime + $1 }
  }
}
