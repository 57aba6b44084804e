import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, type Schemas } from '../../api/client';
import { addUploads, cancelUpload, currentUploads, resetUploads, retryUpload, type Transport } from './uploadQueue';

const ticket = (file: File): Schemas['UploadTicket'] => ({
  url: 'https://storage.invalid/' + file.name,
  method: 'PUT',
  headers: {},
  blobName: file.name,
  documentId: `id-${file.name}`,
  expiresAt: '2026-01-01T00:00:00Z',
});

const file = (name: string) => new File(['content'], name);
const states = () => currentUploads().map((upload) => upload.state);

interface Put {
  name: string;
  finish: () => void;
  fail: (error: ApiError) => void;
  progress: (percent: number) => void;
  signal: AbortSignal;
}

describe('the upload queue', () => {
  let puts: Put[];
  let transport: Transport;

  beforeEach(() => {
    puts = [];
    transport = {
      ticket: (_, sent) => Promise.resolve(ticket(sent)),
      put: (_, sent, progress, signal) =>
        new Promise((resolve, reject) => {
          puts.push({ name: sent.name, finish: resolve, fail: reject, progress, signal });
          signal.addEventListener('abort', () => reject(new ApiError('cancelled', 0, '')));
        }),
    };
    resetUploads(transport);
  });

  it('sends two files at once and the next when one is through', async () => {
    addUploads('g', [file('a'), file('b'), file('c')]);
    await vi.waitFor(() => expect(puts).toHaveLength(2));
    expect(states()).toEqual(['uploading', 'uploading', 'waiting']);
    puts[0]?.finish();
    await vi.waitFor(() => expect(puts).toHaveLength(3));
    expect(states()).toEqual(['done', 'uploading', 'uploading']);
    expect(currentUploads()[0]).toMatchObject({ percent: 100, documentId: 'id-a' });
  });

  it('shows the progress of each file', async () => {
    addUploads('g', [file('a')]);
    await vi.waitFor(() => expect(puts).toHaveLength(1));
    puts[0]?.progress(42);
    expect(currentUploads()[0]?.percent).toBe(42);
  });

  it('keeps a failed file with its reason, and sends it again when asked', async () => {
    addUploads('g', [file('a')]);
    await vi.waitFor(() => expect(puts).toHaveLength(1));
    puts[0]?.fail(new ApiError('storage-refused', 403, ''));
    await vi.waitFor(() => expect(states()).toEqual(['failed']));
    expect(currentUploads()[0]?.error?.status).toBe(403);
    retryUpload(currentUploads()[0]?.id ?? 0);
    await vi.waitFor(() => expect(puts).toHaveLength(2));
    puts[1]?.finish();
    await vi.waitFor(() => expect(states()).toEqual(['done']));
  });

  it('stops a cancelled file and goes on with the next', async () => {
    addUploads('g', [file('a'), file('b'), file('c')]);
    await vi.waitFor(() => expect(puts).toHaveLength(2));
    cancelUpload(currentUploads()[0]?.id ?? 0);
    expect(puts[0]?.signal.aborted).toBe(true);
    await vi.waitFor(() => expect(puts.map((put) => put.name)).toEqual(['a', 'b', 'c']));
    expect(states()).toEqual(['cancelled', 'uploading', 'uploading']);
  });

  it('says what the API says when it refuses a file', async () => {
    resetUploads({ ...transport, ticket: () => Promise.reject(new ApiError('unsupported-type', 415, 'Files of this type are not read.')) });
    addUploads('g', [file('a.txt')]);
    await vi.waitFor(() => expect(states()).toEqual(['failed']));
    expect(currentUploads()[0]?.error?.message).toBe('Files of this type are not read.');
  });
});
