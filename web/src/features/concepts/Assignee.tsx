import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useMe, useMembers } from '../../api/queries';
import { useMessages } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';
import { useConceptPatch } from './useConceptPatch';

/** Who looks after a concept, and the choice of another person. */
export function Assignee({ glossary, concept }: { glossary: string; concept: Schemas['Concept'] }) {
  const { t } = useTranslation();
  const { say, fail } = useMessages();
  const isEditor = useHasRole('Editor');
  const me = useMe().data;
  const members = useMembers(glossary).data?.value ?? [];
  const patch = useConceptPatch(glossary, concept);
  const people = new Map(members.map((member) => [member.id, member.name ?? member.id]));
  if (me) {
    people.set(me.id, t('concept.yourself', { name: me.name }));
  }
  if (concept.assignee && !people.has(concept.assignee)) {
    people.set(concept.assignee, concept.assignee);
  }
  if (!isEditor) {
    return (
      <span>
        {t('concept.assignee')}: {concept.assignee ? people.get(concept.assignee) : t('concept.nobody')}
      </span>
    );
  }
  return (
    <label className="row">
      {t('concept.assignee')}
      <select
        className="field"
        value={concept.assignee ?? ''}
        onChange={(event) => patch.mutate({ assignee: event.target.value }, { onSuccess: () => say(t('terms.saved')), onError: fail })}
      >
        <option value="">{t('concept.nobody')}</option>
        {[...people].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
