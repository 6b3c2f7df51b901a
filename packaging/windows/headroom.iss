; Inno Setup: the installer for Windows. `iscc /DVersion=1.2.3 packaging\windows\headroom.iss`
; takes dist\headroom and makes dist\headroom-1.2.3-windows-setup.exe. For one person, without
; an administrator; for all with one.

#ifndef Version
  #error Say the version: /DVersion=1.2.3
#endif

[Setup]
AppId={{6F0B9C62-6E0E-4E0B-9B38-3C0C5D8E7A51}
AppName=Headroom
AppVersion={#Version}
AppPublisher=The Headroom authors
DefaultDirName={autopf}\Headroom
DefaultGroupName=Headroom
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=headroom-{#Version}-windows-setup
SetupIconFile=build\icons\headroom.ico
UninstallDisplayIcon={app}\headroom.exe
LicenseFile=LICENSE
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "french"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
english.Scenario=Headroom scenario
french.Scenario=Scénario Headroom
english.Associate=Open *.headroom files with Headroom
french.Associate=Ouvrir les fichiers *.headroom avec Headroom

[Tasks]
Name: "associate"; Description: "{cm:Associate}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; the libraries of an older version, whatever their names were
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\headroom\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "build\icons\headroom-document.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{group}\Headroom"; Filename: "{app}\headroom.exe"; AppUserModelID: "org.headroom.Headroom"
Name: "{autodesktop}\Headroom"; Filename: "{app}\headroom.exe"; Tasks: desktopicon; \
    AppUserModelID: "org.headroom.Headroom"

[Registry]
; HKA: of the person, or of all where an administrator installs for all. What is uninstalled goes
; from the last line up: the key of the ending is to be empty when its own line comes
Root: HKA; Subkey: "Software\Classes\.headroom"; ValueType: string; ValueName: ""; \
    ValueData: "Headroom.Scenario"; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.headroom"; ValueType: string; ValueName: "Content Type"; \
    ValueData: "application/x-headroom-scenario"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.headroom\OpenWithProgids"; ValueType: string; \
    ValueName: "Headroom.Scenario"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty; \
    Tasks: associate
Root: HKA; Subkey: "Software\Classes\Headroom.Scenario"; ValueType: string; ValueName: ""; \
    ValueData: "{cm:Scenario}"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Headroom.Scenario\DefaultIcon"; ValueType: string; \
    ValueName: ""; ValueData: "{app}\headroom-document.ico"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Headroom.Scenario\shell\open\command"; ValueType: string; \
    ValueName: ""; ValueData: """{app}\headroom.exe"" ""%1"""; Tasks: associate

[Run]
Filename: "{app}\headroom.exe"; Description: "{cm:LaunchProgram,Headroom}"; \
    Flags: nowait postinstall skipifsilent
