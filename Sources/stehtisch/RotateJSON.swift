import Core
import Foundation

/// The JSON that `stehtisch rotate` reads and writes.
enum RotateJSON {
  /// Throws an `InstanceProblem` that names the field.
  static func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw problem(error)
    }
  }

  static func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  static func report(_ plan: RotationPlan, milliseconds: Double) -> String {
    let score = plan.score
    let bounds = plan.bounds
    return """
      {"forbidden": \(score.forbidden), "must_missed": \(score.missedMust), "weighted": \(score.worth), \
      "distinct": \(score.distinct), "surplus": \(score.surplus), "min_met": \(score.fewestMet), \
      "ub_weighted": \(bounds.worth), "ub_pairs": \(bounds.pairs), "ms": \(milliseconds)}
      """
  }

  private static func problem(_ error: DecodingError) -> InstanceProblem {
    switch error {
    case .keyNotFound(let key, let context):
      InstanceProblem(field(context.codingPath + [key]), "is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      InstanceProblem(
        field(context.codingPath), "must be \(context.codingPath.isEmpty ? "an object" : "whole numbers")")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      InstanceProblem("file", "is not JSON")
    case .dataCorrupted(let context):
      InstanceProblem(field(context.codingPath), "must be whole numbers")
    @unknown default:
      InstanceProblem("file", "can't be read")
    }
  }

  private static func field(_ path: [any CodingKey]) -> String {
    let text = path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    return text.isEmpty ? "file" : String(text.drop { $0 == "." })
  }
}
