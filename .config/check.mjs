import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import os from 'node:os';

/**
 * `npm run check`: each check works on one core, so as many run side by side as the machine has cores. What one says is
 * printed in one piece when it ends, and all of them are heard, even when one fails.
 */
const CHECKS = [
  // The longest first: the others share the second core meanwhile.
  'check:lint',
  'check:types',
  'check:format',
  'check:imports',
  'check:unused',
];

const waiting = [...CHECKS];
await Promise.all(Array.from({ length: os.availableParallelism() }, work));

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const began = Date.now();
    const { passed, output } = await run(check);
    if (output !== '') console.log(output);
    console.log(`${check}: ${passed ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - began) / 1000)} s`);
    if (!passed) process.exitCode = 1;
  }
}

function run(script) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.once('error', reject);
    child.once('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(said).toString().trim() }));
  });
}
