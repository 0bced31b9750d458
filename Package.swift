// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String?, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "stehtisch",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "stehtisch", targets: ["stehtisch"])],
  traits: [
    .trait(
      name: "TLS", description: "The program speaks TLS itself; builds a copy of BoringSSL. Else a proxy speaks it.")
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
  ],
  targets: [
    system("CArchive", "libarchive", apt: "libarchive-dev"),
    system("CBrotli", "libbrotlienc", apt: "libbrotli-dev"),
    system("CCurl", "libcurl", apt: "libcurl4-openssl-dev"),
    system("CExpat", "expat", apt: "libexpat1-dev"),
    system("CGMime", "gmime-3.0", apt: "libgmime-3.0-dev"),
    system("CIcal", "libical", apt: "libical-dev"),
    system("CIDN", "libidn2", apt: "libidn2-dev"),
    system("COpenSSL", "libcrypto", apt: "libssl-dev"),
    system("CStemmer", nil, apt: "libstemmer-dev"),
    system("CXML2", "libxml-2.0", apt: "libxml2-dev"),
    system("CZlib", "zlib", apt: "zlib1g-dev"),
    .target(name: "Confinement"),
    .target(name: "HTMLEvents", dependencies: ["CXML2"]),
    .target(name: "CurlOptions", dependencies: ["CCurl"]),

    library("Names", resources: [.embedInCode("names.txt")]),
    library("Core", ["Names"]),
    library("Compression", ["CBrotli", "CZlib"]),
    library("Hashes", ["COpenSSL"]),
    library("SystemZones", ["Core"]),
    library(
      "Formats", ["Names", "CArchive", "CExpat", "CGMime", "CIDN", "CIcal", "Confinement", "HTMLEvents"],
      resources: [.embedInCode("Listing/Vocabulary/columns.txt"), .embedInCode("Listing/Vocabulary/values.txt")]),
    library("Words", ["CStemmer"]),
    library("HTML", [.product(name: "NIOCore", package: "swift-nio")]),
    library(
      "Database",
      [.product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")]),
    library("Mail", ["CCurl", "CurlOptions"]),
    library("Fetching", ["CCurl", "CurlOptions"]),
    library(
      "WebSockets",
      [
        "Hashes",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    library(
      "Connections",
      [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    library("Media", ["Hashes"]),
    library(
      "Web",
      [
        "Compression", "Core", "SystemZones", "Formats", "Hashes", "Words", "HTML", "Database", "Mail", "WebSockets",
        "Connections", "Media", "Fetching",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird", condition: .when(traits: ["TLS"])),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["TLS"])),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
      ],
      resources: [.copy("Public"), .copy("Strings"), .copy("Migrations"), .copy("Example"), .copy("Words")]),
    .executableTarget(
      name: "stehtisch",
      dependencies: [
        "Web", "Connections", "SystemZones",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "websocket-echo",
      dependencies: ["WebSockets", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Benchmarks/websocket-echo", swiftSettings: strict),
    .executableTarget(
      name: "topic-matching", dependencies: ["Words"], path: "Benchmarks/topic-matching", swiftSettings: strict),

    tests("NamesTests", ["Names"]),
    tests("CoreTests", ["Core", "SystemZones"]),
    tests("SystemZonesTests", ["SystemZones", "Core"]),
    tests("FormatsTests", ["Formats", "Names", "Core", "SystemZones"], resources: [.copy("Layouts")]),
    tests("WordsTests", ["Words"]),
    tests("CompressionTests", ["Compression"]),
    tests("HashesTests", ["Hashes"]),
    tests("HTMLTests", ["HTML"]),
    tests("DatabaseTests", ["Database"]),
    tests("MailTests", ["Mail", "Formats"]),
    tests("FetchingTests", ["Fetching"]),
    tests("WebSocketsTests", ["WebSockets"]),
    tests("ConnectionsTests", ["Connections", .product(name: "NIOEmbedded", package: "swift-nio")]),
    tests("MediaTests", ["Media"]),
    tests("WebTests", ["Web", "SystemZones", "WebSockets", .product(name: "NIOEmbedded", package: "swift-nio")]),
  ]
)
