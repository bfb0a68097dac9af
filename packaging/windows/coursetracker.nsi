; The installer for Windows, for one user and with no administrator's rights. Built by NSIS 3:
;   makensis /DVERSION=0.1.0 packaging\windows\coursetracker.nsi
; It offers the program for Markdown files ("Open with") and makes it the default of nothing.

Unicode true
!ifndef VERSION
  !error "Say /DVERSION=..."
!endif
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CourseTracker"
!define TYPE "CourseTracker.Markdown"

!cd "${__FILEDIR__}/../.."
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

Section
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
  ; Only what was installed: the learner's progress is kept elsewhere and stays.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\coursetracker.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\CourseTracker.lnk"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegValue HKCU "Software\Classes\.md\OpenWithProgids" "${TYPE}"
  DeleteRegValue HKCU "Software\Classes\.markdown\OpenWithProgids" "${TYPE}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
