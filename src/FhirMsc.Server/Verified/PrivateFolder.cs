using System.ComponentModel;
using FhirMsc.Publishing.Verified;

namespace FhirMsc.Server.Verified;

/// <summary>
/// Verified entries as files in a folder that is the user's alone: mode 0700, files 0600. Folder and file must be owned by the user of this process and closed to others for
/// writing; if not, nothing is taken from there and nothing put there. On Windows the access lists of the user's profile take that place.
/// </summary>
/// <param name="folder">Path of the folder, which is made when the first entry is kept.</param>
public sealed class PrivateFolder(string folder) : IVerifiedStore
{
    private const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const long Largest = 256L * 1024 * 1024;

    /// <inheritdoc/>
    public (byte[]? Bytes, string? Problem) Read(string name)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                return (null, null);
            }

            if (Unsafe() is { } problem)
            {
                return (null, problem);
            }

            using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            if (!OperatingSystem.IsWindows() && (!FileOwner.IsOwn(file.SafeFileHandle) || (File.GetUnixFileMode(file.SafeFileHandle) & OthersWrite) != 0))
            {
                return (null, $"'{file.Name}' belongs to somebody else, or others can write to it");
            }

            if (file.Length > Largest)
            {
                return (null, $"'{file.Name}' is larger than any entry");
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return (bytes, null);
        }
        catch (FileNotFoundException)
        {
            return (null, null);
        }
        catch (Exception e) when (Means(e) is { })
        {
            return (null, Means(e));
        }
    }

    /// <inheritdoc/>
    public string? Write(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OnlyUser | UnixFileMode.UserExecute);
                if (Unsafe() is { } problem)
                {
                    return problem;
                }
            }

            // The process id keeps two servers apart that write at once; a file that a killed one left behind is written over some day.
            var unfinished = $"{PathOf(name)}.{Environment.ProcessId}.new";
            File.Delete(unfinished);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OnlyUser;
            }

            using (var file = new FileStream(unfinished, options))
            {
                file.Write(bytes);
            }

            File.Move(unfinished, PathOf(name), overwrite: true);
            return null;
        }
        catch (Exception e) when (Means(e) is { })
        {
            return Means(e);
        }
    }

    private string PathOf(string name) => Path.Combine(folder, $"{name}.verified");

    private string? Unsafe()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        return !FileOwner.IsOwn(folder) ? $"the folder '{folder}' belongs to somebody else or is a link"
            : (File.GetUnixFileMode(folder) & OthersWrite) != 0 ? $"others can write to the folder '{folder}'"
            : null;
    }

    private string? Means(Exception problem) => problem switch
    {
        UnauthorizedAccessException => $"'{folder}' may not be read or written",
        EntryPointNotFoundException or DllNotFoundException or Win32Exception => "this system does not tell who owns a file",
        IOException or NotSupportedException or ArgumentException => $"'{folder}' can't be read or written",
        _ => null,
    };
}
