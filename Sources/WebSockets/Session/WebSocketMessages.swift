import NIOCore

/// A peer's messages in order, to be iterated once. They end when either side closes or the connection breaks; earlier
/// ones are still delivered. While they aren't consumed, nothing more is read from the peer.
package struct WebSocketMessages: AsyncSequence, Sendable {
  typealias Producer = NIOAsyncSequenceProducer<
    WebSocketMessage, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, ReadDemand
  >

  let producer: Producer

  static func make(_ demand: ReadDemand) -> (messages: WebSocketMessages, source: Producer.Source) {
    let new = Producer.makeSequence(
      backPressureStrategy: .init(lowWatermark: 4, highWatermark: 16), finishOnDeinit: false, delegate: demand)
    return (WebSocketMessages(producer: new.sequence), new.source)
  }

  package func makeAsyncIterator() -> Iterator {
    Iterator(base: producer.makeAsyncIterator())
  }

  package struct Iterator: AsyncIteratorProtocol {
    let base: Producer.AsyncIterator

    package mutating func next() async -> WebSocketMessage? {
      await base.next()
    }
  }
}

/// Lets the connection read again once messages have been consumed.
struct ReadDemand: NIOAsyncSequenceProducerDelegate {
  let eventLoop: any EventLoop
  let session: NIOLoopBound<WebSocketSession>

  func produceMore() {
    eventLoop.execute { session.value.resumeReading() }
  }

  func didTerminate() {}
}
