using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using FhirMsc.Publishing.Integrity;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc sign</c> and <c>fhirmsc verify</c>: that what is published is what was published.</summary>
internal static class SignCommand
{
    public static Command CreateSign(TextWriter output, TextWriter error)
    {
        var resources = new Option<string?>("--resources") { Description = "The fhir-resources folder. Default: the one here or in a folder above.", HelpName = "DIR" };
        var key = new Option<string>("--key") { Description = "Private key in PEM or JWK form: EC on P-256 or P-384, or RSA.", HelpName = "FILE", Required = true };
        var command = new Command("sign", "Signs the manifest of the generated resources with a detached JSON Web Signature (ES256, ES384, RS256).") { resources, key };
        command.SetAction(async (parsed, stop) =>
        {
            if (await ReadManifestAsync(parsed.GetValue(resources), error, stop) is not var (root, bytes, manifest) || await ReadKeysAsync(parsed.GetValue(key)!, error, stop) is not { } keys)
            {
                return ExitCode.Usage;
            }

            if (Differs(manifest, root, output))
            {
                await output.WriteLineAsync("Nothing was signed. Run 'fhirmsc generate' first.");
                return ExitCode.Findings;
            }

            try
            {
                await OutputFile.WriteAsync(Path.Combine(root, FileManifest.SignatureName), Encoding.ASCII.GetBytes(DetachedSignature.Sign(bytes, keys[0]) + "\n"), stop);
            }
            catch (CryptographicException)
            {
                await error.WriteLineAsync($"'{parsed.GetValue(key)}' has no private key, and only that can sign.");
                return ExitCode.Usage;
            }

            await output.WriteLineAsync($"{manifest.Files.Count} files signed with {keys[0].Algorithm}: {Path.Combine(root, FileManifest.SignatureName)}.");
            return ExitCode.Fine;
        });
        return command;
    }

    public static Command CreateVerify(TextWriter output, TextWriter error)
    {
        var resources = new Option<string?>("--resources") { Description = "The fhir-resources folder. Default: the one here or in a folder above.", HelpName = "DIR" };
        var key = new Option<string?>("--key") { Description = "Public key in PEM, JWK or JWK Set form. Without it only the files are compared with the manifest.", HelpName = "FILE" };
        var command = new Command("verify", "Compares the generated resources with their manifest, and the manifest with its signature.") { resources, key };
        command.SetAction(async (parsed, stop) =>
        {
            if (await ReadManifestAsync(parsed.GetValue(resources), error, stop) is not var (root, bytes, manifest))
            {
                return ExitCode.Usage;
            }

            var differs = Differs(manifest, root, output);
            var trust = "the signature was not looked at: name a key with --key";
            if (parsed.GetValue(key) is { } file)
            {
                if (await ReadKeysAsync(file, error, stop) is not { } keys)
                {
                    return ExitCode.Usage;
                }

                var signature = Path.Combine(root, FileManifest.SignatureName);
                var problem = File.Exists(signature)
                    ? DetachedSignature.Problem(await File.ReadAllTextAsync(signature, stop), bytes, keys)
                    : $"There is no signature '{signature}'.";
                if (problem is not null)
                {
                    await output.WriteLineAsync(problem);
                    differs = true;
                }

                trust = "the signature is good";
            }

            if (!differs)
            {
                await output.WriteLineAsync($"{manifest.Files.Count} files are as the manifest says; {trust}.");
            }

            return differs ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static bool Differs(FileManifest manifest, string root, TextWriter output)
    {
        var changes = manifest.Compare(FileManifest.Of(root));
        foreach (var change in changes)
        {
            output.WriteLine(change);
        }

        return changes.Count > 0;
    }

    private static async Task<(string Root, byte[] Bytes, FileManifest Manifest)?> ReadManifestAsync(string? given, TextWriter error, CancellationToken stop)
    {
        if (Workspace.Find(given) is not { } workspace)
        {
            await error.WriteLineAsync(given is null ? "There is no fhir-resources folder here or above. Name one with --resources DIR." : $"There is no folder '{given}'.");
            return null;
        }

        var path = Path.Combine(workspace.Root, FileManifest.FileName);
        if (!File.Exists(path))
        {
            await error.WriteLineAsync($"There is no '{path}'. Run 'fhirmsc generate' first.");
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(path, stop);
        if (FileManifest.Read(bytes) is not { } manifest)
        {
            await error.WriteLineAsync($"'{path}' is no manifest. Run 'fhirmsc generate' to make a new one.");
            return null;
        }

        return (workspace.Root, bytes, manifest);
    }

    private static async Task<IReadOnlyList<SigningKey>?> ReadKeysAsync(string file, TextWriter error, CancellationToken stop)
    {
        if (!File.Exists(file))
        {
            await error.WriteLineAsync($"There is no file '{file}'.");
            return null;
        }

        var keys = SigningKey.ReadAll(await File.ReadAllTextAsync(file, stop), out var problem);
        if (problem is null)
        {
            return keys;
        }

        await error.WriteLineAsync($"'{file}' can't be used as a key. {problem}");
        return null;
    }
}
