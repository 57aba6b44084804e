import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { ActionDialog } from '../../shared/ActionDialog';
import { useMessages } from '../../shared/messages';
import { useDialogFocus } from '../../shared/useDialogFocus';
import { ConceptFailure } from './ConceptFailure';
import { withChanged } from './termPatches';
import { TheirChange } from './TheirChange';
import { useConceptPatch } from './useConceptPatch';
import { useDraft } from './useDraft';

type Draft = Required<Pick<Schemas['Term'], 'text' | 'type' | 'partOfSpeech' | 'state' | 'forbidden'>> & { status: Schemas['Term']['status'] | '' };

const partsOfSpeech = ['noun', 'adjective', 'verb', 'adverb', 'other'];

const draftOf = ({ text, type, partOfSpeech, state, status, forbidden }: Schemas['Term']): Draft => ({ text, type, partOfSpeech, state, status: status ?? '', forbidden });

/** Changes one term of a concept; what somebody else changed of it meanwhile is shown beside the field. */
export function EditTerm({ glossary, concept, term, onClose }: { glossary: string; concept: Schemas['Concept']; term: Schemas['Term']; onClose: () => void }) {
  const { t } = useTranslation();
  const { say } = useMessages();
  const form = useId();
  const textField = useRef<HTMLInputElement>(null);
  useDialogFocus(textField);
  const { draft, touched, write, drop, isContested } = useDraft(draftOf(term));
  const patch = useConceptPatch(glossary, concept);
  const said = (field: keyof Draft) =>
    ({
      text: term.text,
      type: t(`concept.type.${term.type}`),
      partOfSpeech: t(`concept.partOfSpeech.${term.partOfSpeech}`, { defaultValue: term.partOfSpeech }),
      state: t(`terms.states.${term.state}`),
      status: term.status ? t(`terms.status.${term.status}`) : '',
      forbidden: t(term.forbidden ? 'concept.forbidden' : 'concept.notForbidden'),
    })[field];
  const theirs = (field: keyof Draft) => isContested(field) && <TheirChange text={said(field)} onTake={() => drop(field)} />;
  const save = () => {
    const { status, ...rest } = touched;
    patch.mutate(
      { terms: withChanged(concept.terms, term, { ...rest, ...(status && draft.state === 'Approved' && { status }) }) },
      {
        onSuccess: () => {
          say(t('terms.saved'));
          onClose();
        },
      },
    );
  };

  return (
    <ActionDialog title={t('terms.editTitle', { term: term.text })} action={t('terms.save')} isPending={patch.isPending} isDisabled={!draft.text.trim()} form={form} onClose={onClose}>
      <form
        id={form}
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ConceptFailure glossary={glossary} error={patch.error} />
        <label>
          {t('terms.term')}
          <input ref={textField} className="field" lang={term.language} value={draft.text} maxLength={500} onChange={(event) => write({ text: event.target.value })} />
        </label>
        {theirs('text')}
        <label>
          {t('concept.typeLabel')}
          <select className="field" value={draft.type} onChange={(event) => write({ type: event.target.value as Draft['type'] })}>
            {(['FullForm', 'Abbreviation', 'Symbol'] as const).map((type) => (
              <option key={type} value={type}>
                {t(`concept.type.${type}`)}
              </option>
            ))}
          </select>
        </label>
        {theirs('type')}
        <label>
          {t('concept.partOfSpeechLabel')}
          <select className="field" value={draft.partOfSpeech} onChange={(event) => write({ partOfSpeech: event.target.value })}>
            {partsOfSpeech.map((part) => (
              <option key={part} value={part}>
                {t(`concept.partOfSpeech.${part}`)}
              </option>
            ))}
          </select>
        </label>
        {theirs('partOfSpeech')}
        <label>
          {t('documents.state')}
          <select className="field" value={draft.state} onChange={(event) => write({ state: event.target.value as Draft['state'] })}>
            {(['Candidate', 'Approved', 'Rejected'] as const).map((state) => (
              <option key={state} value={state}>
                {t(`terms.states.${state}`)}
              </option>
            ))}
          </select>
        </label>
        {theirs('state')}
        {draft.state === 'Approved' && (
          <label>
            {t('concept.statusLabel')}
            <select className="field" value={draft.status || 'Admitted'} onChange={(event) => write({ status: event.target.value as Draft['status'] })}>
              {(['Preferred', 'Admitted', 'Deprecated', 'Superseded'] as const).map((status) => (
                <option key={status} value={status}>
                  {t(`terms.status.${status}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {theirs('status')}
        <label className="check">
          <input type="checkbox" checked={draft.forbidden} onChange={(event) => write({ forbidden: event.target.checked })} />
          {t('concept.mustNotBeUsed')}
        </label>
        {theirs('forbidden')}
      </form>
    </ActionDialog>
  );
}
