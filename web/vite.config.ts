import { cp, copyFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The component library carries its fonts as data: addresses inside its CSS; as files only those in use are loaded.
function fontsToFiles(): Plugin {
  return {
    name: 'fonts-to-files',
    generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) {
          continue;
        }
        asset.source = String(asset.source).replace(
          /url\((["']?)data:(?:application|font)\/(?:font-)?woff2;(?:charset=utf-8;)?base64,([^)"']+)\1\)/g,
          (_match, _quote, data: string) => {
            const source = Buffer.from(data, 'base64');
            const name = `assets/font-${createHash('sha256').update(source).digest('hex').slice(0, 10)}.woff2`;
            this.emitFile({ type: 'asset', fileName: name, source });
            return `url(/${name})`;
          },
        );
      }
    },
  };
}

// What pdf.js loads by address, and the configuration that Static Web Apps looks for beside the page.
function filesBeside(): Plugin {
  return {
    name: 'files-beside',
    apply: 'build',
    async closeBundle() {
      await cp('node_modules/pdfjs-dist/cmaps', 'dist/pdfjs/cmaps', { recursive: true });
      await cp('node_modules/pdfjs-dist/standard_fonts', 'dist/pdfjs/standard_fonts', { recursive: true });
      await copyFile('staticwebapp.config.json', 'dist/staticwebapp.config.json');
    },
  };
}

export default defineConfig({
  plugins: [react(), fontsToFiles(), filesBeside()],
  build: { target: 'es2022', assetsInlineLimit: 0, manifest: true, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:5080', '/.auth': 'http://127.0.0.1:5080' } },
  test: { environment: 'jsdom', setupFiles: ['src/shared/testing/setup.ts'], globals: false, css: false },
});
