namespace Glossary.Extraction.Tagging;

/// <summary>Parts of speech as the patterns need them: those of Universal Dependencies, with verb forms told apart and rare ones together.</summary>
internal enum PartOfSpeech : byte
{
    Noun,
    ProperNoun,
    Adjective,
    Verb,
    Participle,
    Gerund,
    Adverb,
    Adposition,
    Determiner,
    Pronoun,
    Numeral,
    Punctuation,
    Symbol,
    Particle,
    Conjunction,
    Other,
}
