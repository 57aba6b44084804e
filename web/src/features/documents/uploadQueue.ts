import { useSyncExternalStore } from 'react';
import { api, ApiError, unwrap, type Schemas } from '../../api/client';

export type UploadState = 'waiting' | 'uploading' | 'done' | 'failed' | 'cancelled';

export interface Upload {
  id: number;
  glossary: string;
  file: File;
  state: UploadState;
  percent: number;
  /** The document that it becomes, once the storage's link is there. */
  documentId?: string;
  error?: ApiError;
}

/** How a file is sent; replaced in tests. */
export interface Transport {
  ticket: (glossary: string, file: File) => Promise<Schemas['UploadTicket']>;
  put: (ticket: Schemas['UploadTicket'], file: File, progress: (percent: number) => void, signal: AbortSignal) => Promise<void>;
}

const atOnce = 2;
let uploads: readonly Upload[] = [];
let next = 1;
const running = new Map<number, AbortController>();
const listeners = new Set<() => void>();
let transport: Transport = {
  ticket: (glossary, file) =>
    unwrap(
      api.POST('/api/v1/glossaries/{glossary}/uploads', {
        params: { path: { glossary } },
        body: { fileName: file.name, size: file.size },
      }),
    ),
  put: putToStorage,
};

function change(id: number, with_: Partial<Upload>): void {
  uploads = uploads.map((upload) => (upload.id === id ? { ...upload, ...with_ } : upload));
  listeners.forEach((listener) => listener());
}

export function addUploads(glossary: string, files: readonly File[]): void {
  uploads = [...uploads, ...files.map((file): Upload => ({ id: next++, glossary, file, state: 'waiting', percent: 0 }))];
  listeners.forEach((listener) => listener());
  pump();
}

export function cancelUpload(id: number): void {
  running.get(id)?.abort();
  change(id, { state: 'cancelled' });
  pump();
}

export function retryUpload(id: number): void {
  change(id, { state: 'waiting', percent: 0, error: undefined });
  pump();
}

export function removeUpload(id: number): void {
  uploads = uploads.filter((upload) => upload.id !== id);
  listeners.forEach((listener) => listener());
}

export const useUploads = (glossary: string): Upload[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads,
  ).filter((upload) => upload.glossary === glossary);

/** For tests: starts afresh with another way of sending. */
export function resetUploads(with_: Transport): void {
  uploads = [];
  running.clear();
  transport = with_;
}

export const currentUploads = (): readonly Upload[] => uploads;

function pump(): void {
  for (const upload of uploads) {
    if (running.size >= atOnce) {
      return;
    }
    if (upload.state === 'waiting') {
      void send(upload);
    }
  }
}

async function send(upload: Upload): Promise<void> {
  const abort = new AbortController();
  running.set(upload.id, abort);
  change(upload.id, { state: 'uploading' });
  try {
    const ticket = await transport.ticket(upload.glossary, upload.file);
    abort.signal.throwIfAborted();
    change(upload.id, { documentId: ticket.documentId });
    await transport.put(ticket, upload.file, (percent) => change(upload.id, { percent }), abort.signal);
    change(upload.id, { state: 'done', percent: 100 });
  } catch (error) {
    if (!abort.signal.aborted) {
      change(upload.id, { state: 'failed', error: error instanceof ApiError ? error : new ApiError('internal-error', 0, '') });
    }
  } finally {
    running.delete(upload.id);
    pump();
  }
}

// fetch() tells nothing of the progress of a body that it sends.
function putToStorage(ticket: Schemas['UploadTicket'], file: File, progress: (percent: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(ticket.method, ticket.url);
    Object.entries(ticket.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => progress(event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : 0);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new ApiError('storage-refused', request.status, ''));
    request.onerror = () => reject(new ApiError('storage-unreachable', 0, ''));
    signal.addEventListener('abort', () => request.abort());
    request.onabort = () => reject(new ApiError('cancelled', 0, ''));
    request.send(file);
  });
}
