import { useTranslation } from 'react-i18next';
import { useSite, useVersion } from '../../api/queries';
import { setUiLanguage, type UiLanguage } from '../../i18n';
import { setPreferences, usePreferences, type Theme } from '../../shared/preferences';

export default function SettingsPage() {
  const { t, i18n } = useTranslation();
  const preferences = usePreferences();
  const version = useVersion();
  const site = useSite();
  return (
    <div className="page narrow">
      <h1>{t('settings.title')}</h1>
      <form className="settings">
        <label>
          {t('settings.language')}
          <select className="field" value={i18n.language} onChange={(event) => setUiLanguage(event.target.value as UiLanguage)}>
            <option value="en" lang="en">
              English
            </option>
            <option value="de" lang="de">
              Deutsch
            </option>
          </select>
        </label>
        <label>
          {t('settings.theme')}
          <select className="field" value={preferences.theme} onChange={(event) => setPreferences({ theme: event.target.value as Theme })}>
            {(['system', 'light', 'dark'] as const).map((theme) => (
              <option key={theme} value={theme}>
                {t(`settings.${theme}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('settings.density')}
          <select
            className="field"
            value={preferences.compact ? 'compact' : 'comfortable'}
            onChange={(event) => setPreferences({ compact: event.target.value === 'compact' })}
          >
            <option value="comfortable">{t('settings.comfortable')}</option>
            <option value="compact">{t('settings.compact')}</option>
          </select>
        </label>
        <label className="check">
          <input type="checkbox" checked={preferences.keys} onChange={(event) => setPreferences({ keys: event.target.checked })} />
          <span>
            {t('settings.keys')} <span className="quiet">{t('settings.keysText')}</span>
          </span>
        </label>
      </form>
      <h2>{t('settings.about')}</h2>
      {version.data && (
        <dl className="about">
          <dt>{t('settings.version')}</dt>
          <dd>{version.data.version}</dd>
          <dt>{t('settings.engine')}</dt>
          <dd>{version.data.engineVersion.replace(/\+(.{8}).*/, ' ($1)')}</dd>
          <dt>{t('settings.runtime')}</dt>
          <dd>{version.data.runtime}</dd>
        </dl>
      )}
      {site.data?.local && <p className="quiet">{t('home.durability', { seconds: site.data.local.saveIntervalSeconds })}</p>}
    </div>
  );
}
