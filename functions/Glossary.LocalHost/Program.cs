using Glossary.LocalHost.Commands;

return await RootCommands.RunAsync(args);
