import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Schemas } from '../../api/client';
import type { TermFilter } from '../../api/queries';
import { useMessages } from '../../shared/messages';
import { reasons, type Reason } from './decisions';

type Target = 'Approved' | 'Rejected';

/** Decides everything that the filter shows and nobody has decided, with the count on the button. It can be taken back whole. */
export function BulkDecision({ glossary, filter, onClose }: { glossary: string; filter: TermFilter; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { fail } = useMessages();
  const [state, setState] = useState<Target>('Rejected');
  const [reason, setReason] = useState<Reason | ''>('');
  const [operation, setOperation] = useState<string>();
  const { state: shown, ...rest } = filter;
  const body: Schemas['BulkDecisionWish'] = {
    state,
    filter: { ...rest, ...(shown && { states: [shown] }) },
    ...(state === 'Rejected' && reason && { reason }),
  };
  const preview = useQuery({
    queryKey: ['bulk-preview', glossary, filter, state],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/glossaries/{glossary}/concepts:preview', { params: { path: { glossary } }, body, signal })),
  });
  const start = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/glossaries/{glossary}/concepts:bulk', { params: { path: { glossary } }, body })),
    onSuccess: (started) => setOperation(started.id),
    onError: fail,
  });
  const undo = useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/operations/{operation}:undo', { params: { path: { operation: id } } })),
    onSuccess: (started) => setOperation(started.id),
    onError: fail,
  });
  const progress = useOperation(operation);
  const isDone = progress?.state === 'Succeeded' || progress?.state === 'Failed' || progress?.state === 'Cancelled';
  useEffect(() => {
    if (isDone) {
      for (const key of ['terms', 'glossary', 'concept', 'history']) {
        void queries.invalidateQueries({ queryKey: [key, glossary] });
      }
    }
  }, [isDone, queries, glossary]);
  const count = preview.data?.count ?? 0;

  return (
    <Modal
      visible
      onDismiss={onClose}
      header={t('terms.bulkTitle')}
      closeAriaLabel={t('app.close')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {operation === undefined ? (
              <>
                <Button variant="link" onClick={onClose}>
                  {t('app.cancel')}
                </Button>
                <Button variant="primary" loading={start.isPending || preview.isPending} disabled={count === 0} onClick={() => start.mutate()}>
                  {t(state === 'Approved' ? 'terms.bulkApprove' : 'terms.bulkReject', { count })}
                </Button>
              </>
            ) : (
              <>
                {isDone && progress.kind === 'BulkDecision' && (
                  <Button loading={undo.isPending} onClick={() => undo.mutate(operation)}>
                    {t('terms.undo')}
                  </Button>
                )}
                <Button variant="primary" onClick={onClose}>
                  {t('app.close')}
                </Button>
              </>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {operation === undefined ? (
        <div className="edit-form">
          <p>{t('terms.bulkText')}</p>
          <fieldset>
            <legend>{t('terms.bulkWhat')}</legend>
            {(['Rejected', 'Approved'] as const).map((each) => (
              <label key={each} className="check">
                <input type="radio" name="bulk-state" checked={state === each} onChange={() => setState(each)} />
                {t(each === 'Approved' ? 'terms.approve' : 'terms.reject')}
              </label>
            ))}
          </fieldset>
          {state === 'Rejected' && (
            <label>
              {t('terms.why')}
              <select className="field" value={reason} onChange={(event) => setReason(event.target.value as Reason | '')}>
                <option value="">{t('terms.reason.None')}</option>
                {reasons.map((each) => (
                  <option key={each} value={each}>
                    {t(`terms.reason.${each}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      ) : (
        <p aria-live="polite">
          <progress max={100} value={progress?.percent ?? 0} aria-label={t('terms.progress')} />{' '}
          {isDone
            ? progress.kind === 'BulkUndo'
              ? t('terms.undone')
              : t('terms.bulkDone', { count: progress.counts.decided ?? 0 })
            : t('terms.bulkRunning')}
        </p>
      )}
    </Modal>
  );
}

function useOperation(id: string | undefined): Schemas['Operation'] | undefined {
  return useQuery({
    queryKey: ['operation', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/operations/{operation}', { params: { path: { operation: id ?? '' } }, signal })),
    refetchInterval: (query) => (query.state.data && query.state.data.state !== 'Queued' && query.state.data.state !== 'Running' ? false : 500),
  }).data;
}
