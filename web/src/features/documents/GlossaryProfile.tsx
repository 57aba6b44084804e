import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { useGlossary } from '../../api/queries';
import { extractionProfiles } from '../../shared/extractionProfiles';
import { useMessages } from '../../shared/messages';

/** Sets how much extraction proposes; documents read before keep their terms until they are read again. */
export function GlossaryProfile({ glossary }: { glossary: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say, fail } = useMessages();
  const detail = useGlossary(glossary);
  const change = useMutation({
    mutationFn: (profile: string) =>
      unwrap(api.PATCH('/api/v1/glossaries/{glossary}', { params: { path: { glossary } }, body: { profile } })),
    onSuccess: () => say(t('profile.set')),
    onError: fail,
    onSettled: () => queries.invalidateQueries({ queryKey: ['glossary', glossary] }),
  });
  return (
    <label className="quiet">
      {t('profile.title')}{' '}
      <select
        className="field"
        value={change.isPending ? change.variables : (detail.data?.profile ?? 'balanced')}
        disabled={!detail.data || change.isPending}
        onChange={(event) => change.mutate(event.target.value)}
      >
        {extractionProfiles.map((profile) => (
          <option key={profile} value={profile} title={t(`profile.${profile}Text`)}>
            {t(`profile.${profile}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
