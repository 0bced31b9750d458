#!/usr/bin/env bash
# swift-service-lifecycle 2.13.0 (Swift 6.3.1, Linux): a group names a service by describing it ("\(service)"), and names it in its log
# at level debug. A struct without a description of its own is described by reflection, with all that it holds, all the way down:
# here a service that holds 4,000 names has a name of some 60,000 characters. The work is done when the group is made, whatever the level:
# it took a third of a start. Remedy: let the type, or a value that it holds, conform to CustomStringConvertible.
# Seen: "Starting service", and "sl-service=Guests(names: ["Guest 1", …".
# Exits 0 only while it holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/Sources/described"
cat >"$folder/Package.swift" <<'SWIFT'
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "described",
  dependencies: [
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
  ],
  targets: [
    .executableTarget(
      name: "described",
      dependencies: [
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ])
  ])
SWIFT
cat >"$folder/Sources/described/Described.swift" <<'SWIFT'
import Logging
import ServiceLifecycle

struct Guests: Service {
  let names = (1...4000).map { "Guest \($0)" }
  func run() async throws {}
}

@main struct Described {
  static func main() async {
    var logger = Logger(label: "described") { StreamLogHandler.standardOutput(label: $0) }
    logger.logLevel = .debug
    try? await ServiceGroup(services: [Guests()], logger: logger).run()
  }
}
SWIFT
cd "$folder"
swift run --quiet described >log 2>/dev/null
longest=$(awk '{ if (length > n) n = length } END { print n + 0 }' log)
echo "longest line of the log: $longest characters"
[ "$longest" -gt 40000 ] && grep -q 'Guests(names: \["Guest 1"' log
