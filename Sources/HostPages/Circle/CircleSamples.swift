import Acts
import Core
import Foundation
import Records

extension CirclePage {
  package static var samples: [CirclePage] {
    let (good, dull) = (BallotResult.sample(learnt: 5, again: 6), BallotResult.sample(learnt: 1, again: 1))
    let views: [CircleView] = [
      .sample(results: [good]), .sample(results: [good, good, good], hasAhead: true), .sample(results: [good, nil]),
      .sample(results: [good, dull]), .sample(results: [dull, dull]), .sample(results: [dull, dull], isEnded: true),
    ]
    return views.map { CirclePage(view: $0) }
  }
}

extension CircleListPage {
  package static var samples: [CircleListPage] {
    let good = BallotResult.sample(learnt: 5, again: 6)
    return [
      CircleListPage(circles: []),
      CircleListPage(circles: [.sample(results: [good]), .sample(results: [good, good], isEnded: true)]),
    ]
  }
}

extension CircleEndPage {
  package static var samples: [CircleEndPage] {
    let dull = BallotResult.sample(learnt: 1, again: 1)
    return [CircleEndPage(view: .sample(results: [dull, dull]))]
  }
}

extension EveningPage {
  package static var samples: [EveningPage] {
    let good = BallotResult.sample(learnt: 5, again: 6)
    let circle = CircleView.sample(results: [good]).circle
    func view(_ result: BallotResult?, isCounted: Bool, circle: Circle?, isEmpty: Bool = false) -> EveningView {
      EveningView(
        party: .sample(stage: isCounted ? .closed : .ended), circle: circle, result: result, isCounted: isCounted,
        turnout: (2, 6),
        mirror: isCounted ? HostMirror(spoken: (300, 900), people: 6, cardsTaken: 1, result: result) : nil,
        keepsakes: .sample(hasBallot: !isCounted, isEmpty: isEmpty),
        present: isEmpty ? [] : ["Jonas Weber", "Karin Holm", "Amelie Brandt"], outcome: "",
        openQuestions: isEmpty ? [] : ["Wer fragt, führt?"])
    }
    return [
      EveningPage(view: view(nil, isCounted: false, circle: nil)),
      EveningPage(view: view(nil, isCounted: true, circle: nil)),
      EveningPage(view: view(good, isCounted: true, circle: circle), saved: "outcome"),
      EveningPage(view: view(nil, isCounted: false, circle: nil, isEmpty: true)),
    ]
  }
}
