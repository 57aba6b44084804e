import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Schemas } from '../../api/client';
import { ActionDialog } from '../../shared/ActionDialog';
import { useMessages } from '../../shared/messages';
import { useDialogFocus } from '../../shared/useDialogFocus';
import { ConceptFailure } from './ConceptFailure';
import { ConceptPicker, type Chosen } from './ConceptPicker';
import { refreshConcepts } from './refreshConcepts';
import { relationKinds, type RelationKind } from './relationKinds';
import { remember } from './session';

/** Relates a concept to another one. */
export function AddRelation({ glossary, concept, onClose }: { glossary: string; concept: Schemas['Concept']; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say } = useMessages();
  const form = useId();
  const kindField = useRef<HTMLSelectElement>(null);
  useDialogFocus(kindField);
  const [kind, setKind] = useState<RelationKind>('Broader');
  const [other, setOther] = useState<Chosen>();
  const [head] = concept.terms;
  const add = useMutation({
    mutationFn: (to: Chosen) =>
      unwrap(
        api.POST('/api/v1/glossaries/{glossary}/concepts/{concept}/relations', {
          params: { path: { glossary, concept: concept.id } },
          body: { kind, concept: to.conceptId },
        }),
      ),
    onSuccess: (answer, to) => {
      remember(glossary, [answer.change]);
      say(t('concept.related', { term: to.text }));
      onClose();
      void refreshConcepts(queries, glossary);
    },
  });
  return (
    <ActionDialog
      title={t('concept.addRelationTitle', { term: head?.text ?? '' })}
      action={t('terms.add')}
      isPending={add.isPending}
      isDisabled={!other}
      form={form}
      onClose={onClose}
    >
      <form
        id={form}
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (other) {
            add.mutate(other);
          }
        }}
      >
        <ConceptFailure glossary={glossary} error={add.error} />
        <label>
          {t('concept.kind')}
          <select ref={kindField} className="field" value={kind} onChange={(event) => setKind(event.target.value as RelationKind)}>
            {relationKinds.map((each) => (
              <option key={each} value={each}>
                {t(`concept.relationKind.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <ConceptPicker glossary={glossary} label={t('concept.otherConcept')} without={concept.id} chosen={other} onChoose={setOther} />
      </form>
    </ActionDialog>
  );
}
