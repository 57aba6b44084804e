import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../../api/client';
import { useErrorText } from '../../shared/messages';

/** Why a concept was not saved; with a way to the concept that has the term already. */
export function ConceptFailure({ glossary, error }: { glossary: string; error: Error | null }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const owner = error instanceof ApiError ? error.fields.concept?.[0] : undefined;
  return (
    error && (
      <p className="failure" role="alert">
        {errorText(error)} {owner && <Link to={`/g/${glossary}/concepts/${owner}`}>{t('terms.openOther')}</Link>}
      </p>
    )
  );
}
