#!/usr/bin/env pwsh
# Restore, build, test, generate, validate, bundle. Each step is one line; the first that fails ends the script with its exit code.
# -WithFirely adds a second opinion on the R4 resources by Firely's validator, whose packages come from the NuGet feed,
# in the versions that the variables FirelySdkVersion and FirelyValidationVersion name, if they are set.
param([switch] $WithFirely)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function Step([string] $name, [string[]] $command) {
    Write-Host "== $name"
    & $command[0] @($command[1..($command.Length - 1)])
    if ($LASTEXITCODE -ne 0) { Write-Host "== $name failed ($LASTEXITCODE)"; exit $LASTEXITCODE }
}

$fhirmsc = @('dotnet', 'run', '--no-build', '-c', 'Release', '--project', 'src/FhirMsc.Cli', '--')
Step 'restore' @('dotnet', 'restore')
Step 'build' @('dotnet', 'build', '--no-restore', '-c', 'Release')
Step 'test' @('dotnet', 'test', '--no-build', '-c', 'Release')
Step 'generate' ($fhirmsc + @('generate'))
Step 'validate' ($fhirmsc + @('validate', 'fhir-resources/r4', 'fhir-resources/r4b', 'fhir-resources/r5', 'fhir-resources/profiles', '--baseline', 'fhir-resources/explained.yaml'))
Step 'bundle' ($fhirmsc + @('bundle', '--output', 'artifacts/bundle.json'))
if ($WithFirely) {
    Step 'second opinion' @('dotnet', 'run', '-c', 'Release', '--project', 'src/FhirMsc.Firely', '-p:WithFirely=true', '--', 'fhir-resources/r4')
}
