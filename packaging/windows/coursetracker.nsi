; The installer for Windows, for one user and with no administrator's rights. Built by NSIS 3:
;   makensis /DVERSION=0.1.0 /DICON=build\coursetracker.ico packaging\windows\coursetracker.nsi
; It offers the program for Markdown files ("Open with") and makes it the default of nothing.

Unicode true
!ifndef VERSION
  !error "Say /DVERSION=..."
!endif
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CourseTracker"
!define TYPE "CourseTracker.Markdown"

!cd "../.."  ; from this script's folder, in which NSIS begins wherever it is called
Name "CourseTracker"
OutFile "dist\packages\coursetracker-${VERSION}-windows-x86_64-setup.exe"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\CourseTracker"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "CourseTracker"
VIAddVersionKey "FileDescription" "CourseTracker"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!include "LogicLib.nsh"
!include "MUI2.nsh"
!ifdef ICON
  !define MUI_ICON "${ICON}"
!endif
!insertmacro MUI_PAGE_LICENSE "LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"
LangString RUNNING ${LANG_ENGLISH} "CourseTracker is running. Quit it, then try again."
LangString RUNNING ${LANG_SPANISH} "CourseTracker está abierto. Ciérralo e inténtalo de nuevo."

; Do nothing by halves: Windows lets nobody write to a program that runs.
!macro QUIT_FIRST PROGRAM
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDCANCEL`
      Abort
    ${EndIf}
  ${Loop}
!macroend

Section
  !insertmacro QUIT_FIRST "coursetracker.exe"
  !insertmacro QUIT_FIRST "coursetracker-cli.exe"
  ; What an older version had and this one has not must not stay.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "dist\coursetracker\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\CourseTracker.lnk" "$INSTDIR\coursetracker.exe"

  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "Markdown"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\coursetracker.exe,0"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\coursetracker.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.md\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "Software\Classes\.markdown\OpenWithProgids" "${TYPE}" ""

  WriteRegStr HKCU "${KEY}" "DisplayName" "CourseTracker"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\coursetracker.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro QUIT_FIRST "coursetracker.exe"
  !insertmacro QUIT_FIRST "coursetracker-cli.exe"
  ; Only what was installed: the learner's progress is kept elsewhere and stays.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\coursetracker.exe"
  Delete "$INSTDIR\coursetracker-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\CourseTracker.lnk"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegValue HKCU "Software\Classes\.md\OpenWithProgids" "${TYPE}"
  DeleteRegValue HKCU "Software\Classes\.markdown\OpenWithProgids" "${TYPE}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
