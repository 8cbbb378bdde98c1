using Hosts.Web;

// Hosts that know nothing of FhirMsc, one for each way to build a web host. They listen where ASPNETCORE_URLS says and end when their input does.
await HostKinds.RunAsync(args[0]);
