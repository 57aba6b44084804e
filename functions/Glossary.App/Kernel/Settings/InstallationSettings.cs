using System.Globalization;
using System.Reflection;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.SignIn;
using Glossary.Formats.Documents;
using Glossary.Reader;
using Microsoft.Extensions.Configuration;

namespace Glossary.App.Kernel.Settings;

/// <summary>What the section <c>Glossary</c> of the configuration says: read and checked once, at the start, by every host.</summary>
/// <param name="Glossary">Settings of the installation.</param>
/// <param name="Api">Limits of the API.</param>
/// <param name="Reader">Limits of the child that reads.</param>
/// <param name="SignIn">Who is believed, and who is an admin.</param>
/// <param name="TermStore">Where terms are stored.</param>
/// <param name="JsonLogs">Whether the console's log is JSON, a line each.</param>
public sealed record InstallationSettings(
    GlossarySettings Glossary, ApiLimits Api, ReaderProcessLimits Reader, SignInSettings SignIn, TermStoreSettings TermStore, bool JsonLogs)
{
    private static readonly TimeSpan LongestLink = TimeSpan.FromHours(1);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">Some can't be used.</exception>
    public static InstallationSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Glossary");
        var mistakes = new List<string>();
        Check(typeof(GlossarySettings), section, mistakes);
        Check(typeof(ApiLimits), section.GetSection("Api"), mistakes);
        Check(typeof(ReaderProcessLimits), section.GetSection("Reader"), mistakes);
        var source = Choice(section, "SignIn", SignInSource.None, mistakes);
        var logs = Choice(section, "Logs", LogFormat.Text, mistakes);
        var service = Choice(section, "TermStore", TermStoreService.Tables, mistakes);
        var termStore = TermStoreSettings.Read(service, section, mistakes);
        CheckExtensions(section.GetSection(nameof(GlossarySettings.AllowedExtensions)), mistakes);
        if (mistakes.Count > 0)
        {
            throw new SettingsException(mistakes);
        }

        var admins = (section["Admins"] ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new InstallationSettings(
            section.Get<GlossarySettings>() ?? new GlossarySettings(),
            section.GetSection("Api").Get<ApiLimits>() ?? new ApiLimits(),
            section.GetSection("Reader").Get<ReaderProcessLimits>() ?? new ReaderProcessLimits(),
            new SignInSettings(source, admins.ToHashSet(StringComparer.OrdinalIgnoreCase)),
            termStore,
            logs == LogFormat.Json);
    }

    /// <summary>A setting's name as an environment variable has it.</summary>
    public static string NameOf(IConfigurationSection section) => section.Path.Replace(":", "__", StringComparison.Ordinal);

    private static void Check(Type type, IConfigurationSection section, List<string> mistakes)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var setting = section.GetSection(property.Name);
            if (property.PropertyType == typeof(ReadLimits) || property.PropertyType == typeof(SearchSettings))
            {
                Check(property.PropertyType, setting, mistakes);
            }
            else if (setting.Value is not null && Mistake(setting, property.PropertyType) is { } mistake)
            {
                mistakes.Add(mistake);
            }
        }
    }

    private static string? Mistake(IConfigurationSection setting, Type type)
    {
        object? value;
        try
        {
            value = setting.Get(type);
        }
        catch (InvalidOperationException)
        {
            return $"{NameOf(setting)} is “{setting.Value}”, and must be {Wanted(type)}.";
        }

        return value switch
        {
            int and <= 0 or long and <= 0 => $"{NameOf(setting)} is {setting.Value}, and must be greater than 0.",
            TimeSpan span when span <= TimeSpan.Zero => $"{NameOf(setting)} is {setting.Value}, and must be a time greater than 0.",
            TimeSpan span when setting.Key.EndsWith("LinkLifetime", StringComparison.Ordinal) && span > LongestLink =>
                $"{NameOf(setting)} is {setting.Value}, and may be 01:00:00 at most.",
            _ => null,
        };
    }

    private static string Wanted(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time such as 00:10:00"
        : "a whole number";

    private static T Choice<T>(IConfigurationSection section, string name, T fallback, List<string> mistakes)
        where T : struct, Enum
    {
        var setting = section.GetSection(name);
        if (string.IsNullOrEmpty(setting.Value))
        {
            return fallback;
        }

        if (Enum.GetNames<T>().FirstOrDefault(each => each.Equals(setting.Value, StringComparison.OrdinalIgnoreCase)) is { } choice)
        {
            return Enum.Parse<T>(choice);
        }

        mistakes.Add(string.Create(
            CultureInfo.InvariantCulture, $"{NameOf(setting)} is “{setting.Value}”, and must be one of: {string.Join(", ", Enum.GetNames<T>())}."));
        return fallback;
    }

    private static void CheckExtensions(IConfigurationSection section, List<string> mistakes) =>
        mistakes.AddRange(section.GetChildren()
            .Where(setting => !DocumentReader.Extensions.Contains(setting.Value, StringComparer.OrdinalIgnoreCase))
            .Select(setting => $"{NameOf(setting)} is “{setting.Value}”, and must be one of: {string.Join(", ", DocumentReader.Extensions)}."));

    private enum LogFormat
    {
        Text,
        Json,
    }
}
