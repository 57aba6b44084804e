import type { Schemas } from '../../api/client';

export type RelationKind = Schemas['Relation']['kind'];

/** The kinds of relations in the order in which they are shown: hierarchy first, then what is alike, then what has to do with each other. */
export const relationKinds: RelationKind[] = [
  'Broader',
  'Narrower',
  'PartOf',
  'HasPart',
  'Synonym',
  'Antonym',
  'AbbreviationOf',
  'AbbreviatedBy',
  'Related',
  'Uses',
  'UsedBy',
  'Measures',
  'MeasuredBy',
  'Produces',
  'ProducedBy',
  'Affects',
  'AffectedBy',
  'Requires',
  'RequiredBy',
  'Controls',
  'ControlledBy',
  'Defines',
  'DefinedBy',
];
