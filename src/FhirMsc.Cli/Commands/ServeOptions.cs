using System.CommandLine;
using System.Net;
using FhirMsc.Server.Settings;

namespace FhirMsc.Cli.Commands;

/// <summary>The options of <c>serve</c>.</summary>
internal sealed class ServeOptions
{
    public ServeOptions()
    {
        Port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 0 or > IPEndPoint.MaxPort)
            {
                result.AddError($"A port is a number from 0 to {IPEndPoint.MaxPort}, not {number}.");
            }
        });
        Address.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IPAddress.TryParse(result.Tokens[0].Value, out _))
            {
                result.AddError($"'{result.Tokens[0].Value}' is no IP address. 0.0.0.0 listens on all of this machine's.");
            }
        });
    }

    /// <summary>Port to listen at.</summary>
    public Option<int> Port { get; } = new("--port", "-p") { Description = "Port to listen at; 0 takes any that is free. Default: that of the settings, or 5080.", HelpName = "N" };

    /// <summary>Address to listen at.</summary>
    public Option<string> Address { get; } = new("--address") { Description = "IP address to listen at. Any but this machine's own needs --fhir-host, trusted clients in the settings (or --open), and a reverse proxy with TLS in front. Default: that of the settings, or 127.0.0.1.", HelpName = "IP" };

    /// <summary>FHIR servers that may be asked.</summary>
    public Option<string[]> FhirHosts { get; } = new("--fhir-host") { Description = "Origins of the FHIR servers that may be asked for what a call does not bring along, e.g. https://ehr.example.org.", HelpName = "ORIGIN", AllowMultipleArgumentsPerToken = true };

    /// <summary>Whether calls may ask for reasons.</summary>
    public Option<bool> Explain { get; } = new("--explain") { Description = "Answer calls with ?explain (or ?explain=text) with the reasons: expressions, references to resources, places in the guideline." };

    /// <summary>The site's codes and settings.</summary>
    public Option<string?> Site { get; } = new("--site") { Description = "JSON file with what the site's own codes mean, and its settings.", HelpName = "FILE" };

    /// <summary>Whether drafts are served.</summary>
    public Option<bool> Drafts { get; } = new("--drafts") { Description = "Serve plans that are not active, too." };

    /// <summary>Whether everybody is answered.</summary>
    public Option<bool> Open { get; } = new("--open") { Description = "Answer everybody who reaches the server, without a token. Without it, and without trusted clients in the settings, only this machine is answered." };

    /// <summary>Whether changes of files are taken up.</summary>
    public Option<bool> Watch { get; } = new("--watch") { Description = "Take up changes of content and site file: a good new version replaces the old one, a bad one is refused." };

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Port, Address, FhirHosts, Explain, Site, Drafts, Open, Watch])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings that files and environment give, with what the command line says over them.</summary>
    public ServerSettings Read(ParseResult parsed, ServerSettings files)
    {
        var (standalone, endpoints) = (files.Standalone, files.Standalone.Endpoints);
        return files with
        {
            Site = parsed.GetValue(Site) ?? files.Site,
            Watch = files.Watch || parsed.GetValue(Watch),
            Standalone = standalone with
            {
                Port = IsGiven(parsed, Port) ? parsed.GetValue(Port) : standalone.Port,
                Address = IsGiven(parsed, Address) ? IPAddress.Parse(parsed.GetValue(Address)!) : standalone.Address,
                Endpoints = endpoints with
                {
                    FhirHosts = [.. endpoints.FhirHosts.Concat(parsed.GetValue(FhirHosts) ?? []).Distinct(StringComparer.OrdinalIgnoreCase)],
                    Explain = endpoints.Explain || parsed.GetValue(Explain),
                    Trust = endpoints.Trust with { Open = endpoints.Trust.Open || parsed.GetValue(Open) },
                },
            },
        };
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
