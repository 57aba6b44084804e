import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { TheirChange } from './TheirChange';
import type { useDraft } from './useDraft';

type Field = Schemas['CustomField'];

/** The fields that the glossary has of its own, each in the way of its type. */
export function CustomFields({ declared, fields }: { declared: Field[]; fields: ReturnType<typeof useDraft<Record<string, string>>> }) {
  const { i18n } = useTranslation();
  return declared.map((field) => (
    <div key={field.name} className="edit-group">
      <label>
        {(i18n.language === 'de' ? field.labelDe : undefined) ?? field.label}
        <Value field={field} value={fields.draft[field.name] ?? ''} onChange={(value) => fields.write({ [field.name]: value })} />
      </label>
      {fields.isContested(field.name) && <TheirChange text={fields.stored[field.name] ?? ''} onTake={() => fields.drop(field.name)} />}
    </div>
  ));
}

function Value({ field, value, onChange }: { field: Field; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const choices =
    field.type === 'Boolean'
      ? [
          ['true', t('concept.yes')],
          ['false', t('concept.no')],
        ]
      : field.type === 'Choice'
        ? (field.choices ?? []).map((choice) => [choice, choice])
        : undefined;
  return choices ? (
    <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('concept.none')}</option>
      {choices.map(([name, label]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  ) : (
    <input
      className="field"
      type={field.type === 'Date' ? 'date' : 'text'}
      inputMode={field.type === 'Number' ? 'decimal' : undefined}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
