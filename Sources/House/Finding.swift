/// One thing that was looked at, in plain words for the operator.
package struct Finding: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case good
    /// It works, but the operator should know.
    case hint
    /// Something does not work.
    case fault
  }

  package let kind: Kind
  package let text: String

  package static func good(_ text: String) -> Finding { Finding(kind: .good, text: text) }
  package static func hint(_ text: String) -> Finding { Finding(kind: .hint, text: text) }
  package static func fault(_ text: String) -> Finding { Finding(kind: .fault, text: text) }
}
