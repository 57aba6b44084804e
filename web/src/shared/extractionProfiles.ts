/** The extraction profiles that a glossary can have, from few terms to many. */
export const extractionProfiles = ['precise', 'balanced', 'exhaustive'] as const;
