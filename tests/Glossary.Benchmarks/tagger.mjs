// Tags a text with wink-nlp and prints its tokens and seconds: node tagger.mjs TEXT, in a folder where wink-nlp and its model are installed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
const text = readFileSync(process.argv[2], 'utf8');
const seconds = () => Number(process.hrtime.bigint()) / 1e9;
let best = Infinity;
let tokens = 0;
for (let run = 0; run < 2; run++) {
  const start = seconds();
  const document = nlp.readDoc(text);
  document.tokens().out(nlp.its.pos);
  tokens = document.tokens().length();
  best = Math.min(best, seconds() - start);
}
console.log(`${tokens} ${best}`);
