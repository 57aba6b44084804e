import { useTranslation } from 'react-i18next';

/** Formats numbers, sizes and dates as the page's language has them. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    decimal: (value: number, digits = 2) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }).format(value),
    signed: (value: number) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(value),
    size: (bytes: number) => {
      const [unit, divisor] = bytes >= 1_048_576 ? ['megabyte', 1_048_576] : bytes >= 1024 ? ['kilobyte', 1024] : ['byte', 1];
      return new Intl.NumberFormat(language, { style: 'unit', unit: unit, maximumFractionDigits: bytes >= 10_485_760 ? 0 : 1 }).format(
        bytes / (divisor),
      );
    },
    /** Name of a language by its BCP 47 tag; the tag where the browser knows none. */
    languageName: (tag: string) => new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(tag) ?? tag,
    date: (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
  };
}
