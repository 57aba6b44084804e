import { useTranslation } from 'react-i18next';

/** How a person came to a concept whose address is not the one that was asked for. */
export type Arrival = { kind: 'merged' } | { kind: 'moved'; from: string };

/** What the state of an address says of it. */
export function arrivalOf(state: unknown): Arrival | undefined {
  const { kind, from } = (state ?? {}) as { kind?: unknown; from?: unknown };
  return kind === 'merged' ? { kind } : kind === 'moved' && typeof from === 'string' ? { kind, from } : undefined;
}

/** Says why another concept is shown than the one whose address was opened. */
export function Arrival({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation();
  return (
    <p className="notice" role="status">
      {arrival.kind === 'merged' ? t('concept.cameMerged') : t('concept.cameMoved', { glossary: arrival.from })}
    </p>
  );
}
