import { defineConfig } from '@playwright/test';
import { shared } from './host';

export default defineConfig({
  ...shared,
  testMatch: '*.spec.ts',
  reporter: [['line'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }]],
});
