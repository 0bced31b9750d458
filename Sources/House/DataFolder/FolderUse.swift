/// What a command wants of the data folder.
package enum FolderUse: Sendable {
  /// To serve: alone, on a port that is free. Makes what is missing.
  case serving
  /// To be alone with it. Makes what is missing.
  case founding
  /// To be alone with an installation that is there.
  case working
  /// To change a little, if need be beside a running server of the same schema. Makes nothing.
  case visiting

  package var mayMake: Bool { self == .serving || self == .founding }
}
