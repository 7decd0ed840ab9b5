; The installer for one user of Windows 10 (1809) or newer on x64. Nothing in it needs an administrator, and nothing is written outside the
; user's own folders and registry. What is installed is listed in installer_files.nsh, which installer_files.py makes from the folder that is
; packed: the one that packaging/windows/make lays out, or the one that PyInstaller freezes on Windows. Each has labline.exe and labline-cli.exe.
;
;   makensis -DVERSION=1.2.3 -DSIZE_KB=… -DHOMEPAGE=… -DFILES=installer_files.nsh -DICON=labline.ico -DOUTPUT=labline-1.2.3-windows-x64.exe
;
; With -DSIGN="command %1" the uninstaller and the installer are signed by that command as they are made.
; For all that follow: /S installs and removes without a word, /D=FOLDER (last, unquoted) says where to. Exit codes: 0 done, 1 cancelled,
; 2 this Windows is too old, 3 Labline is running, 4 a file could not be written.

Unicode true
Target amd64-unicode ; also runs where no 32-bit programs do
ManifestDPIAware true
ManifestSupportedOS all
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off ; the same files give the same installer
SetOverwrite on
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define OLDEST_BUILD 17763 ; Windows 10, version 1809: what Qt needs
!define TYPE "Labline.Database"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Labline"
!define CLASSES "Software\Classes"
!define CAPABILITIES "Software\Labline\Capabilities"

Name "Labline"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Labline"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "Labline ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "Labline"
VIAddVersionKey /LANG=1033 "FileDescription" "Labline installer"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "CompanyName" "The Labline developers"
VIAddVersionKey /LANG=1033 "LegalCopyright" "Copyright (c) 2026 The Labline developers. MIT licence."
!ifdef SIGN
  !uninstfinalize '${SIGN}'
  !finalize '${SIGN}'
!endif

; ---- pages and languages ----

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\labline.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(UninstallText)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English" ; the first is for users of any other language
!insertmacro MUI_LANGUAGE "SimpChinese"
!include texts.nsh
!include associations.nsh
!include "${FILES}"

; ---- what may stop it ----

; Says why not, and ends with a code.
!macro Refuse TEXT CODE
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; Windows keeps a running program's file from being written, and so tells that it runs: then $1 is not empty.
!macro Probe NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}" a
    ${If} ${Errors}
      StrCpy $1 "${NAME}"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!macro DefineWaitUntilClosed PREFIX
  Function ${PREFIX}WaitUntilClosed
    ${Do}
      StrCpy $1 ""
      !insertmacro Probe "labline.exe"
      !insertmacro Probe "labline-cli.exe"
      ${If} $1 == ""
        ${Break}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 3
      Quit
      again:
    ${Loop}
  FunctionEnd
!macroend
!insertmacro DefineWaitUntilClosed ""
!insertmacro DefineWaitUntilClosed "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    !insertmacro Refuse "$(TooOld)" 2
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Refuse "$(TooOld)" 2
  ${EndIf}
FunctionEnd

; ---- installing ----

; A version that is there is taken away first, by its own list of what it brought; data and settings lie elsewhere.
Function RemoveEarlierVersion
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == ""
  ${OrIfNot} ${FileExists} "$0\uninstall.exe"
    Return
  ${EndIf}
  DetailPrint "$(Updating)"
  InitPluginsDir
  CopyFiles /SILENT "$0\uninstall.exe" "$PLUGINSDIR\earlier.exe"
  ExecWait '"$PLUGINSDIR\earlier.exe" /S _?=$0' $1
  ${If} $1 <> 0
    SetErrorLevel $1
    Abort "$(NotUpdated)"
  ${EndIf}
FunctionEnd

Section "Labline"
  Call WaitUntilClosed
  Call RemoveEarlierVersion
  SetOverwrite try ; a file that cannot be written sets the error flag
  ClearErrors
  !insertmacro InstallFiles
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    SetErrorLevel 4
    Abort "$(NotWritten)"
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\Labline.lnk" "$INSTDIR\labline.exe" "" "$INSTDIR\labline.exe" 0 SW_SHOWNORMAL "" "$(About)"
  !insertmacro Associate
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Labline"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\labline.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Labline developers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

; ---- removing ----

; Only what was installed, file by file: nothing that a user put into the folder goes.
Section "un.Labline"
  Call un.WaitUntilClosed
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Labline.lnk"
  !insertmacro Dissociate
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ${un.RefreshShellIcons}
SectionEnd
