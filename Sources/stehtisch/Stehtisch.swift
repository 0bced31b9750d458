import ArgumentParser
import Web

@main struct Stehtisch: ParsableCommand {}
