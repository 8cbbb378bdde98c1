#pragma warning disable CA1050, CA1515 // The runtime looks for a class of this name outside of any namespace (dotnet/runtime, docs/design/features/host-startup-hook.md).
using FhirMsc.Server.Plugin;

/// <summary>
/// Where the runtime calls in before a program's Main, if <c>DOTNET_STARTUP_HOOKS</c> names this assembly. It runs in every .NET program of that environment, so it does
/// nothing but leave word at two doors; what comes through them decides whether there is a web host at all.
/// </summary>
internal static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
#pragma warning disable CA1031 // Whatever is wrong here, the program that is about to start is not ours to end.
        try
        {
            Doors.Open();
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"FhirMsc is not mounted: {e.GetType().Name}: {e.Message}");
        }
#pragma warning restore CA1031
    }
}
