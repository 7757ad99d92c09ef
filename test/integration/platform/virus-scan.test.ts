import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { acceptUpload, FileStore, type ScanState } from '../../../src/platform/files/index.js';
import { ScannerSilent, VirusScanner } from '../../../src/platform/files/virus-scanner.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { OutboxStore } from '../../../src/platform/outbox/index.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { FakeClamd } from '../../support/fake-clamd.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n`);

describe('the virus scanner over its port', () => {
  const clamd = new FakeClamd();
  let scanner: VirusScanner;

  beforeEach(async () => {
    const port = await clamd.start();
    scanner = new VirusScanner({ host: '127.0.0.1', port }, { greetingMs: 400, verdictMs: 400, restMs: 60_000 });
  });

  afterEach(async () => {
    clamd.mood = 'well';
    clamd.seen.length = 0;
    await clamd.stop();
  });

  it('hands over every byte and takes the verdict, also in pieces and late', async () => {
    const large = Buffer.concat([pdf('large'), Buffer.alloc(300_000, 7)]);
    expect(await scanner.scan(large)).toEqual({ finding: null });
    expect(clamd.seen[0]?.equals(large)).toBe(true);
    clamd.mood = 'slow';
    expect(await scanner.scan(pdf('EICAR'))).toEqual({ finding: 'Eicar-Signature' });
  });

  it('takes no silence for a verdict, and leaves alone for a while whoever kept it waiting', async () => {
    for (const mood of ['dying', 'small'] as const) {
      clamd.mood = mood;
      await expect(scanner.scan(pdf(mood))).rejects.toThrow(ScannerSilent);
    }
    clamd.mood = 'silent';
    await expect(scanner.scan(pdf('silent'))).rejects.toThrow(ScannerSilent);
    clamd.mood = 'well';
    await expect(scanner.scan(pdf('well again'))).rejects.toThrow(ScannerSilent);
    expect(clamd.seen).toEqual([]);
  });

  it('waits for a sign of life before it sends anything', async () => {
    clamd.mood = 'hung';
    await expect(scanner.scan(pdf('hung'))).rejects.toThrow(ScannerSilent);
    expect(clamd.seen).toEqual([]);
  });
});

describe('what somebody sent', () => {
  const clamd = new FakeClamd();
  let house: House;
  let hall: TownHall;
  let houseWithoutScanner: House;

  beforeAll(async () => {
    const port = await clamd.start();
    const environment = { CLAMAV_HOST: '127.0.0.1', CLAMAV_PORT: String(port) };
    house = await openHouse({ at: '2026-05-29T16:00', environment });
    hall = await aTownHall(house);
    houseWithoutScanner = await openHouse();
  });

  afterAll(async () => {
    await clamd.stop();
    await house.close();
    await houseWithoutScanner.close();
  });

  const receive = async (text: string, name = '事業計画.pdf'): Promise<string> => {
    const upload = await acceptUpload({ bytes: pdf(text), name }, ['pdf'], 'form.plan');
    const { sha256 } = await house.get(UnitOfWork).run(hall.system, (tx) => house.get(FileStore).receive(tx, upload));
    return sha256;
  };
  const stateOf = async (sha256: string): Promise<ScanState | undefined> =>
    (await house.get(UnitOfWork).read(hall.system, (tx) => house.get(FileStore).scanStates(tx, [sha256]))).get(sha256);
  const open = async (sha256: string): Promise<string> => {
    const { bytes } = await house.get(UnitOfWork).read(hall.system, (tx) => house.get(FileStore).open(tx, sha256));
    return bytes.toString();
  };
  const waiting = () => house.get(UnitOfWork).read(hall.system, (tx) => house.get(FileStore).waitingScans(tx));

  it('can be opened by nobody before it is found clean', async () => {
    const sha256 = await receive('clean');
    expect(await stateOf(sha256)).toBe('pending');
    expect(await refusalOf(open(sha256))).toEqual(['files.waits-for-scan']);
    await house.drainOutbox();
    expect(await stateOf(sha256)).toBe('clean');
    expect(await open(sha256)).toBe(pdf('clean').toString());
    expect(await receive('clean', '同じもの.pdf')).toBe(sha256);
    expect(await stateOf(sha256)).toBe('clean');
  });

  it('with a virus is kept, never handed out, and refused at its field when it comes again', async () => {
    const sha256 = await receive('EICAR');
    await house.drainOutbox();
    expect(await stateOf(sha256)).toBe('infected');
    expect(await refusalOf(open(sha256))).toEqual(['files.quarantined']);
    await expect(receive('EICAR')).rejects.toMatchObject({
      faults: [{ pointer: 'form.plan', code: 'files.infected', params: { name: '事業計画.pdf' } }],
    });
    const trail = await house.sql(`SELECT subject_id, detail FROM audit_entries WHERE action = 'file.infected'`);
    expect(trail).toEqual([{ subject_id: sha256, detail: { finding: 'Eicar-Signature' } }]);
  });

  it('waits as long as the scanner is away, is seen waiting, and is scanned by itself when it is back', async () => {
    await clamd.stop();
    const sha256 = await receive('patient');
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await house.drainOutbox();
      const [scan] = await waiting();
      const pause = Math.round(((scan?.nextAttemptAt.getTime() ?? 0) - house.clock.now().getTime()) / 1000);
      pauses.push(pause);
      house.clock.pass(pause);
    }
    expect(pauses[0]).toBe(5);
    expect(pauses.at(-1)).toBe(600);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect((await waiting())[0]).toMatchObject({ sha256, vainAttempts: 12 });
    expect(await house.get(UnitOfWork).read(hall.system, (tx) => house.get(OutboxStore).failed(tx))).toEqual([]);
    expect(await refusalOf(open(sha256))).toEqual(['files.waits-for-scan']);

    await clamd.start();
    await house.drainOutbox();
    expect(await stateOf(sha256)).toBe('clean');
    expect(await waiting()).toEqual([]);
  });

  it('is left as it is where a town has no scanner', async () => {
    const { system } = await aTownHall(houseWithoutScanner);
    const upload = await acceptUpload({ bytes: pdf('no scanner'), name: '計画.pdf' }, ['pdf'], 'form.plan');
    const [store, unitOfWork] = [houseWithoutScanner.get(FileStore), houseWithoutScanner.get(UnitOfWork)];
    const { sha256 } = await unitOfWork.run(system, (tx) => store.receive(tx, upload));
    await houseWithoutScanner.drainOutbox();
    const seen = await unitOfWork.read(system, async (tx) => ({
      state: (await store.scanStates(tx, [sha256])).get(sha256),
      size: (await store.open(tx, sha256)).size,
    }));
    expect(seen).toEqual({ state: 'not-scanned', size: upload.bytes.length });
  });
});
