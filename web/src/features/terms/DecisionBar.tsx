import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKey } from '../../shared/keys';
import { RejectReasons } from './RejectReasons';
import type { Reason, State } from './decisions';

/** What can be done with the chosen term, each with its key. */
export function DecisionBar({
  state,
  canUndo,
  onDecide,
  onEdit,
  onUndo,
  onNew,
}: {
  state: State;
  canUndo: boolean;
  onDecide: (state: State, reason?: Reason) => void;
  onEdit: (field: 'term' | 'definition') => void;
  onUndo: () => void;
  /** Makes a term of the marked text, where there is text to mark. */
  onNew?: (approve: boolean) => void;
}) {
  const { t } = useTranslation();
  const [rejecting, setRejecting] = useState(false);
  const approve = () => onDecide('Approved');
  const reject = (reason?: Reason) => {
    setRejecting(false);
    onDecide('Rejected', reason);
  };
  useKey('a', () => !rejecting && approve());
  useKey('r', () => (rejecting ? reject() : setRejecting(true)));
  useKey('R', () => reject());
  useKey('e', () => onEdit('term'));
  useKey('d', () => onEdit('definition'));
  useKey('u', onUndo);
  useKey('n', () => onNew?.(false));
  useKey('N', () => onNew?.(true));

  return (
    <div className="decision-bar">
      <div className="row">
        <button type="button" className="decide decide-approve" aria-pressed={state === 'Approved'} aria-keyshortcuts="A" onClick={approve}>
          <span aria-hidden="true">✓</span> {t('terms.approve')} <kbd>A</kbd>
        </button>
        <button
          type="button"
          className="decide decide-reject"
          aria-pressed={state === 'Rejected'}
          aria-expanded={rejecting}
          aria-keyshortcuts="R"
          onClick={() => setRejecting(!rejecting)}
        >
          <span aria-hidden="true">✕</span> {t('terms.reject')} <kbd>R</kbd>
        </button>
        <button type="button" className="decide" aria-keyshortcuts="E" onClick={() => onEdit('term')}>
          {t('terms.edit')} <kbd>E</kbd>
        </button>
        {state !== 'Candidate' && (
          <button type="button" className="decide" onClick={() => onDecide('Candidate')}>
            {t('terms.reopen')}
          </button>
        )}
        <button type="button" className="decide" aria-keyshortcuts="U" disabled={!canUndo} onClick={onUndo}>
          {t('terms.undo')} <kbd>U</kbd>
        </button>
      </div>
      {rejecting && <RejectReasons onChoose={reject} onCancel={() => setRejecting(false)} />}
    </div>
  );
}
