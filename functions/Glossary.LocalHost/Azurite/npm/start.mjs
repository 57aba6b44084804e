// Starts Azurite in a session of its own, so that it outlives whoever starts it, and says under which process it runs.
// node start.mjs <state file> <log file> <location> <blob port> <queue port> <table port>
import { spawn } from 'node:child_process';
import { openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [stateFile, logFile, location, blobPort, queuePort, tablePort] = process.argv.slice(2);
const manifest = createRequire(import.meta.url).resolve('azurite/package.json');
const { version, bin } = JSON.parse(readFileSync(manifest, 'utf8'));
const log = openSync(logFile, 'w');

const azurite = spawn(
  process.execPath,
  [
    join(dirname(manifest), bin.azurite),
    '--silent',
    '--skipApiVersionCheck',
    '--disableTelemetry',
    ...['--location', location],
    ...['--blobHost', '127.0.0.1', '--blobPort', blobPort],
    ...['--queueHost', '127.0.0.1', '--queuePort', queuePort],
    ...['--tableHost', '127.0.0.1', '--tablePort', tablePort],
  ],
  { cwd: location, detached: true, stdio: ['ignore', log, log], windowsHide: true },
);

azurite.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});

azurite.once('spawn', () => {
  const state = {
    pid: azurite.pid,
    blobPort: Number(blobPort),
    queuePort: Number(queuePort),
    tablePort: Number(tablePort),
    version,
    startedAt: new Date().toISOString(),
  };
  // Written here and not by the caller, who may be killed at any moment: no Azurite runs unrecorded on its folder.
  writeFileSync(`${stateFile}.new`, JSON.stringify(state, null, 2));
  renameSync(`${stateFile}.new`, stateFile);
  console.log(azurite.pid);
  azurite.unref();
});
