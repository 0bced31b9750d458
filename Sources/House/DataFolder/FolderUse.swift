/// A command's use of the data folder.
package enum FolderUse: Sendable {
  /// Serves: needs to be alone, on a free port. Creates whatever is missing.
  case serving
  /// Needs to be alone with it. Creates whatever is missing.
  case founding
  /// Needs to be alone with an existing installation.
  case working
  /// Makes a small change, if necessary beside a running server of the same schema. Creates nothing.
  case visiting

  package var mayMake: Bool { self == .serving || self == .founding }
}
