import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** A problem that the API answered with, or the lack of any answer (code `offline`). */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Record<string, string[]>;

  constructor(code: string, status: number, message: string, fields: Record<string, string[]> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

const clientHeader: Middleware = {
  onRequest({ request }) {
    request.headers.set('x-glossary-client', 'web');
    return request;
  },
};

const client = createClient<paths>({ baseUrl: '/' });
client.use(clientHeader);

export const api = client;

interface Answer<T> {
  data?: T;
  error?: Schemas['Problem'];
  response: Response;
}

/** Gives the body of a call, or throws what went wrong as an {@link ApiError}. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiError('offline', 0, 'offline');
  }
  if (!answer.response.ok) {
    throw toError(answer.response.status, answer.error);
  }
  return answer.data as T;
}

/** Follows a `nextLink` of a list. */
export async function follow<T>(link: string, signal: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(link, { signal });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiError('offline', 0, 'offline');
  }
  const body: unknown = await response.json();
  if (!response.ok) {
    throw toError(response.status, body as Schemas['Problem']);
  }
  return body as T;
}

function toError(status: number, problem: Schemas['Problem'] | undefined): ApiError {
  return new ApiError(problem?.code ?? 'internal-error', status, problem?.detail ?? '', problem?.errors ?? {});
}
