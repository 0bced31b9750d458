import Testing

@testable import Janus

@Suite struct AcceptedLinesTests {
  @Test("An answer says which lines were accepted, of which kind")
  func accepted() {
    let sdp = """
      v=0\r
      o=- 1 1 IN IP4 10.0.0.1\r
      a=group:BUNDLE 0 1\r
      m=audio 9 UDP/TLS/RTP/SAVPF 111\r
      a=recvonly\r
      a=mid:0\r
      m=video 9 UDP/TLS/RTP/SAVPF 96\r
      a=mid:1\r
      a=recvonly\r
      m=video 0 UDP/TLS/RTP/SAVPF 0\r
      a=mid:2\r
      m=video 9 UDP/TLS/RTP/SAVPF 96\r
      a=mid:3\r
      a=inactive\r
      m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r
      a=mid:4\r
      m=audio 9 UDP/TLS/RTP/SAVPF 111\r

      """
    #expect(JanusDescription(type: "answer", sdp: sdp).acceptedLines == ["0": .audio, "1": .video])
  }

  @Test(
    "Nothing is read from what is no description",
    arguments: ["", "v=0", "m=", "m=audio", "a=mid:1\r\nm=audio 9", "m=audio 9\na=mid"])
  func nothing(sdp: String) {
    #expect(JanusDescription(type: "answer", sdp: sdp).acceptedLines.isEmpty)
  }
}
