extension JanusLine {
  /// How many are in the rooms of this Janus, whoever opened them.
  /// - Throws: `JanusProblem`: also for a wrong key or secret, and where rooms can't be named by texts (`string_ids`).
  package func people(key: String) async throws -> Int {
    let session = try await JanusSession.create(on: self)
    do {
      let handle = try await session.attach()
      _ = try await session.ask(.exists("stehtisch"), by: handle)
      let rooms = try await session.ask(.list(key: key), by: handle).room?.list ?? []
      await session.destroy()
      return rooms.reduce(0) { $0 + $1.people }
    } catch {
      await session.destroy()
      throw error
    }
  }
}
