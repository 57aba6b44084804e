import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { useMessages } from '../../shared/messages';
import { ConceptFailure } from './ConceptFailure';

/** Says something about a concept, for good. */
export function AddComment({ glossary, concept }: { glossary: string; concept: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say } = useMessages();
  const hint = useId();
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/glossaries/{glossary}/concepts/{concept}/comments', { params: { path: { glossary, concept } }, body: { text } })),
    onSuccess: () => {
      setText('');
      say(t('concept.commented'));
      void queries.invalidateQueries({ queryKey: ['concept', glossary, concept, 'comments'] });
    },
  });
  return (
    <form
      className="add-comment"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() && !add.isPending) {
          add.mutate();
        }
      }}
    >
      <textarea
        className="field"
        aria-label={t('concept.comment')}
        aria-describedby={hint}
        placeholder={t('concept.comment')}
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="section-head">
        <span id={hint} className="quiet">
          {t('concept.commentHint')}
        </span>
        <button type="submit" className="decide">
          {t('concept.say')}
        </button>
      </div>
      <ConceptFailure glossary={glossary} error={add.error} />
    </form>
  );
}
