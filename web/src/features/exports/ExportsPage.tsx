import Button from '@cloudscape-design/components/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { useExports, useGlossary, useSite } from '../../api/queries';
import { useFormat } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { ErrorState, Skeleton } from '../../shared/states';

type State = Schemas['ConceptRow']['state'];

const allStates: State[] = ['Candidate', 'Approved', 'Rejected'];

export default function ExportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { glossary = '' } = useParams();
  const site = useSite();
  const detail = useGlossary(glossary);
  const queries = useQueryClient();
  const { say, fail } = useMessages();
  const [kind, setKind] = useState('csv');
  const [chosen, setStates] = useState<State[]>();
  const counts = detail.data?.counts;
  // What people approved is what others want; before anything is, the candidates are.
  const states = chosen ?? (counts?.approved ? ['Approved'] : allStates);
  const figures: Record<State, number | undefined> = { Candidate: counts?.candidates, Approved: counts?.approved, Rejected: counts?.rejected };
  const start = useMutation({
    mutationFn: (body: Schemas['ExportWish']) =>
      unwrap(api.POST('/api/v1/glossaries/{glossary}/exports', { params: { path: { glossary } }, body })),
    onSuccess: async () => {
      say(t('exports.started'));
      await queries.invalidateQueries({ queryKey: ['exports', glossary] });
    },
    onError: fail,
  });

  return (
    <div className="page narrow">
      <h1>{t('exports.title')}</h1>
      <p className="lead">{t('exports.lead')}</p>
      <p className="row">
        <Button loading={start.isPending} onClick={() => start.mutate({ format: 'zip', states: allStates })}>
          {t('exports.everything')}
        </Button>
        <span className="quiet">{t('exports.everythingText')}</span>
      </p>
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ format: kind, states });
        }}
      >
        <fieldset>
          <legend>{t('exports.format')}</legend>
          {(site.data?.exportFormats ?? ['csv']).map((name) => (
            <label key={name}>
              <input type="radio" name="format" value={name} checked={kind === name} onChange={() => setKind(name)} />
              {t(`exports.${name}`, { defaultValue: name.toUpperCase() })}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('exports.states')}</legend>
          {allStates.map((state) => (
            <label key={state}>
              <input
                type="checkbox"
                checked={states.includes(state)}
                onChange={(event) => setStates(event.target.checked ? [...states, state] : states.filter((each) => each !== state))}
              />
              {t(`terms.states.${state}`)} {figures[state] !== undefined && <span className="quiet">{format.number(figures[state])}</span>}
            </label>
          ))}
          {states.length === 0 && <p className="failure">{t('exports.needState')}</p>}
        </fieldset>
        <Button variant="primary" formAction="submit" loading={start.isPending} disabled={states.length === 0}>
          {t('exports.start')}
        </Button>
      </form>
      <History glossary={glossary} />
    </div>
  );
}

function History({ glossary }: { glossary: string }) {
  const { t } = useTranslation();
  const exports = useExports(glossary);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('exports.history')}</h2>
      {exports.isPending ? (
        <Skeleton rows={2} />
      ) : exports.error ? (
        <ErrorState error={exports.error} retry={() => void exports.refetch()} />
      ) : exports.data.value.length === 0 ? (
        <p className="quiet">{t('exports.empty')}</p>
      ) : (
        <ul className="lines" aria-live="polite">
          {exports.data.value.map((operation) => (
            <ExportLine key={operation.id} operation={operation} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ExportLine({ operation }: { operation: Schemas['Operation'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fail } = useMessages();
  const download = useMutation({
    mutationFn: () => unwrap(api.GET('/api/v1/operations/{operation}/file', { params: { path: { operation: operation.id } } })),
    // The link says that the file is to be saved, so the page stays.
    onSuccess: (file) => window.location.assign(file.url),
    onError: fail,
  });
  const isRunning = operation.state === 'Queued' || operation.state === 'Running';
  return (
    <li>
      <span className="grow">
        {(operation.input.format ?? '').toUpperCase()} <span className="quiet">{format.date(operation.createdAt)}</span>{' '}
        {operation.counts.concepts !== undefined && <span className="quiet">{t('exports.concepts', { count: operation.counts.concepts })}</span>}
        {operation.error && <span className="failure"> {operation.error.message}</span>}
      </span>
      {isRunning ? (
        <span className="upload-progress">
          <progress max={100} value={operation.percent} aria-label={t('exports.running')} />
          <span className="quiet">{t(`exports.state.${operation.state}`)}</span>
        </span>
      ) : operation.result ? (
        <button
          type="button"
          className="link"
          aria-label={t('exports.download', { file: operation.result.fileName })}
          onClick={() => download.mutate()}
        >
          {operation.result.fileName} <span className="quiet">{format.size(operation.result.size)}</span>
        </button>
      ) : (
        <span className="quiet">{t(`exports.state.${operation.state}`)}</span>
      )}
    </li>
  );
}
