enum DotProduct {
  /// The product of a vector with an equally long one at a position in an array of many; 0 if there are too few
  /// numbers.
  static func of(_ one: [Float], _ many: [Float], at start: Int = 0) -> Float {
    guard start + one.count <= many.count else { return 0 }
    return one.withUnsafeBytes { one in
      many.withUnsafeBytes { many in
        sum(one, UnsafeRawBufferPointer(rebasing: many[(start * 4)..<(start * 4 + one.count)]))
      }
    }
  }

  /// Eight at a time, because the compiler must not reorder a floating-point sum on its own.
  private static func sum(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Float {
    var sums = SIMD8<Float>()
    var offset = 0
    while offset + 32 <= one.count {
      sums +=
        one.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
        * other.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
      offset += 32
    }
    var rest: Float = 0
    while offset < one.count {
      rest +=
        one.loadUnaligned(fromByteOffset: offset, as: Float.self)
        * other.loadUnaligned(fromByteOffset: offset, as: Float.self)
      offset += 4
    }
    return sums.sum() + rest
  }
}
