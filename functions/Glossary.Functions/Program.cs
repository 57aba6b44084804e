using Glossary.App.Kernel.Settings;
using Glossary.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddGlossaryFunctions(builder.Configuration).AddGlossaryTelemetry(builder.Configuration);
    var app = builder.Build();
    await app.PrepareStorageAsync();
    await app.RunAsync();
    return 0;
}
catch (SettingsException exception)
{
    Console.Error.WriteLine($"Glossary can't start, because of its settings:{Environment.NewLine}{exception.Message}");
    return 1;
}
