import type { Schemas } from '../../api/client';
import type { Place } from '../places/PagePane';

/** What a person has marked on the page that is shown. */
export interface Selected {
  text: string;
  place?: Schemas['TextPlace'];
}

/** The marked text; with its place where it is marked in the page's text, whose paragraphs carry their offsets. */
export function readSelection(shown: Place | undefined): Selected {
  const selection = window.getSelection();
  const text = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
  if (!selection || !text || selection.rangeCount === 0) {
    return { text: '' };
  }
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return shown && start !== undefined && end !== undefined && end > start
    ? { text, place: { documentId: shown.documentId, page: shown.page, start, length: end - start } }
    : { text };
}

function offsetOf(node: Node, offset: number): number | undefined {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  if (!paragraph) {
    return undefined;
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + before.toString().length;
}
