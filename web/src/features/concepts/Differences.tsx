import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { differences, type Difference } from './differences';

/** What a change did to a concept: each field with what it said before and what it says since. */
export function Differences({ edit }: { edit: Schemas['ConceptEdit'] }) {
  const { before, after } = edit;
  const found = before && after ? differences(before, after) : [];
  return (
    found.length > 0 && (
      <ul className="differences">
        {found.map((difference, index) => (
          <li key={index}>
            <Field difference={difference} /> {difference.before !== undefined && <Value difference={difference} value={difference.before} isGone />}
            {difference.before !== undefined && difference.after !== undefined && <span aria-hidden="true"> → </span>}
            {difference.after !== undefined && <Value difference={difference} value={difference.after} />}
          </li>
        ))}
      </ul>
    )
  );
}

function Field({ difference: { field, of, language } }: { difference: Difference }) {
  const { t } = useTranslation();
  return (
    <span className="quiet">
      {field === 'customField' ? of : field === 'review' ? t(`concept.relationKind.${of}`) : t(`concept.differs.${field}`)}
      {of && field !== 'customField' && field !== 'review' && (
        <>
          {' '}
          <span lang={language}>“{of}”</span>
        </>
      )}
      :
    </span>
  );
}

const texts: Partial<Record<Difference['field'], string>> = {
  state: 'terms.states',
  reason: 'terms.reason',
  termState: 'terms.states',
  termStatus: 'terms.status',
  termType: 'concept.type',
  review: 'concept.review',
  relation: 'concept.relationKind',
};

function Value({ difference: { field, language }, value, isGone = false }: { difference: Difference; value: string; isGone?: boolean }) {
  const { t } = useTranslation();
  const Mark = isGone ? 'del' : 'ins';
  return (
    <Mark lang={field === 'term' || field === 'order' ? language : undefined} dir="auto">
      {texts[field] ? t(`${texts[field]}.${value}`) : field === 'forbidden' ? t('concept.forbidden') : value}
    </Mark>
  );
}
