import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import de from './de.json';
import en from './en.json';

const key = 'glossary.language';

export type UiLanguage = 'en' | 'de';

function initial(): UiLanguage {
  const stored = localStorage.getItem(key);
  return stored === 'de' || stored === 'en' ? stored : navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

void i18n.use(initReactI18next).init({
  resources: { en: { translation: en }, de: { translation: de } },
  lng: initial(),
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
});

document.documentElement.lang = i18n.language;

export function setUiLanguage(language: UiLanguage): void {
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}

export default i18n;
