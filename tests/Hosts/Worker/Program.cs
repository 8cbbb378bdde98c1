// A program without ASP.NET Core, as there are many in an environment: it must not notice the plug-in.
Console.WriteLine("worker ran");
