; What Windows is told of Labline: the ending that is its own, the endings that it can open, and its links.
; Databases may also end in .db, .sqlite and .sqlite3. Those are not Labline's alone: it is offered under "Open with", and never made the default.

!macro OfferFor ENDING
  WriteRegNone HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\Applications\labline.exe\SupportedTypes" "${ENDING}" ""
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${ENDING}" "${TYPE}"
!macroend

!macro NoLongerOfferFor ENDING
  DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}"
!macroend

!macro Associate
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "$(TypeName)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "FriendlyTypeName" "$(TypeName)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\labline.exe,0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\labline.exe" -- "%1"'
  WriteRegStr HKCU "${CLASSES}\.labline" "" "${TYPE}"
  !insertmacro OfferFor ".labline"
  !insertmacro OfferFor ".db"
  !insertmacro OfferFor ".sqlite"
  !insertmacro OfferFor ".sqlite3"

  WriteRegStr HKCU "${CLASSES}\Applications\labline.exe" "FriendlyAppName" "Labline"
  WriteRegStr HKCU "${CLASSES}\Applications\labline.exe\shell\open\command" "" '"$INSTDIR\labline.exe" -- "%1"'

  ; After "--" nothing is taken for an option, whatever a web page puts into a link.
  WriteRegStr HKCU "${CLASSES}\labline" "" "URL:$(LinkName)"
  WriteRegStr HKCU "${CLASSES}\labline" "URL Protocol" ""
  WriteRegStr HKCU "${CLASSES}\labline\DefaultIcon" "" "$INSTDIR\labline.exe,0"
  WriteRegStr HKCU "${CLASSES}\labline\shell\open\command" "" '"$INSTDIR\labline.exe" -- "%1"'

  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "Labline"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "$(About)"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationIcon" "$INSTDIR\labline.exe,0"
  WriteRegStr HKCU "${CAPABILITIES}\URLAssociations" "labline" "labline"
  WriteRegStr HKCU "Software\RegisteredApplications" "Labline" "${CAPABILITIES}"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\labline.exe" "" "$INSTDIR\labline.exe"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\labline-cli.exe" "" "$INSTDIR\labline-cli.exe"
!macroend

!macro Dissociate
  !insertmacro NoLongerOfferFor ".db"
  !insertmacro NoLongerOfferFor ".sqlite"
  !insertmacro NoLongerOfferFor ".sqlite3"
  ReadRegStr $0 HKCU "${CLASSES}\.labline" ""
  ${If} $0 == "${TYPE}" ; unless another program has made it its own since
    DeleteRegValue HKCU "${CLASSES}\.labline" ""
  ${EndIf}
  !insertmacro NoLongerOfferFor ".labline"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${CLASSES}\Applications\labline.exe"
  DeleteRegKey HKCU "${CLASSES}\labline"
  DeleteRegValue HKCU "Software\RegisteredApplications" "Labline"
  DeleteRegKey HKCU "Software\Labline"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\labline.exe"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\labline-cli.exe"
!macroend
