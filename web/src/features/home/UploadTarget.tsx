import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { addUploads } from '../documents/uploadQueue';
import { ActionDialog } from '../../shared/ActionDialog';
import { useErrorText } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';

const fresh = '\n';

/** Asks into which glossary dropped files go; a new one is named after the first file. */
export function UploadTarget({ files, glossaries, onClose }: { files: File[]; glossaries: Schemas['GlossarySummary'][]; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const isAdmin = useHasRole('Admin');
  const [target, setTarget] = useState(glossaries[0]?.slug ?? fresh);
  const [name, setName] = useState(files[0]?.name.replace(/\.[^.]*$/, '').slice(0, 100) ?? '');
  const begin = useMutation({
    mutationFn: async () =>
      target === fresh ? (await unwrap(api.POST('/api/v1/glossaries', { body: { name } }))).slug : target,
    onSuccess: async (slug) => {
      addUploads(slug, files);
      await queries.invalidateQueries({ queryKey: ['glossaries'] });
      await navigate(`/g/${slug}/documents`);
    },
  });
  const options = [
    ...glossaries.map((glossary) => ({ value: glossary.slug, label: glossary.name })),
    ...(isAdmin ? [{ value: fresh, label: t('create.new') }] : []),
  ];

  return (
    <ActionDialog
      title={t('create.uploadTitle', { count: files.length })}
      action={t('create.upload')}
      isPending={begin.isPending}
      isDisabled={target === fresh && name.trim() === ''}
      onAction={() => begin.mutate()}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <FormField label={t('create.existing')}>
          <Select
            options={options}
            selectedOption={options.find((option) => option.value === target) ?? null}
            onChange={({ detail }) => setTarget(detail.selectedOption.value ?? fresh)}
          />
        </FormField>
        {target === fresh && (
          <FormField label={t('create.name')} errorText={begin.error ? errorText(begin.error) : undefined}>
            <Input value={name} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
        )}
      </SpaceBetween>
    </ActionDialog>
  );
}
