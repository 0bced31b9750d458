#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The process's open files and connections (`getrlimit(2)`, RLIMIT_NOFILE).
package enum Descriptors {
  /// Raises the soft limit to the hard one: programs get 1024 because of `select(2)`, which nothing here uses.
  /// - Returns: the limit from now on.
  @discardableResult
  package static func raiseLimit() -> Int {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return 1024 }
    var raised = limit
    raised.rlim_cur = min(limit.rlim_max, 1 << 20)
    if raised.rlim_cur > limit.rlim_cur, setrlimit(resource, &raised) == 0 { limit = raised }
    return Int(clamping: limit.rlim_cur)
  }
}
