// Starts a host on an empty data folder, hands its end on to it, and removes the folder afterwards.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const data = mkdtempSync(join(tmpdir(), 'glossary-e2e-'));
const host = spawn(
  'dotnet',
  ['../../functions/Glossary.LocalHost/bin/Debug/net10.0/Glossary.LocalHost.dll', '--data', data, '--urls', `http://127.0.0.1:${process.argv[2]}`],
  { stdio: 'inherit' },
);
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => host.kill('SIGTERM'));
}
host.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true });
  process.exit(code ?? 1);
});
