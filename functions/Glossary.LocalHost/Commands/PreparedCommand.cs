using Glossary.LocalHost.Platform;

namespace Glossary.LocalHost.Commands;

/// <summary>How a command ends: in order, or with a sentence that says what has to be mended first.</summary>
internal static class PreparedCommand
{
    private const int Failed = 1;

    /// <summary>Runs a command.</summary>
    /// <returns>0 after an orderly end or a wish to stop, 1 where something has to be mended first.</returns>
    public static async Task<int> RunAsync(Func<CancellationToken, Task> command, CancellationToken cancellationToken)
    {
        try
        {
            await command(cancellationToken);
            return 0;
        }
        catch (StartupException exception)
        {
            Console.Error.WriteLine($"Glossary can't start ({exception.Code}): {exception.Message}");
            return Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }
}
