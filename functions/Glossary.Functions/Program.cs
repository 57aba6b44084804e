using Glossary.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddGlossaryFunctions(builder.Configuration).AddGlossaryTelemetry(builder.Configuration);
var app = builder.Build();
await app.PrepareStorageAsync();
await app.RunAsync();
