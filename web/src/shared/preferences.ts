import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';

export interface Preferences {
  theme: Theme;
  compact: boolean;
  keys: boolean;
}

const key = 'glossary.preferences';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function read(): Preferences {
  const standard: Preferences = { theme: 'system', compact: false, keys: true };
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return standard;
  }
}

let current = read();

function apply(): void {
  const isDark = current.theme === 'dark' || (current.theme === 'system' && dark.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  applyDensity(current.compact ? Density.Compact : Density.Comfortable);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

export function startPreferences(): void {
  apply();
  dark.addEventListener('change', apply);
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(key, JSON.stringify(current));
  apply();
  listeners.forEach((listener) => listener());
}

export const usePreferences = (): Preferences =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
