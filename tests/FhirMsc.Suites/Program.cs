using FhirMsc.Suites;
using FhirMsc.Suites.Pages;

// dotnet run -c Release --project tests/FhirMsc.Suites -- [directory] [--suite NAME] [--failures] [--json FILE]
// dotnet run -c Release --project tests/FhirMsc.Suites -- --pages directory [--failures] [--rules directory]
string? directory = null, json = null, only = null;
var failures = false;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--failures":
            failures = true;
            break;
        case "--json" when i + 1 < args.Length:
            json = args[++i];
            break;
        case "--suite" when i + 1 < args.Length:
            only = args[++i];
            break;
        case "--pages" when i + 1 < args.Length:
            return PageBoard.Run(args[++i], Console.Out, failures || args.Contains("--failures"), args.SkipWhile(arg => arg != "--rules").Skip(1).FirstOrDefault());
        case var option when option.StartsWith('-') || directory is not null:
            Console.Error.WriteLine($"'{option}' is not understood. Usage: FhirMsc.Suites [directory] [--suite NAME] [--failures] [--json FILE]");
            return 2;
        default:
            directory = args[i];
            break;
    }
}

directory ??= SuiteDirectory.Default ?? ".";
if (!Directory.Exists(directory))
{
    Console.Error.WriteLine($"There is no directory {directory}.");
    return 2;
}

var board = new Scoreboard(directory);
Console.WriteLine($"{"suite",-24} {"passed",6} {"total",6} {"",7}");
foreach (var suite in SuiteList.All.Where(suite => only is null || suite.Name == only))
{
    board.Run(suite, Console.Out, failures);
}

if (json is not null)
{
    using var file = File.Create(json);
    board.WriteJson(file);
}

return 0;
