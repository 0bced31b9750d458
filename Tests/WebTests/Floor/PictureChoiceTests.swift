import Core
import Foundation
import Testing

@testable import Evening
@testable import House

@Suite("Which pictures come by the media server")
struct PictureChoiceTests {
  private let eight = (1...8).map { ParticipantID("g\($0)") }

  @Test("Of many pictures those come who spoke last")
  func latest() {
    let spoke = Dictionary(uniqueKeysWithValues: eight.enumerated().map { ($1, $0) })
    let flows = PictureChoice.flows(of: eight, spokeAt: spoke, sizes: [:])
    let sent = eight.filter { flows[$0]?.isSent == true }
    #expect(sent == Array(eight.suffix(PictureChoice.most)))
  }

  @Test("Before anybody has spoken it is the same ones each time")
  func steady() {
    let flows = PictureChoice.flows(of: eight, spokeAt: [:], sizes: [:])
    #expect(flows == PictureChoice.flows(of: eight.reversed(), spokeAt: [:], sizes: [:]))
    let sent = flows.values.filter(\.isSent)
    #expect(sent.count == PictureChoice.most)
  }

  @Test("A picture comes in the size in which it is shown, and few come large as long as nobody knows")
  func sizes() {
    let two = Array(eight.prefix(2))
    let flows = PictureChoice.flows(of: two, spokeAt: [:], sizes: [two[0]: 90, two[1]: 360])
    #expect(flows[two[0]]?.isLarge == false)
    #expect(flows[two[1]]?.isLarge == true)
    let few = PictureChoice.flows(of: two, spokeAt: [:], sizes: [:]).values.map(\.isLarge)
    let many = PictureChoice.flows(of: eight, spokeAt: [:], sizes: [:]).values.map(\.isLarge)
    #expect(!few.contains(false) && !many.contains(true))
  }

  @Test("The settings of a media server come together, or the start stops")
  func settings() async throws {
    func read(_ environment: [String: String]) async throws -> Settings {
      try await SettingsReader(environment: environment).settings()
    }
    let whole = [
      "STEHTISCH_JANUS_URLS": "ws://127.0.0.1:8188, ws://10.0.0.5", "STEHTISCH_JANUS_SECRET": "a",
      "STEHTISCH_JANUS_ROOM_KEY": "b",
    ]
    let janus = try #require(try await read(whole).janus)
    #expect(janus.urls == ["ws://127.0.0.1:8188", "ws://10.0.0.5:8188"])
    #expect((janus.secret, janus.roomKey, janus.people) == ("a", "b", 7))
    for key in whole.keys where key != "STEHTISCH_JANUS_URLS" {
      await #expect(throws: SettingsError.self) { try await read(whole.filter { $0.key != key }) }
    }
    let open = whole.merging(["STEHTISCH_JANUS_URLS": "https://janus.example.org"]) { $1 }
    await #expect(throws: SettingsError.self) { try await read(open) }
    #expect(try await read(["STEHTISCH_JANUS_SECRET": "a"]).janus == nil)
  }
}
