using Glossary.LocalHost.Commands;

return await RootCommands.Create().Parse(args).InvokeAsync();
