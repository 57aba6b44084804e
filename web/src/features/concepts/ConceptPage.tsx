import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useConcept } from '../../api/queries';
import { PagePane, type Place } from '../places/PagePane';
import { Evidence } from './Evidence';

/** One concept by its own address, with its evidence, its history and the page beside it. */
export default function ConceptPage() {
  const { t } = useTranslation();
  const { glossary = '', concept = '' } = useParams();
  const [place, setPlace] = useState<Place>();
  const detail = useConcept(glossary, concept);
  return (
    <div className="workbench concept-page" data-tab="evidence">
      <div className="work-head">
        <h1>{detail.data?.terms[0]?.text ?? t('terms.concept')}</h1>
        <Link to={`/g/${glossary}/terms?concept=${concept}`}>{t('terms.inList')}</Link>
      </div>
      <div className="panes">
        <Evidence glossary={glossary} concept={concept} document={undefined} place={place} onPlace={setPlace} onShow={() => undefined} />
        <PagePane glossary={glossary} place={place} />
      </div>
    </div>
  );
}
