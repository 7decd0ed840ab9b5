# Tries an installer on Windows: check.ps1 -Installer FILE -Pictures FOLDER. Installs silently, opens a window, takes its picture, exports, installs
# over itself, and removes. It uses the account's own folders and registry: run it on a machine that is there for it.
param(
    [Parameter(Mandatory)] [string] $Installer,
    [Parameter(Mandatory)] [string] $Pictures
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$root = Resolve-Path (Join-Path $PSScriptRoot '..\..')
$version = (Select-String -Path (Join-Path $root 'pyproject.toml') -Pattern '^version = "(.*)"$').Matches[0].Groups[1].Value
$folder = Join-Path $env:LOCALAPPDATA 'Programs\Labline'
$data = Join-Path $env:LOCALAPPDATA 'labline'
$menu = Join-Path $env:APPDATA 'Microsoft\Windows\Start Menu\Programs\Labline.lnk'
$apps = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Labline'
$classes = 'HKCU:\Software\Classes'

function Assert([bool] $holds, [string] $what) {
    if (-not $holds) { throw "windows/check.ps1: FAILED: $what" }
    Write-Output "windows/check.ps1: ok: $what"
}

function Invoke-Silently([string] $program, [string[]] $options = @('/S')) {
    (Start-Process -FilePath $program -ArgumentList $options -Wait -PassThru).ExitCode
}

function Save-Picture([string] $name) {
    Add-Type -AssemblyName 'System.Windows.Forms', 'System.Drawing'
    $area = [System.Windows.Forms.SystemInformation]::VirtualScreen
    $picture = New-Object System.Drawing.Bitmap $area.Width, $area.Height
    $graphics = [System.Drawing.Graphics]::FromImage($picture)
    $graphics.CopyFromScreen($area.Location, [System.Drawing.Point]::Empty, $area.Size)
    $picture.Save((Join-Path $Pictures "$name.png"))
    $graphics.Dispose()
    $picture.Dispose()
}

function Wait-ForWindow {
    foreach ($second in 1..60) {
        $shown = Get-Process labline -ErrorAction SilentlyContinue | Where-Object { $_.MainWindowHandle -ne 0 }
        if ($shown) { return $shown }
        Start-Sleep -Seconds 1
    }
    throw 'windows/check.ps1: FAILED: no window'
}

New-Item -ItemType Directory -Force $Pictures | Out-Null
Assert ((Invoke-Silently $Installer) -eq 0) 'installs silently'
Assert (Test-Path $menu) 'has an entry in the start menu'
Assert ((Get-ItemProperty $apps).DisplayVersion -eq $version) "Apps & features knows version $version"
Assert ((Get-Item "$classes\labline").GetValue('URL Protocol') -eq '') 'links are registered'
Assert ((Get-Item "$classes\.labline").GetValue('') -eq 'Labline.Database') 'databases are registered'

$console = Join-Path $folder 'labline-cli.exe'
Assert (((& $console --version) -join ' ').Contains($version)) 'says its version'
$table = Join-Path $env:TEMP 'labline-out.csv'
& $console export 'deepseek open:yes' -o $table | Out-Null
Assert ($LASTEXITCODE -eq 0 -and (Import-Csv $table -Encoding utf8).Count -gt 10) 'the command line exports rows'

Start-Process (Join-Path $folder 'labline.exe')
$window = Wait-ForWindow
Start-Sleep -Seconds 10
Save-Picture 'windows-window'
Start-Process 'labline:view?filter=janus'
Start-Sleep -Seconds 6
Save-Picture 'windows-link'
Assert (@(Get-Process labline).Count -eq 1) 'a link is handed to the window that is open'
Assert ((Invoke-Silently $Installer) -eq 3) 'refuses while Labline runs'
$window.CloseMainWindow() | Out-Null
Assert ($window.WaitForExit(30000)) 'closes'

$before = (Get-FileHash (Join-Path $data 'labline.db')).Hash
Assert ((Invoke-Silently $Installer) -eq 0) 'installs over itself'
Assert ((Get-FileHash (Join-Path $data 'labline.db')).Hash -eq $before) 'keeps the database'
Assert ((Invoke-Silently (Join-Path $folder 'uninstall.exe')) -eq 0) 'removes silently'
foreach ($second in 1..60) { if (Test-Path $folder) { Start-Sleep -Seconds 1 } } # the uninstaller goes on as a copy of itself
foreach ($left in $folder, $menu, $apps, "$classes\labline", "$classes\.labline", "$classes\Labline.Database") {
    Assert (-not (Test-Path $left)) "leaves no $left"
}
Assert (Test-Path (Join-Path $data 'labline.db')) "leaves the user's own: $((Get-ChildItem $data).Name -join ', ')"
