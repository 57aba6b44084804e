import { useEffect, useRef } from 'react';
import { usePageText } from '../../api/queries';
import { ErrorState, Skeleton } from '../../shared/states';
import type { Place } from './PagePane';
import { showInPane } from './showInPane';

/** A page as its text, segment by segment, with the place marked. */
export function TextPage({ glossary, place }: { glossary: string; place: Place }) {
  const page = usePageText(glossary, place.documentId, place.page);
  const pane = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pane.current && mark.current) {
      showInPane(pane.current, mark.current);
    }
  }, [page.data, place]);
  if (page.isPending) {
    return <Skeleton rows={10} />;
  }
  if (page.error) {
    return <ErrorState error={page.error} retry={() => void page.refetch()} />;
  }
  const { text, segments } = page.data;
  const end = place.start + place.length;
  return (
    // A region that scrolls must be reachable for the keyboard to scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={pane} className="text-page" tabIndex={0} role="document">
      {segments.map((segment) => {
        const from = segment.start;
        const to = segment.start + segment.length;
        const holds = place.start >= from && end <= to;
        return (
          <p key={from} data-start={from} className={`segment segment-${segment.kind.toLowerCase()}`}>
            {holds ? (
              <>
                {text.slice(from, place.start)}
                <mark ref={mark}>{text.slice(place.start, end)}</mark>
                {text.slice(end, to)}
              </>
            ) : (
              text.slice(from, to)
            )}
          </p>
        );
      })}
    </div>
  );
}
