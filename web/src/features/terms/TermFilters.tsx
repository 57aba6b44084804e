import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, type TermFilter } from '../../api/queries';
import { useKey } from '../../shared/keys';

const typingPause = 250;

export function TermFilters({
  glossary,
  filter,
  onChange,
}: {
  glossary: string;
  filter: TermFilter;
  onChange: (name: string, value: string | undefined, replace?: boolean) => void;
}) {
  const { t } = useTranslation();
  const documents = useDocuments(glossary);
  const [text, setText] = useState(filter.q ?? '');
  const search = useRef<HTMLInputElement>(null);
  useKey('/', () => search.current?.focus());

  useEffect(() => {
    if (text === (filter.q ?? '')) {
      return undefined;
    }
    const timer = window.setTimeout(() => onChange('q', text || undefined, true), typingPause);
    return () => window.clearTimeout(timer);
  }, [text, filter.q, onChange]);

  return (
    <form className="filters" role="search" aria-label={t('terms.filters')} onSubmit={(event) => event.preventDefault()}>
      <input
        ref={search}
        className="field"
        type="search"
        placeholder={t('terms.search')}
        aria-label={t('terms.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <select
        className="field"
        aria-label={t('terms.documents')}
        value={filter.document ?? ''}
        onChange={(event) => onChange('document', event.target.value || undefined)}
      >
        <option value="">{t('terms.anyDocument')}</option>
        {documents.data?.value.map((document) => (
          <option key={document.id} value={document.id}>
            {document.fileName}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={t('documents.state')}
        value={filter.state ?? ''}
        onChange={(event) => onChange('state', event.target.value || undefined)}
      >
        <option value="">{t('terms.notRejected')}</option>
        {(['Candidate', 'Approved', 'Rejected'] as const).map((state) => (
          <option key={state} value={state}>
            {t(`terms.states.${state}`)}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={t('documents.language')}
        value={filter.language ?? ''}
        onChange={(event) => onChange('language', event.target.value || undefined)}
      >
        <option value="">{t('terms.anyLanguage')}</option>
        <option value="en">{t('documents.languages.en')}</option>
        <option value="de">{t('documents.languages.de')}</option>
      </select>
      <label className="score-filter">
        {t('terms.minScore')}
        <input
          type="range"
          min={0}
          max={0.95}
          step={0.05}
          value={filter.minScore ?? 0}
          onChange={(event) => onChange('minScore', Number(event.target.value) > 0 ? event.target.value : undefined, true)}
        />
        <output>{Math.round((filter.minScore ?? 0) * 100)}</output>
      </label>
    </form>
  );
}
