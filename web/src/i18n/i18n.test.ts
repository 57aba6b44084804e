import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import de from './de.json';
import en from './en.json';

type Texts = { [key: string]: string | Texts };

const keys = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`)));

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

const at = (texts: Texts, path: string): string => path.split('.').reduce<string | Texts>((found, key) => (found as Texts)[key] ?? '', texts) as string;

describe('the texts', () => {
  it('are there in both languages, with the same placeholders', () => {
    expect(keys(de)).toEqual(keys(en));
    for (const key of keys(en)) {
      expect(placeholders(at(de, key)), key).toEqual(placeholders(at(en, key)));
      expect(at(de, key), key).not.toBe('');
    }
  });

  it('name every part of a score', () => {
    const scorer = readFileSync('../functions/Glossary.Extraction/Scoring/CandidateScorer.cs', 'utf8');
    const parts = [...scorer.matchAll(/Add\("([\w-]+)"/g)].map((match) => match[1]);
    expect(parts.length).toBeGreaterThan(10);
    expect(Object.keys(en.terms.part)).toEqual(expect.arrayContaining(parts));
  });

  it('that the code asks for exist', () => {
    const known = new Set(keys(en).map((key) => key.replace(/_(one|other)$/, '')));
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
    for (const file of files) {
      const source = readFileSync(join('src', file), 'utf8');
      for (const [, key] of source.matchAll(/\bt\('([\w.-]+)'/g)) {
        expect(known, `${file}: ${key}`).toContain(key);
      }
    }
  });
});
