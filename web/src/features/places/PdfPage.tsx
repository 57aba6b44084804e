import { getDocument, GlobalWorkerOptions, RenderingCancelledException, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from './PagePane';
import { showInPane } from './showInPane';

GlobalWorkerOptions.workerSrc = workerUrl;

const whole = 10_000;
const opened = new Map<string, Promise<PDFDocumentProxy>>();

// One document is kept open: places of one term are mostly in one file.
function open(url: string): Promise<PDFDocumentProxy> {
  const known = opened.get(url);
  if (known) {
    return known;
  }
  opened.forEach((before) => void before.then((document) => document.loadingTask.destroy()).catch(() => undefined));
  opened.clear();
  // Without evaluation and WebAssembly, which the page's policy forbids; only the ranges of the shown page are fetched.
  const loading = getDocument({
    url,
    isEvalSupported: false,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
  }).promise;
  opened.set(url, loading);
  return loading;
}

/** A page of a PDF as it looks, with the place lit by its boxes. */
export default function PdfPage({ url, place, onFail }: { url: string; place: Place; onFail: () => void }) {
  const { t } = useTranslation();
  const pane = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const light = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState(0);
  const [drawn, setDrawn] = useState('');
  const shown = `${url}#${place.page}`;

  useEffect(() => {
    const element = frame.current;
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (width === 0) {
      return undefined;
    }
    let stopped = false;
    let stop: (() => void) | undefined;
    const draw = async () => {
      const document = await open(url);
      const page = await document.getPage(place.page);
      const target = canvas.current;
      if (stopped || !target) {
        return;
      }
      const ratio = window.devicePixelRatio || 1;
      const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * ratio });
      // Drawn beside and then put in place, so that the page does not flicker.
      const buffer = window.document.createElement('canvas');
      buffer.width = viewport.width;
      buffer.height = viewport.height;
      const task = page.render({ canvas: buffer, viewport });
      stop = () => task.cancel();
      await task.promise;
      if (!stopped) {
        target.width = buffer.width;
        target.height = buffer.height;
        target.getContext('2d')?.drawImage(buffer, 0, 0);
        setDrawn(shown);
      }
    };
    draw().catch((error: unknown) => {
      if (!stopped && !(error instanceof RenderingCancelledException)) {
        onFail();
      }
    });
    return () => {
      stopped = true;
      stop?.();
    };
  }, [url, place.page, width, shown, onFail]);

  useEffect(() => {
    if (drawn === shown && pane.current && light.current) {
      showInPane(pane.current, light.current);
    }
  }, [drawn, shown, place.start]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div ref={pane} className="pdf-page" tabIndex={0} role="document" aria-label={t('terms.pageTitle', { page: place.page, file: place.fileName })}>
      <div ref={frame} className="pdf-frame" aria-busy={drawn !== shown}>
        <canvas ref={canvas} role="img" aria-label={t('terms.pageTitle', { page: place.page, file: place.fileName })} />
        {drawn === shown &&
          place.boxes.map((box, index) => (
            <span
              key={`${box.left}-${box.top}`}
              ref={index === 0 ? light : undefined}
              className="light"
              data-testid="light"
              style={{
                left: `${(100 * box.left) / whole}%`,
                top: `${(100 * box.top) / whole}%`,
                width: `${(100 * box.width) / whole}%`,
                height: `${(100 * box.height) / whole}%`,
              }}
            />
          ))}
      </div>
    </div>
  );
}
