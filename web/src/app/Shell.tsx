import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { ApiError } from '../api/client';
import { useMe } from '../api/queries';
import { useKey } from '../shared/keys';
import { useOnline } from '../shared/useOnline';
import { KeysHelp } from './KeysHelp';
import { RoleSwitch } from './RoleSwitch';

/** The frame of every page: the bar on top, banners about the connection, and the page. */
export function Shell() {
  const { t } = useTranslation();
  const [help, setHelp] = useState(false);
  const location = useLocation();
  useKey('?', () => setHelp(true));

  // A new page is read from its heading on.
  useEffect(() => {
    document.title = [document.querySelector('h1')?.textContent, t('app.name')].filter(Boolean).join(' · ');
  }, [location.pathname, t]);

  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="bar">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="26" height="26" />
          {t('app.name')}
        </Link>
        <nav className="bar-actions" aria-label={t('app.menu')}>
          <RoleSwitch />
          <button type="button" className="plain bar-button" onClick={() => setHelp(true)} aria-label={t('app.help')} title={t('app.help')}>
            ?
          </button>
          <Link to="/settings" className="bar-button">
            {t('app.settings')}
          </Link>
        </nav>
      </header>
      <Banners />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </>
  );
}

function Banners() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const online = useOnline();
  const lost = useSyncExternalStore(
    (listener) => queries.getQueryCache().subscribe(listener),
    () => queries.getQueryCache().getAll().some((query) => query.state.fetchFailureReason instanceof ApiError && query.state.fetchFailureReason.status === 0),
  );
  if (me.error instanceof ApiError && me.error.status === 401) {
    return (
      <div className="banner" role="alert">
        {t('errors.signedOut')} <a href="/.auth/login/aad">{t('errors.signIn')}</a>
      </div>
    );
  }
  return !online || lost ? (
    <div className="banner" role="alert">
      {t('errors.offline')}
    </div>
  ) : null;
}
