using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FhirMsc.Server.Verified;

/// <summary>Who owns a file, which .NET does not tell: statx(2) of Linux, whose layout is the same on all processors.</summary>
internal static class FileOwner
{
    private const int EmptyPath = 0x1000;
    private const int DoNotFollow = 0x100;
    private const int CurrentFolder = -100;
    private const uint WantUserId = 0x8;
    private const int Length = 256;
    private const int UserIdAt = 20;

    /// <summary>Whether an open file is owned by the user that this process acts for.</summary>
    /// <exception cref="Win32Exception">The system does not tell.</exception>
    /// <exception cref="EntryPointNotFoundException">This system can't tell.</exception>
    /// <exception cref="DllNotFoundException">This system can't tell.</exception>
    public static bool IsOwn(SafeFileHandle file) => UserId((int)file.DangerousGetHandle(), string.Empty, EmptyPath) == EffectiveUser();

    /// <inheritdoc cref="IsOwn(SafeFileHandle)"/>
    /// <summary>Whether a folder is owned by the user that this process acts for; a link to a folder is judged as the link.</summary>
    public static bool IsOwn(string folder) => UserId(CurrentFolder, folder, DoNotFollow) == EffectiveUser();

    private static uint UserId(int folder, string path, int flags)
    {
        var name = Encoding.UTF8.GetBytes(path + '\0');
        var status = new byte[Length];
        return StatusOf(folder, name, flags, WantUserId, status) == 0 ? BitConverter.ToUInt32(status, UserIdAt) : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatusOf(int folder, byte[] path, int flags, uint mask, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
