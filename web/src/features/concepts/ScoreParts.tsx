import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';

/** The score with the reasons for it: the parts add up to the log-odds, whose logistic is the score. */
export function ScoreParts({ score, parts }: { score: number; parts: Schemas['ScorePart'][] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = parts.reduce((total, part) => total + part.value, 0);
  const largest = Math.max(1, ...parts.map((part) => Math.abs(part.value)));
  return (
    <details className="score-parts">
      <summary>
        {t('terms.score')} <strong>{format.number(Math.round(score * 100))}</strong> <span className="quiet">{t('terms.scoreParts')}</span>
      </summary>
      <table>
        <tbody>
          {parts.map((part) => (
            <tr key={part.name}>
              <th scope="row">{t(`terms.part.${part.name}`, { defaultValue: part.name })}</th>
              <td>
                <span className={`part-bar ${part.value < 0 ? 'against' : 'for'}`} aria-hidden="true">
                  <span style={{ width: `${(50 * Math.abs(part.value)) / largest}%` }} />
                </span>
              </td>
              <td className="grid-number">{format.signed(part.value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('terms.sum')}</th>
            <td />
            <td className="grid-number">{format.signed(sum)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="quiet">{t('terms.partsNote')}</p>
    </details>
  );
}
