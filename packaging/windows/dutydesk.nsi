; Makes the Windows installer out of a folder with the programs and the Qt files they need.
; README.md beside this file says what that folder holds and how the installer is made.

Unicode true
SetCompressor /SOLID lzma

!define VERSION "0.1.0"
!ifndef STAGE
    !error "Name the folder to install from: makensis -DSTAGE=build\windows\stage dutydesk.nsi"
!endif
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dutydesk"

!include "MUI2.nsh"

Name "Dutydesk"
OutFile "${STAGE}\..\dutydesk-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Dutydesk"
InstallDirRegKey HKCU "Software\Dutydesk" "InstallDir"
; A duty desk laptop rarely gives its officer an administrator's rights: installed for one user.
RequestExecutionLevel user

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${STAGE}\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\dutydesk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section "Dutydesk"
    SetOutPath "$INSTDIR"
    File /r "${STAGE}\*"

    CreateShortcut "$SMPROGRAMS\Dutydesk.lnk" "$INSTDIR\dutydesk.exe"
    WriteRegStr HKCU "Software\Classes\.dutybundle" "" "Dutydesk.Exchange"
    WriteRegStr HKCU "Software\Classes\.dutyintro" "" "Dutydesk.Exchange"
    WriteRegStr HKCU "Software\Classes\Dutydesk.Exchange\shell\open\command" "" '"$INSTDIR\dutydesk.exe" "%1"'
    WriteUninstaller "$INSTDIR\uninstall.exe"
    WriteRegStr HKCU "Software\Dutydesk" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Dutydesk"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Dutydesk authors"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\dutydesk.exe"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

; Stores lie in the officer's own folders, never here: removing the program leaves every record.
Section "Uninstall"
    Delete "$SMPROGRAMS\Dutydesk.lnk"
    RMDir /r "$INSTDIR\platforms"
    RMDir /r "$INSTDIR\styles"
    RMDir /r "$INSTDIR\sqldrivers"
    RMDir /r "$INSTDIR\imageformats"
    RMDir /r "$INSTDIR\iconengines"
    RMDir /r "$INSTDIR\printsupport"
    Delete "$INSTDIR\*.dll"
    Delete "$INSTDIR\dutydesk.exe"
    Delete "$INSTDIR\dutydesk-cli.exe"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    DeleteRegKey HKCU "Software\Classes\.dutybundle"
    DeleteRegKey HKCU "Software\Classes\.dutyintro"
    DeleteRegKey HKCU "Software\Classes\Dutydesk.Exchange"
    DeleteRegKey HKCU "Software\Dutydesk"
SectionEnd
