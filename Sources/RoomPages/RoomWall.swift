import HTML

/// The back wall of the room: windows over a town, bottles, lamps. The style sheet colours it, so that it is late afternoon or
/// evening outside.
enum RoomWall {
  static let drawing = Node.markup(
    """
    <svg class="wall" viewBox="0 0 1200 150" preserveAspectRatio="xMidYMax slice"><defs>\
    <linearGradient id="room-sky" x2="0" y2="1"><stop class="sky-a"/><stop class="sky-b" offset=".62"/>\
    <stop class="sky-c" offset="1"/></linearGradient>\
    <linearGradient id="room-beam" x2="0" y2="1"><stop class="beam-a"/><stop class="beam-b" offset="1"/>\
    </linearGradient></defs>\
    <path class="sky" fill="url(#room-sky)" d="M190 138V89a75 75 0 0 1 150 0V138zM390 138V89a75 75 0 0 1 150 0V138z\
    M690 138V89a75 75 0 0 1 150 0V138zM890 138V89a75 75 0 0 1 150 0V138z"/>\
    <path class="town" d="M190 138v-33h24v33zM214 138v-39h18v39zM232 138v-23h36v23zM268 138v-18h18v18z\
    M286 138v-39h18v39zM304 138v-17h30v17zM334 138v-37h6v37zM390 138v-25h30v25zM420 138v-30h18v30z\
    M438 138v-15h24v15zM462 138v-31h30v31zM492 138v-24h24v24zM516 138v-32h24v32zM690 138v-19h30v19z\
    M720 138v-38h30v38zM750 138v-25h24v25zM774 138v-44h24v44zM798 138v-19h30v19zM828 138v-14h12v14z\
    M890 138v-33h30v33zM920 138v-40h24v40zM944 138v-32h36v32zM980 138v-42h36v42zM1016 138v-28h24v28z"/>\
    <path class="lit" d="M276 120h4M209 114h4M209 126h4M269 128h4M318 122h4M435 118h4M415 125h4M449 132h4\
    M510 120h4M445 123h4M809 130h4M780 132h4M748 122h4M723 113h4M756 120h4M958 115h4M982 117h4M972 126h4\
    M904 113h4M989 114h4"/>\
    <path class="frame" d="M190 138V89a75 75 0 0 1 150 0V138zM265 14V138M190 84h150\
    M390 138V89a75 75 0 0 1 150 0V138zM465 14V138M390 84h150M690 138V89a75 75 0 0 1 150 0V138zM765 14V138\
    M690 84h150M890 138V89a75 75 0 0 1 150 0V138zM965 14V138M890 84h150"/>\
    <path class="moon" d="M742 40a15 15 0 1 0 16 22 12 12 0 0 1-16-22z"/>\
    <path class="sill" d="M170 138h390v7H170zM670 138h390v7H670z"/>\
    <path class="b3" d="M28 64v-16q0-5 3-6v-7h5v7q3 1 3 6v16z"/>\
    <path class="b3" d="M43 64v-17q0-5 3-6v-7h5v7q3 1 3 6v17z"/>\
    <path class="b4" d="M60 64v-14q0-5 3-6v-7h5v7q3 1 3 6v14z"/>\
    <path class="b3" d="M81 64v-13q0-5 3-6v-7h5v7q3 1 3 6v13z"/>\
    <path class="b4" d="M100 64v-15q0-5 3-6v-7h5v7q3 1 3 6v15z"/>\
    <path class="b3" d="M117 64v-14q0-5 3-6v-7h5v7q3 1 3 6v14z"/>\
    <path class="b3" d="M28 110v-14q0-5 3-6v-7h5v7q3 1 3 6v14z"/>\
    <path class="b3" d="M47 110v-12q0-5 3-6v-7h5v7q3 1 3 6v12z"/>\
    <path class="b2" d="M62 110v-19q0-5 3-6v-7h5v7q3 1 3 6v19z"/>\
    <path class="b3" d="M79 110v-17q0-5 3-6v-7h5v7q3 1 3 6v17z"/>\
    <path class="b4" d="M98 110v-13q0-5 3-6v-7h5v7q3 1 3 6v13z"/>\
    <path class="b2" d="M114 110v-18q0-5 3-6v-7h5v7q3 1 3 6v18z"/>\
    <path class="shelf" d="M20 64h120v4H20zM20 110h120v4H20z"/>\
    <path class="b1" d="M1088 64v-12q0-5 3-6v-7h5v7q3 1 3 6v12z"/>\
    <path class="b2" d="M1103 64v-14q0-5 3-6v-7h5v7q3 1 3 6v14z"/>\
    <path class="b4" d="M1122 64v-12q0-5 3-6v-7h5v7q3 1 3 6v12z"/>\
    <path class="b3" d="M1141 64v-15q0-5 3-6v-7h5v7q3 1 3 6v15z"/>\
    <path class="b3" d="M1156 64v-13q0-5 3-6v-7h5v7q3 1 3 6v13z"/>\
    <path class="b2" d="M1088 110v-18q0-5 3-6v-7h5v7q3 1 3 6v18z"/>\
    <path class="b2" d="M1106 110v-15q0-5 3-6v-7h5v7q3 1 3 6v15z"/>\
    <path class="b4" d="M1124 110v-18q0-5 3-6v-7h5v7q3 1 3 6v18z"/>\
    <path class="b4" d="M1139 110v-15q0-5 3-6v-7h5v7q3 1 3 6v15z"/>\
    <path class="b4" d="M1157 110v-15q0-5 3-6v-7h5v7q3 1 3 6v15z"/>\
    <path class="shelf" d="M1080 64h104v4H1080zM1080 110h104v4H1080z"/><path class="cord" d="M80 0v12"/>\
    <path class="shade" d="M58 30c1-11 10-18 22-19 12 1 21 8 22 19z"/><path class="rim" d="M58 30h44"/>\
    <ellipse class="bulb" cx="80" cy="31" rx="9" ry="4"/><path fill="url(#room-beam)" d="M62 32h36l42 118h-120z"/>\
    <path class="cord" d="M365 0v12"/><path class="shade" d="M343 30c1-11 10-18 22-19 12 1 21 8 22 19z"/>\
    <path class="rim" d="M343 30h44"/><ellipse class="bulb" cx="365" cy="31" rx="9" ry="4"/>\
    <path fill="url(#room-beam)" d="M347 32h36l42 118h-120z"/><path class="cord" d="M625 0v12"/>\
    <path class="shade" d="M603 30c1-11 10-18 22-19 12 1 21 8 22 19z"/><path class="rim" d="M603 30h44"/>\
    <ellipse class="bulb" cx="625" cy="31" rx="9" ry="4"/><path fill="url(#room-beam)" d="M607 32h36l42 118h-120z"/>\
    <path class="cord" d="M865 0v12"/><path class="shade" d="M843 30c1-11 10-18 22-19 12 1 21 8 22 19z"/>\
    <path class="rim" d="M843 30h44"/><ellipse class="bulb" cx="865" cy="31" rx="9" ry="4"/>\
    <path fill="url(#room-beam)" d="M847 32h36l42 118h-120z"/><path class="cord" d="M1132 0v12"/>\
    <path class="shade" d="M1110 30c1-11 10-18 22-19 12 1 21 8 22 19z"/><path class="rim" d="M1110 30h44"/>\
    <ellipse class="bulb" cx="1132" cy="31" rx="9" ry="4"/><path fill="url(#room-beam)" d="M1114 32h36l42 118h-120z"/>\
    </svg>
    """)
}
