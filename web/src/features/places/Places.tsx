import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useKey } from '../../shared/keys';
import type { Place } from './PagePane';

type Line = Schemas['OccurrenceLine'];

const isSame = (line: Line, place: Place | undefined) =>
  line.documentId === place?.documentId && line.page === place.page && line.start === place.start;

/** Every place of a concept with what stands around it; arrows and keys walk through them. */
export function Places({
  lines,
  language,
  fileNames,
  place,
  onPlace,
  onShow,
}: {
  lines: Line[];
  /** BCP 47 tag of the text. */
  language: string | undefined;
  /** File names by the ids of the documents. */
  fileNames: Map<string, string>;
  place: Place | undefined;
  onPlace: (place: Place | undefined) => void;
  /** A person wants to see the page. */
  onShow: () => void;
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const toPlace = (line: Line): Place => ({ ...line, fileName: fileNames.get(line.documentId) ?? '' });
  const at = useMemo(() => lines.findIndex((line) => isSame(line, place)), [lines, place]);
  const step = (by: number) => {
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) {
      onPlace(toPlace(next));
      list.current?.children[lines.indexOf(next)]?.scrollIntoView({ block: 'nearest' });
    }
  };
  useKey('.', () => step(1));
  useKey(',', () => step(-1));
  return (
    <>
      <div className="places-head">
        <h3>{t('terms.places')}</h3>
        <div className="row">
          <button type="button" className="plain" aria-label={t('terms.previous')} title="," onClick={() => step(-1)}>
            ‹
          </button>
          <button type="button" className="plain" aria-label={t('terms.next')} title="." onClick={() => step(1)}>
            ›
          </button>
        </div>
      </div>
      <ol className="places" ref={list}>
        {lines.map((line, index) => (
          <li key={`${line.documentId}-${line.page}-${line.start}`}>
            <button
              type="button"
              className="place"
              aria-current={index === at ? 'true' : undefined}
              onClick={() => {
                onPlace(toPlace(line));
                onShow();
              }}
            >
              <span className="kwic" lang={language} dir="auto">
                <span className="kwic-left">
                  <bdi>{line.left}</bdi>
                </span>
                <mark>{line.text}</mark>
                <span>{line.right}</span>
              </span>
              <span className="chip chip-place" title={fileNames.get(line.documentId)}>
                {line.place ?? t('terms.page', { page: line.page })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
