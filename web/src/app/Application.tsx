import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { HomePage } from '../features/home/HomePage';
import { Skeleton } from '../shared/states';
import { CrashPage } from './CrashPage';
import { GlossaryFrame } from './GlossaryFrame';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';

const DocumentsPage = lazy(() => import('../features/documents/DocumentsPage'));
const TermsPage = lazy(() => import('../features/terms/TermsPage'));
const ConceptPage = lazy(() => import('../features/concepts/ConceptPage'));
const ExportsPage = lazy(() => import('../features/exports/ExportsPage'));
const SettingsPage = lazy(() => import('../features/settings/SettingsPage'));

const later = (page: React.ReactNode) => <Suspense fallback={<Skeleton rows={6} />}>{page}</Suspense>;

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    children: [
      { path: '/', element: <HomePage /> },
      { path: '/settings', element: later(<SettingsPage />) },
      {
        path: '/g/:glossary',
        element: <GlossaryFrame />,
        children: [
          { index: true, element: <Navigate to="terms" replace /> },
          { path: 'documents', element: later(<DocumentsPage />) },
          { path: 'terms', element: later(<TermsPage />) },
          { path: 'concepts/:concept', element: later(<ConceptPage />) },
          { path: 'exports', element: later(<ExportsPage />) },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

export function Application() {
  return <RouterProvider router={router} />;
}
