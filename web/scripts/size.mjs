// Measures what the first page loads (the entry and what it imports at once), gzip level 9, against the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = { js: 300 * 1024, css: 90 * 1024 };
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const seen = new Set();
const files = { js: new Set(), css: new Set() };

function visit(key) {
  if (seen.has(key)) {
    return;
  }
  seen.add(key);
  const chunk = manifest[key];
  files.js.add(chunk.file);
  (chunk.css ?? []).forEach((file) => files.css.add(file));
  (chunk.imports ?? []).forEach(visit);
}

visit('index.html');
// The home page is what a first visit opens.
Object.keys(manifest).filter((key) => key.endsWith('home/HomePage.tsx')).forEach(visit);

let failed = false;
for (const kind of ['js', 'css']) {
  const size = [...files[kind]].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0);
  const over = size > budget[kind];
  failed ||= over;
  console.log(`${kind}: ${(size / 1024).toFixed(0)} kB gzip in ${files[kind].size} files, budget ${budget[kind] / 1024} kB${over ? ' – over budget' : ''}`);
}
process.exit(failed ? 1 : 0);
