import { defineConfig } from '@playwright/test';
import { shared } from './host';

export default defineConfig({ ...shared, testMatch: 'screenshots.ts', reporter: 'line', timeout: 240_000 });
