import '@cloudscape-design/global-styles/index.css';
import './app/app.css';
import './i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client';
import { Application } from './app/Application';
import { MessagesProvider } from './shared/messages';
import { startPreferences } from './shared/preferences';

startPreferences();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the API refuses stays refused; what the network lost may come back.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
      staleTime: 1_000,
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <MessagesProvider>
        <Application />
      </MessagesProvider>
    </QueryClientProvider>
  </StrictMode>,
);
