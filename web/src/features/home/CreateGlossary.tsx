import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../../api/client';
import { ActionDialog } from '../../shared/ActionDialog';
import { useErrorText } from '../../shared/messages';
import { useDialogFocus } from '../../shared/useDialogFocus';
import { extractionProfiles } from '../../shared/extractionProfiles';

export function CreateGlossary({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const nameField = useRef<InputProps.Ref>(null);
  useDialogFocus(nameField);
  const [name, setName] = useState('');
  const [language, setLanguage] = useState('auto');
  const [profile, setProfile] = useState<string>('balanced');
  const create = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/glossaries', { body: { name, sourceLanguage: language, profile } })),
    onSuccess: async (glossary) => {
      await queries.invalidateQueries({ queryKey: ['glossaries'] });
      await navigate(`/g/${glossary.slug}/documents`);
    },
  });
  const languages = ['auto', 'en', 'de'].map((value) => ({ value, label: t(`create.${value}`) }));
  const profiles = extractionProfiles.map((value) => ({ value, label: t(`profile.${value}`), description: t(`profile.${value}Text`) }));

  return (
    <ActionDialog
      title={t('create.title')}
      action={t('create.submit')}
      isPending={create.isPending}
      isDisabled={name.trim() === ''}
      onAction={() => create.mutate()}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') {
            create.mutate();
          }
        }}
      >
        <SpaceBetween size="m">
          <FormField label={t('create.name')} description={t('create.nameHint')} errorText={create.error ? errorText(create.error) : undefined}>
            <Input ref={nameField} value={name} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
          <FormField label={t('create.language')}>
            <Select
              options={languages}
              selectedOption={languages.find((option) => option.value === language) ?? null}
              onChange={({ detail }) => setLanguage(detail.selectedOption.value ?? 'auto')}
            />
          </FormField>
          <FormField label={t('profile.title')}>
            <Select
              options={profiles}
              selectedOption={profiles.find((option) => option.value === profile) ?? null}
              onChange={({ detail }) => setProfile(detail.selectedOption.value ?? 'balanced')}
            />
          </FormField>
        </SpaceBetween>
      </form>
    </ActionDialog>
  );
}
