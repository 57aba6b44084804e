// Stands in for Event Grid before Azurite, which raises no events: looks at the container of uploads and posts what is new or changed
// to the webhook of the blob trigger.
// node func-events.mjs <webhook>       until it is ended
// node func-events.mjs --connection    prints the connection string of Azurite and ends
import { createHmac, randomUUID } from 'node:crypto';

// Public knowledge: every Azurite has this account.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const service = `http://127.0.0.1:10000/${account}`;
const container = 'uploads';
const pause = 500;

const [webhook] = process.argv.slice(2);
if (webhook === '--connection') {
  const other = (port) => `http://127.0.0.1:${port}/${account}`;
  console.log(
    `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};BlobEndpoint=${service};QueueEndpoint=${other(10001)};TableEndpoint=${other(10002)};`,
  );
  process.exit(0);
}

/** A page of the container's blobs, signed with the account's key. */
async function list(marker) {
  const query = { comp: 'list', ...(marker && { marker }), restype: 'container' };
  const headers = { 'x-ms-date': new Date().toUTCString(), 'x-ms-version': '2021-08-06' };
  const toSign = [
    'GET',
    ...Array(11).fill(''),
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    `/${account}/${account}/${container}`,
    ...Object.entries(query).map(([name, value]) => `${name}:${value}`),
  ].join('\n');
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(toSign, 'utf8').digest('base64');
  const answer = await fetch(`${service}/${container}?${new URLSearchParams(query)}`, {
    headers: { ...headers, Authorization: `SharedKey ${account}:${signature}` },
  });
  if (answer.status === 404) {
    return { blobs: [], next: undefined };
  }
  if (!answer.ok) {
    throw new Error(`The container could not be listed: ${answer.status} ${await answer.text()}`);
  }
  const xml = await answer.text();
  const value = (text, name) => decode(text.match(new RegExp(`<${name}>([^<]*)</${name}>`))?.[1] ?? '');
  const blobs = [...xml.matchAll(/<Blob>.*?<\/Blob>/gs)].map(([blob]) => ({
    name: value(blob, 'Name'),
    etag: value(blob, 'Etag'),
    size: Number(value(blob, 'Content-Length')),
  }));
  return { blobs, next: value(xml, 'NextMarker') || undefined };
}

function decode(text) {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (entity) => entities[entity]);
}

/** Posts the event that the storage account would have raised. */
async function announce({ name, etag, size }) {
  const event = {
    id: randomUUID(),
    topic: `/subscriptions/local/resourceGroups/local/providers/Microsoft.Storage/storageAccounts/${account}`,
    subject: `/blobServices/default/containers/${container}/blobs/${name}`,
    eventType: 'Microsoft.Storage.BlobCreated',
    eventTime: new Date().toISOString(),
    dataVersion: '',
    metadataVersion: '1',
    data: {
      api: 'PutBlob',
      clientRequestId: randomUUID(),
      requestId: randomUUID(),
      eTag: etag,
      contentType: 'application/octet-stream',
      contentLength: size,
      blobType: 'BlockBlob',
      url: `${service}/${container}/${name.split('/').map(encodeURIComponent).join('/')}`,
      sequencer: '0',
      storageDiagnostics: {},
    },
  };
  const answer = await fetch(webhook, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'aeg-event-type': 'Notification' },
    body: JSON.stringify([event]),
  });
  if (!answer.ok) {
    throw new Error(`The webhook answered ${answer.status} ${await answer.text()}`);
  }
}

const known = new Map();
for (;;) {
  try {
    let marker;
    do {
      const page = await list(marker);
      for (const blob of page.blobs.filter(({ name, etag }) => known.get(name) !== etag)) {
        await announce(blob);
        known.set(blob.name, blob.etag);
        console.log(`${blob.name} ${blob.etag}`);
      }
      marker = page.next;
    } while (marker);
  } catch (error) {
    console.error(error.message);
  }
  await new Promise((resolve) => setTimeout(resolve, pause));
}
