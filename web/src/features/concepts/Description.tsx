import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useGlossary } from '../../api/queries';

/** What a concept means: definitions with their sources, note, and the glossary's own fields. */
export function Description({ glossary, concept, onEdit }: { glossary: string; concept: Schemas['Concept']; onEdit: (() => void) | undefined }) {
  const { t, i18n } = useTranslation();
  const declared = useGlossary(glossary).data?.customFields ?? [];
  const labelOf = (name: string) => {
    const field = declared.find((each) => each.name === name);
    return (i18n.language === 'de' ? field?.labelDe : undefined) ?? field?.label ?? name;
  };
  const facts = [
    ...(concept.note ? [[t('terms.field.note'), concept.note] as const] : []),
    ...Object.entries(concept.customFields).map(([name, value]) => [labelOf(name), value] as const),
  ];
  return (
    <section className="card concept-section" aria-labelledby="concept-description">
      <div className="section-head">
        <h2 id="concept-description">{t('concept.description')}</h2>
        {onEdit && (
          <button type="button" className="link" aria-keyshortcuts="D" onClick={onEdit}>
            {t('concept.editDescription')}
          </button>
        )}
      </div>
      {concept.definitions.length === 0 && <p className="quiet">{t('concept.noDefinition')}</p>}
      {concept.definitions.map((definition) => (
        <p key={definition.text} className="definition">
          <span dir="auto">{definition.text}</span>{' '}
          {definition.source && <span className="quiet">({definition.source})</span>}
        </p>
      ))}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
