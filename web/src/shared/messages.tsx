import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';

interface Message {
  id: number;
  kind: 'success' | 'error';
  text: string;
}

interface Messages {
  say: (text: string) => void;
  fail: (error: unknown) => void;
}

const Context = createContext<Messages>({ say: () => undefined, fail: () => undefined });
const shownFor = 7_000;

export const useMessages = () => useContext(Context);

/** The sentence for a failed call. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) {
        return t('errors.unknown');
      }
      return error.code === 'offline' ? t('errors.offlineShort') : error.code === 'sign-in-needed' ? t('errors.signedOut') : error.message || t('errors.unknown');
    },
    [t],
  );
}

/** Results of what a person did, said aloud by screen readers; a failure stays until it is dismissed. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [messages, setMessages] = useState<Message[]>([]);
  const next = useRef(1);
  const errorText = useErrorText();

  const dismiss = useCallback((id: number) => setMessages((all) => all.filter((message) => message.id !== id)), []);
  const add = useCallback(
    (kind: Message['kind'], text: string) => {
      const id = next.current++;
      setMessages((all) => [...all.slice(-3), { id, kind, text }]);
      if (kind === 'success') {
        window.setTimeout(() => dismiss(id), shownFor);
      }
    },
    [dismiss],
  );
  const value = useMemo(
    () => ({ say: (text: string) => add('success', text), fail: (error: unknown) => add('error', errorText(error)) }),
    [add, errorText],
  );

  return (
    <Context value={value}>
      {children}
      <div className="messages" aria-live="polite" role="status">
        {messages.map((message) => (
          <div key={message.id} className={`message message-${message.kind}`}>
            <span aria-hidden="true" className="message-mark" />
            <span>{message.text}</span>
            <button type="button" className="plain" aria-label={t('app.dismiss')} onClick={() => dismiss(message.id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </Context>
  );
}
